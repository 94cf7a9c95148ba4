import type { JobRecord } from "../core/model/job.js";
import { connectEngine, type EngineOptions, type WithHello } from "./engineClient.js";
import { ConnectionEnded, type Rpc } from "./rpc.js";

/** An engine whose `subscribe` tells the records of a job. */
interface WithSubscribe {
  readonly subscribe: { readonly params: { readonly job: string; readonly from: number }; readonly result: { readonly seq: number } };
}

/**
 * The records of a job from number `from` to its end. Where the daemon dies in between, another one is started, which takes the job over, and no record is
 * told twice or left out.
 *
 * Rejects where daemons die one after the other without a word.
 */
export async function* jobRecords<Requests extends WithHello, Event extends { readonly id: number; readonly record: JobRecord }>(
  options: EngineOptions<Requests, Event>,
  job: string,
  from: number,
): AsyncGenerator<JobRecord, void> {
  let next = from;
  for (let deaths = 0; ; deaths += 1) {
    const engine = await connectEngine(options);
    try {
      // That `Requests` holds `subscribe` too is more than its type says here.
      const subscribed = engine as unknown as Rpc<WithSubscribe, Event>;
      for await (const { record } of subscribed.events("subscribe", { job, from: next }, options.signal)) {
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
