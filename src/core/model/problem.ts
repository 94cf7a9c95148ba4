import type { SourceRange } from "./source.js";

export type Severity = "error" | "warning" | "information" | "hint";

/** Something that the user can mend, at the place where it is. `message` says what to do. */
export interface Problem extends SourceRange {
  /** Stable name of the rule, such as `unterminated-string`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

/** A result that may be partial: `value` is always usable, `problems` says what is wrong with it. */
export interface Checked<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
