import { legacyJob, legacyTasks, type JobStatus } from "../core/index.js";
import type { Job } from "../core/model/job.js";
import type { JobFolder } from "./jobFolder.js";
import { writeProjection } from "./wholeFiles.js";

/** Keeps `state.json` and `tasks.json` in step with a job, a few times a second at most: they can be made again from the journal. */
export class Projection {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly job: Job,
    private readonly folder: JobFolder,
    private readonly createdAt: string,
    /** Told where it can't be written: that ends nothing, since the next daemon makes it again. */
    private readonly onFailure: (error: unknown) => void,
  ) {}

  schedule(status: () => JobStatus): void {
    this.timer ??= setTimeout(() => this.keep(status()), delay);
  }

  keep(status: JobStatus): void {
    try {
      this.flush(status);
    } catch (error) {
      this.onFailure(error);
    }
  }

  /** A terminal state is the last thing written: who sees it reads tasks that are all over. */
  flush(status: JobStatus): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (status.outcome === null) this.writeState(status);
    writeProjection(this.folder.tasks, JSON.stringify(legacyTasks(this.job, status, this.createdAt), null, 2));
    if (status.outcome !== null) this.writeState(status);
  }

  private writeState(status: JobStatus): void {
    writeProjection(this.folder.state, JSON.stringify(legacyJob(this.job, status, this.createdAt), null, 2));
  }
}

/** Milliseconds. */
const delay = 40;
