import type { Failure } from "../model/manifest.js";
import type { TraceFrame } from "../model/trace.js";

/** Where a failure belongs in the user's own text, and what led there. */
export interface FailurePlace {
  readonly file: string;
  readonly line: number;
  /** The user's other frames inside the folder, from the failing one outwards. */
  readonly callers: readonly TraceFrame[];
}

/**
 * The line to put a failure on: that of the last of the user's frames inside the folder, else that of the operator.
 *
 * @param operator where the operator stands in the text
 */
export function failurePlace(
  { trace }: Failure,
  operator: { readonly file: string; readonly line: number },
): FailurePlace {
  const inside = trace.filter(({ file }) => isInside(file)).toReversed();
  const [failing, ...callers] = inside;
  return failing === undefined ? { ...operator, callers: [] } : { file: failing.file, line: failing.line, callers };
}

/** Frames of the folder have paths relative to it, all others absolute ones. */
function isInside(file: string): boolean {
  return !/^(\/|[A-Za-z]:[\\/]|\\\\|\.\.\/|<)/.test(file);
}
