import { jobFormat } from "../../formats/job.js";
import { readText, UnreadableError, valueOf } from "../../formats/reader.js";
import { readJournal } from "../jobs/journal.js";
import { jobView } from "../jobs/projection.js";
import { statusOf } from "../jobs/status.js";
import type { Run } from "../model/run.js";
import { viewOfJob } from "../runs/localView.js";
import { mergeRun, type EngineView } from "../runs/merge.js";
import { BuildCache, readStoredFacts } from "../runs/stored.js";
import { isLoss, orLoss, unreadable } from "../store/loss.js";
import { localTarget, placeOfWorkflow, type OpenFolder } from "./folder.js";
import type { World } from "./world.js";

/** One run of this machine, from the store and the job's own files: no daemon needs to live. */
export async function readLocalRun(
  world: World,
  open: OpenFolder,
  workflow: string,
  rid: string,
  builds = new BuildCache(world.hash),
  signal?: AbortSignal,
): Promise<Run> {
  const place = placeOfWorkflow(world, open.project, workflow);
  const [job, facts] = await Promise.all([
    orLoss(readJobView(world, open, `${place.key}-${rid}`)),
    readStoredFacts({ store: open.store, place, target: localTarget, workflow }, rid, builds, signal),
  ]);
  if (!isLoss(job)) return mergeRun({ ...facts, engine: job });
  const losses = { attempts: new Map(), ...facts.losses, records: [job.message, ...(facts.losses?.records ?? [])] };
  return mergeRun({ ...facts, losses, engine: undefined });
}

/** What the job's journal adds up to; undefined where the job's folder is gone: then the store tells alone. */
async function readJobView({ files }: World, { folder }: OpenFolder, job: string): Promise<EngineView | undefined> {
  const own = files.join(folder, ".air-executor", "jobs", job, ".engine");
  const [name, log] = [files.join(own, "job.json"), files.join(own, "journal.ndjson")];
  const [text, journal] = await Promise.all([
    files.readOwned(name, folder, mostBytes),
    files.readOwned(log, folder, mostBytes),
  ]);
  if (text === undefined && journal === undefined) return undefined;
  if (text === undefined || journal === undefined) throw unreadable(text === undefined ? name : log, "it is missing");
  const submission = valueOf(readText(jobFormat, text), name);
  try {
    const { records } = readJournal(new TextEncoder().encode(journal));
    // A job comes into being with its first record.
    if (records.length === 0) throw unreadable(log, "it holds no record");
    return viewOfJob(jobView(submission, statusOf(submission, records)));
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw unreadable(log, (error instanceof Error ? error.message : String(error)).replace(/\.$/, ""));
  }
}

/** Of a job's file; one that is larger is not ours. */
const mostBytes = 256 * 1024 * 1024;
