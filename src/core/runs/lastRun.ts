import type { OperatorRun, Run } from "../model/run.js";
import type { OperatorId } from "../model/workflow.js";
import { agoText } from "./agoText.js";
import { newestOf, operatorLine, stateWord } from "./lensStates.js";

/** An operator's newest attempt anywhere, told in one line. */
export interface LastRun {
  readonly run: Run;
  readonly operator: OperatorRun;
  /** `Succeeded 2 min ago · 1,599 rows × 4 columns · 0.8 s`. */
  readonly text: string;
}

/** @param runs of the operator's workflow, newest first */
export function lastRunOf(runs: readonly Run[], id: OperatorId, now: Date): LastRun | undefined {
  const found = newestOf(runs, id);
  if (found === undefined) return undefined;
  const { run, operator } = found;
  const { state, manifest, endedAt } = operator;
  const ended = manifest?.endedAt ?? endedAt;
  const when = ended === null ? "" : ` ${agoText(new Date(ended), now)}`;
  const what = manifest === null ? "" : ` · ${operatorLine(operator).text}`;
  return { run, operator, text: `${stateWord(state)}${when}${what}` };
}
