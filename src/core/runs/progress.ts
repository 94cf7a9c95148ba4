import type { OperatorRun, Run } from "../model/run.js";

/** How many of a run's operators are done, however they ended: parameters are no work. */
export function progressOf({ operators }: Pick<Run, "operators">): { readonly done: number; readonly of: number } {
  const work = operators.filter(({ kind }) => kind !== "parameter");
  return { done: work.filter(isDone).length, of: work.length };
}

function isDone({ state }: OperatorRun): boolean {
  return !["waiting", "queued", "running", "unknown"].includes(state);
}
