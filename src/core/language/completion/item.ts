import type { SourceRange } from "../../model/source.js";

/** Something to write in quotes. */
export interface Completion {
  readonly label: string;
  readonly kind: "resource" | "value" | "parameter";
  /** What it is, in a few words. */
  readonly detail: string;
  readonly documentation?: string;
  /** What stands there now, up to the closing quote where there is one. */
  readonly range: SourceRange;
  readonly newText: string;
}
