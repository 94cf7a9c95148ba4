import { readJournal } from "../jobs/journal.js";
import { jobView } from "../jobs/projection.js";
import { statusOf } from "../jobs/status.js";
import type { Job } from "../model/job.js";
import type { Run } from "../model/run.js";
import { viewOfJob } from "../runs/localView.js";
import { mergeRun, type EngineView } from "../runs/merge.js";
import { BuildCache, readStoredFacts } from "../runs/stored.js";
import { localTarget, placeOfWorkflow, type OpenFolder } from "./folder.js";
import type { World } from "./world.js";

/** One run of this machine, from the store and the job's own files: no daemon needs to live. */
export async function readLocalRun(
  world: World,
  open: OpenFolder,
  workflow: string,
  rid: string,
  builds = new BuildCache(),
  signal?: AbortSignal,
): Promise<Run> {
  const place = placeOfWorkflow(world, open.project, workflow);
  const engine = await readJobView(world, open, `${place.key}-${rid}`);
  const facts = await readStoredFacts({ store: open.store, place, target: localTarget, workflow }, rid, builds, signal);
  return mergeRun({ ...facts, engine });
}

/** What the job's journal adds up to; undefined where the job's folder is gone: then the store tells alone. */
async function readJobView({ files }: World, { folder }: OpenFolder, job: string): Promise<EngineView | undefined> {
  const own = files.join(folder, ".air-executor", "jobs", job, ".engine");
  const [text, journal] = await Promise.all([
    files.readOwned(files.join(own, "job.json"), folder, mostBytes),
    files.readOwned(files.join(own, "journal.ndjson"), folder, mostBytes),
  ]);
  if (text === undefined || journal === undefined) return undefined;
  const submission = JSON.parse(text) as Job;
  return viewOfJob(jobView(submission, statusOf(submission, readJournal(new TextEncoder().encode(journal)).records)));
}

/** Of a job's file; one that is larger is not ours. */
const mostBytes = 256 * 1024 * 1024;
