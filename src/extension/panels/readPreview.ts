import {
  findOpenFolder,
  localTarget,
  previewOperator,
  readStoredRun,
  type OpenFolder,
  type World,
} from "../../core/index.js";
import type { OperatorPreview } from "../../formats/preview.js";
import type { Run } from "../../core/model/run.js";
import type { ArtifactReference, OperatorRunReference } from "../references.js";
import type { RunHistory } from "../runs/runHistory.js";

/** What a preview is opened for: one value, or all that an operator of a run gave. */
export type PreviewReference = ArtifactReference | OperatorRunReference;

/** Reads what is shown of an operator of a run; rejects with a sentence where the run is gone. */
export async function readPreview(
  world: World,
  history: RunHistory,
  reference: PreviewReference,
  signal: AbortSignal,
): Promise<OperatorPreview> {
  const open = await findOpenFolder(world, reference.folder);
  const run = open === undefined ? undefined : await readRun(world, open, history, reference, signal);
  if (open === undefined || run === undefined)
    throw new Error("Its run is no longer in the store. Open the value of another run.");
  return previewOperator(world, open, run, reference.operator, signal);
}

/** The history knows best what an Airflow says; of this machine's runs the store may know more than the last look at it. */
async function readRun(
  world: World,
  open: OpenFolder,
  history: RunHistory,
  reference: PreviewReference,
  signal: AbortSignal,
): Promise<Run | undefined> {
  const known = history.run(reference);
  const isEnough =
    reference.target !== localTarget ||
    known?.operators.some(({ operator, manifest }) => operator === reference.operator && manifest !== null) === true;
  if (known !== undefined && isEnough) return known;
  return (await readStoredRun(world, open, reference.target, reference.rid, signal)) ?? known;
}
