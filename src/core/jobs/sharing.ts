import { jobView } from "./projection.js";
import type { JobStatus } from "./status.js";
import type { Job } from "../model/job.js";

/** What of a job counts where several share one machine. */
export interface Demand {
  /** Tasks that run or are about to. */
  readonly active: number;
  /** Tasks that could start at once, within the job's own `parallel`. */
  readonly waiting: number;
}

/** What a job has and wants; nothing more is wanted of one that is cancelled. */
export function demandOf(job: Job, status: JobStatus): Demand {
  const states = jobView(job, status).tasks.map(({ state }) => state);
  const active = states.filter((state) => state === "starting" || state === "running").length;
  const ready = status.cancelRequested ? 0 : states.filter((state) => state === "ready").length;
  return { active, waiting: Math.max(0, Math.min(ready, job.parallel - active)) };
}

/** How many more tasks may start over all jobs. Never negative: a daemon may have taken over more than it would have started. */
export function freeOf(jobs: readonly Demand[], limit: number): number {
  return Math.max(0, limit - jobs.reduce((sum, { active }) => sum + active, 0));
}

/** The job that may start its next task: of those that wait the one with the fewest that run, the earliest of those; undefined where nothing may start. */
export function nextInTurn<Waiting extends Demand>(jobs: readonly Waiting[], limit: number): Waiting | undefined {
  if (freeOf(jobs, limit) === 0) return undefined;
  const waiting = jobs.filter((job) => job.waiting > 0);
  return waiting.find(({ active }) => waiting.every((other) => active <= other.active));
}
