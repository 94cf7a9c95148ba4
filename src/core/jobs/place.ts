import type { JobRun } from "../model/job.js";
import type { Hash } from "../ports.js";
import { workflowKey, type WorkflowPlace } from "../store/keys.js";

/** Where the store has the workflow that a job runs. */
export function placeOf(run: JobRun, hash: Hash): WorkflowPlace {
  return { project: run.project, key: workflowKey(run.workflow, hash) };
}
