import type { Run } from "../model/run.js";

/** What somebody decided about the run that a workflow's graph shows. */
export interface RunChoice {
  /** Null: none is to be shown. */
  readonly run: { readonly target: string; readonly rid: string } | null;
  /** When, as ISO text. */
  readonly at: string;
}

/**
 * The run whose states a workflow's graph shows: the chosen one, until a newer one is started on this machine; without a choice the newest one of this machine.
 *
 * @param runs of the folder, newest first
 */
export function shownRun(runs: readonly Run[], workflow: string, choice: RunChoice | undefined): Run | undefined {
  const newest = runs.find((run) => run.target === "local" && run.workflow === workflow);
  if (choice === undefined || (newest !== undefined && startOf(newest) > choice.at)) return newest;
  const { run: chosen } = choice;
  return chosen === null ? undefined : runs.find(({ target, rid }) => target === chosen.target && rid === chosen.rid);
}

function startOf({ queuedAt, startedAt }: Run): string {
  return queuedAt ?? startedAt ?? "";
}
