import { firstLine } from "../model/firstLine.js";
import type { ArtifactFacts, Manifest } from "../model/manifest.js";
import type { OperatorRun } from "../model/run.js";
import { countOf, typeWord } from "../model/words.js";

/** How long an operator of a run took; of one that runs, so far; undefined where it has not begun, or was not called. */
export function secondsOf({ manifest, startedAt, endedAt, state }: OperatorRun, now: Date): number | undefined {
  if (manifest !== null)
    return manifest.kind === "parameter" || manifest.reused !== undefined ? undefined : manifest.wallSeconds;
  const end = endedAt ?? (state === "running" ? now.toISOString() : null);
  return startedAt === null || end === null ? undefined : Math.max(0, (Date.parse(end) - Date.parse(startedAt)) / 1000);
}

/** The same of an attempt that may have left no manifest. */
export function operatorOutcomeLine(operator: OperatorRun): string {
  const { manifest, loggedFailure } = operator;
  if (manifest !== null) return outcomeLine(manifest);
  return loggedFailure === undefined ? "" : firstLine(loggedFailure.message);
}

/** What an operator's attempt came to, on one line: `4,898 rows × 12 columns`, `0.53`, `not passed`. Empty where there is nothing to say. */
export function outcomeLine({ kind, failure, check, metric, saved, artifacts }: Manifest): string {
  if (failure !== null) return firstLine(failure.message);
  if (check !== null) return check.passed ? "passed" : "not passed";
  if (metric !== null) return shortNumber(metric);
  if (saved !== null) return `${countOf(saved.rows, "row")} to ${saved.table}`;
  const [first, ...others] = artifacts;
  if (first === undefined || kind === "parameter") return "";
  return others.length === 0 ? artifactLine(first) : `${artifactLine(first)} and ${String(others.length)} more`;
}

/** The same where there is little room: a table by its rows alone. */
export function shortOutcomeLine(manifest: Manifest): string {
  const [only, ...others] = manifest.artifacts;
  const isTable =
    manifest.failure === null &&
    manifest.saved === null &&
    only?.type === "table" &&
    only.rows !== null &&
    others.length === 0;
  return isTable ? countOf(only.rows, "row") : outcomeLine(manifest);
}

/** What a value is, in short: `4,898 rows × 12 columns`, `text, 812 B`. */
export function artifactLine({ type, rows, schema, size }: ArtifactFacts): string {
  if (type === "table" && rows !== null)
    return schema === null ? countOf(rows, "row") : `${countOf(rows, "row")} × ${countOf(schema.length, "column")}`;
  return `${typeWord(type)}, ${bytes(size)}`;
}

function shortNumber(value: number): string {
  return Number.isFinite(value) ? value.toLocaleString("en", { maximumSignificantDigits: 6 }) : String(value);
}

/** Such as `812 B`, `12.3 kB`. */
export function bytes(size: number): string {
  if (size < 1000) return `${String(size)} B`;
  const units = ["kB", "MB", "GB", "TB"];
  const power = Math.min(units.length, Math.floor(Math.log10(size) / 3));
  return `${(size / 1000 ** power).toLocaleString("en", { maximumSignificantDigits: 3 })} ${units[power - 1] ?? ""}`;
}
