import type { Problem } from "../../formats/graph.js";

export type { Problem, Severity } from "../../formats/graph.js";

/** A result that may be partial: `value` is always usable, `problems` says what is wrong with it. */
export interface Checked<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
