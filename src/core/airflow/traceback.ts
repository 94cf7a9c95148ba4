import type { LoggedException } from "./types.js";

/** As Python prints an exception: what it came from first, it itself last. */
export function tracebackLines(exceptions: readonly LoggedException[]): readonly string[] {
  return [...exceptions].reverse().flatMap((one, index, all) => {
    const next = all[index + 1];
    const between =
      next === undefined
        ? []
        : [
            "",
            one.is_cause === true
              ? "The above exception was the direct cause of the following exception:"
              : "During handling of the above exception, another exception occurred:",
            "",
          ];
    return [
      "Traceback (most recent call last):",
      ...(one.frames ?? []).map(({ filename, lineno, name }) => `  File "${filename}", line ${lineno}, in ${name}`),
      `${one.exc_type}: ${one.exc_value}`,
      ...between,
    ];
  });
}
