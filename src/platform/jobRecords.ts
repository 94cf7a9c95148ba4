import type { JobRecord } from "../core/model/job.js";
import { ConnectionEnded } from "../protocol/client.js";
import { connectEngine, type EngineOptions } from "./engineClient.js";

/**
 * The records of a job from number `from` to its end. Where the daemon dies in between, another one is started, which takes the job over, and no record is
 * told twice or left out.
 *
 * Rejects where daemons die one after the other without a word.
 */
export async function* jobRecords(options: EngineOptions, job: string, from: number): AsyncGenerator<JobRecord, void> {
  let next = from;
  for (let deaths = 0; ; deaths += 1) {
    const engine = await connectEngine(options);
    try {
      for await (const { record } of engine.records({ job, from: next }, options.signal)) {
        next = record.seq + 1;
        deaths = 0;
        yield record;
        if (record.type === "finished") return;
      }
    } catch (error) {
      if (!(error instanceof ConnectionEnded) || deaths >= mostDeaths) throw error;
    } finally {
      engine.close();
    }
  }
}

const mostDeaths = 3;
