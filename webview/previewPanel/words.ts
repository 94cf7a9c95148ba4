import { exactText } from "../../src/core/model/exactJson.js";
import type { PreviewedBound, PreviewedValue } from "../../src/formats/preview.js";
import type { OperatorState, RunState } from "../../src/core/model/run.js";
import { isTableSample, sampleLimits, type Sample } from "../../src/core/model/sample.js";
import type { Encoding } from "../../src/core/model/trace.js";
import { countOf } from "../../src/core/model/words.js";

export interface StateWords {
  readonly words: string;
  readonly icon: string;
}

export const stateWords: Readonly<Record<OperatorState | RunState, StateWords>> = {
  waiting: { words: "waiting", icon: "circle-outline" },
  queued: { words: "queued", icon: "clock" },
  running: { words: "running", icon: "loading" },
  succeeded: { words: "succeeded", icon: "pass-filled" },
  warning: { words: "succeeded with a warning", icon: "warning" },
  failed: { words: "failed", icon: "error" },
  cancelled: { words: "cancelled", icon: "circle-slash" },
  upstreamFailed: { words: "not run", icon: "debug-step-over" },
  skipped: { words: "skipped", icon: "debug-step-over" },
  unknown: { words: "not known", icon: "question" },
};

export const encodingWords: Readonly<Record<Encoding, string>> = {
  parquet: "Parquet",
  "table-json": "table as JSON",
  json: "JSON",
  text: "text in UTF-8",
  bytes: "bytes as they are",
  pickle: "pickle",
};

const comparisons: Readonly<Record<PreviewedBound["comparison"], string>> = {
  lessThan: "less than",
  greaterThan: "greater than",
  equal: "equal to",
  notEqual: "not equal to",
};

export function boundText({ comparison, value }: PreviewedBound): string {
  return `${comparisons[comparison]} ${exactText(value)}`;
}

/** `4,898`: words around it are English, so its commas are too. */
export function numberText(value: number): string {
  return value.toLocaleString("en-US");
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return countOf(bytes, "byte");
  const units = ["KB", "MB", "GB", "TB"];
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length);
  const value = bytes / 1024 ** power;
  return `${value < 10 ? value.toFixed(1) : numberText(Math.round(value))} ${units[power - 1] ?? ""}`;
}

/** Of today the time, else the day too. */
export function whenText(iso: string, now: Date): string {
  const time = new Date(iso);
  const clock = time.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
  if (time.toDateString() === now.toDateString()) return `today, ${clock}`;
  const year = time.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
  return `${time.toLocaleDateString("en-US", { month: "short", day: "numeric", ...year })}, ${clock}`;
}

/** Both the time here and the one that logs and stores have. */
export function exactTime(iso: string): string {
  return `${new Date(iso).toLocaleString("en-US", { dateStyle: "full", timeStyle: "long" })} (${iso})`;
}

/** `500 of 4,898 rows`, or `13 rows` where the sample is all there is. */
export function rowsText(shown: number, all: number): string {
  return shown < all ? `${numberText(shown)} of ${countOf(all, "row")}` : countOf(all, "row");
}

/** What of a value its sample leaves out, as a sentence; undefined where the sample is all of it. */
export function leftOut({ encoding, size }: PreviewedValue, sample: Sample): string | undefined {
  if (isTableSample(sample)) return undefined;
  if (encoding === "bytes")
    return size > sampleLimits.cell
      ? `These are the first ${numberText(sampleLimits.cell)} of ${countOf(size, "byte")}.`
      : undefined;
  if (sample.text !== null) {
    const isCut = sample.text.length >= sampleLimits.text && sample.text.endsWith("…");
    return isCut
      ? `This is the beginning: ${countOf(sampleLimits.text, "character")} of ${sizeText(size)}.`
      : undefined;
  }
  return isLong(sample.values)
    ? `A sample holds the first ${numberText(sampleLimits.items)} entries of a list or dictionary: one here may have more.`
    : undefined;
}

function isLong(value: Sample["values"]): boolean {
  if (typeof value !== "object" || value === null) return false;
  const inner = Object.values<Sample["values"]>(value);
  return inner.length === sampleLimits.items || inner.some(isLong);
}
