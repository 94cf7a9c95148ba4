import type { Log } from "../core/index.js";

/**
 * A log of one JSON object a line, written wherever `write` puts it.
 *
 * It prints nothing by itself: standard output belongs to what a command answers.
 */
export function lineLog(write: (line: string) => void, now: () => string): Log {
  const entry = (level: "info" | "warn" | "error", message: string, data: Readonly<Record<string, unknown>>): void =>
    write(`${JSON.stringify({ at: now(), level, message, ...data })}\n`);
  return {
    info: (message, data = {}) => entry("info", message, data),
    warn: (message, data = {}) => entry("warn", message, data),
    error: (message, error, data = {}) => entry("error", message, { ...data, error: describe(error) }),
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
