import type { SourceRange } from "./source.js";
import type { OperatorKind } from "./workflow.js";

/** A function with an operator's decorator, as it stands in the workflow file itself. */
export interface Definition {
  readonly name: string;
  readonly kind: Extract<OperatorKind, "function" | "metric" | "check">;
  /** Decorators included. */
  readonly range: SourceRange;
  /** Whether a workflow of this file has an operator of it; what is never called stands in no graph. */
  readonly isCalled: boolean;
}
