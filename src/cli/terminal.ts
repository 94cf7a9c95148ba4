import type { Answers } from "../formats/answers.js";
import { colouredForTerminal, forTerminal, jsonForTerminal, OperatorOutput } from "../platform/shownText.js";
import type { Shell } from "./shell.js";

/** Exit codes: a contract for scripts (README, "The command line"). */
export const exitCodes = { done: 0, workflowFailed: 1, wrongUse: 2, worldFailed: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What else `--json` prints beside `error`. */
export type ErrorDetails = Omit<Answers["error"], "error">;

/** Ends a command with a sentence and an exit code. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  constructor(
    readonly exitCode: ExitCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}

/**
 * Where a command speaks: the result on stdout, everything on the way to it on stderr. The one door to both: what goes through is made safe for a terminal.
 *
 * With `--json` stdout gets one object and nothing else, so that a script can read it whatever happened.
 */
export class Terminal {
  #status = "";
  readonly #output = new OperatorOutput();

  constructor(
    private readonly shell: Pick<Shell, "stdout" | "stderr">,
    readonly json: boolean,
  ) {}

  /**
   * The result: as JSON, or as lines for people.
   *
   * @param _name of the answer in `src/formats/answers.ts`: what has no schema there is not printed
   */
  result<Name extends keyof Answers>(_name: Name, answer: Answers[Name], lines: readonly TerminalLine[]): void {
    this.#clearStatus();
    this.shell.stdout.write(
      this.json ? `${jsonForTerminal(answer)}\n` : lines.map((line) => `${shown(line)}\n`).join(""),
    );
  }

  /** Output as it comes, such as that of an operator, which keeps its colours. */
  output(text: string): void {
    this.#clearStatus();
    this.shell.stderr.write(this.#output.next(text));
  }

  /** One line about what has happened. */
  line(text: string): void {
    this.#clearStatus();
    this.shell.stderr.write(`${forTerminal(text)}\n`);
  }

  /** What is being done now: one line that the next one replaces on a terminal; left out elsewhere. */
  status(text: string): void {
    const { columns } = this.shell.stderr;
    if (columns === undefined) return;
    this.#clearStatus();
    this.#status = forTerminal(text)
      .replaceAll("\n", " ")
      .slice(0, columns - 1);
    this.shell.stderr.write(this.#status);
  }

  /** Help on stdout, and what is wrong with the arguments on stderr. */
  usage(stream: "stdout" | "stderr", text: string): void {
    this.shell[stream].write(forTerminal(text));
  }

  #clearStatus(): void {
    if (this.#status === "") return;
    this.shell.stderr.write("\r\u001b[K");
    this.#status = "";
  }
}

/** A line of a result; `output` is what an operator has printed, which keeps its colours. */
export type TerminalLine = string | { readonly output: string };

function shown(line: TerminalLine): string {
  return typeof line === "string" ? forTerminal(line) : colouredForTerminal(line.output);
}

/** `name=value` pairs, each with the text of its value: only the workflow knows what that is. */
export function parseParameters(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs.map(parsePair));
}

function parsePair(pair: string): readonly [string, string] {
  const at = pair.indexOf("=");
  if (at < 1) throw new CommandError(exitCodes.wrongUse, `--param ${pair}: write it as NAME=VALUE.`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** Columns side by side, each as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
