import type { MethodOf, ParamsOf, ResultOf } from "../formats/boundary.js";
import { engineSocket, type EngineEvent, type EngineSocket } from "../formats/engine.js";
import { Client, ConnectionEnded } from "../protocol/client.js";
import type { Complain } from "../protocol/complaint.js";
import { connectLocal } from "./localSocket.js";

/** One client's connection to an engine. */
export interface EngineRpc {
  /** As {@link Client.request}. */
  request<M extends MethodOf<EngineSocket>>(
    method: M,
    params: ParamsOf<EngineSocket, M>,
    signal?: AbortSignal,
  ): Promise<ResultOf<EngineSocket, M>>;
  /**
   * The records of a job, or of every job, from a number on, as they come. Ends only by `break`, by the signal (then it throws its reason) or, with
   * {@link ConnectionEnded}, by the end of the connection.
   */
  records(from: WantedRecords, signal?: AbortSignal): AsyncGenerator<EngineEvent, never>;
  close(): void;
  readonly closed: Promise<void>;
}

type WantedRecords = Omit<ParamsOf<EngineSocket, "subscribe">, "subscription">;

/** Connects to the engine that listens there. */
export async function openEngine(address: string, complain: Complain, signal?: AbortSignal): Promise<EngineRpc> {
  const { messages, close, closed } = await connectLocal(address, { boundary: engineSocket, complain }, signal);
  const client = new Client(messages, engineSocket, complain);
  const streams = new Map<number, Stream<EngineEvent>>();
  let last = 0;
  client.on("journal", (event) => streams.get(event.subscription)?.push(event));
  messages.onDispose(() => {
    for (const stream of streams.values()) stream.fail(new ConnectionEnded(engineSocket.ended));
  });
  messages.listen();
  return {
    request: (method, params, abort) => client.request(method, params, abort),
    async *records(wanted, abort) {
      const subscription = (last += 1);
      const stream = new Stream<EngineEvent>();
      const onAbort = (): void => stream.fail(abort?.reason as Error);
      // Before we ask: the first records come ahead of the reply.
      streams.set(subscription, stream);
      abort?.addEventListener("abort", onAbort, { once: true });
      try {
        await client.request("subscribe", { subscription, ...wanted }, abort);
        for (;;) yield await stream.next();
      } finally {
        streams.delete(subscription);
        abort?.removeEventListener("abort", onAbort);
        client.report("unsubscribe", { subscription });
      }
    },
    close,
    closed,
  };
}

/** Events that wait to be read, or a reader that waits for one. */
class Stream<Event> {
  readonly #waiting: Event[] = [];
  #error: Error | undefined;
  #wake: () => void = () => undefined;

  push(event: Event): void {
    this.#waiting.push(event);
    this.#wake();
  }

  /** What came before is still read. */
  fail(error: Error): void {
    this.#error = error;
    this.#wake();
  }

  async next(): Promise<Event> {
    for (;;) {
      const event = this.#waiting.shift();
      if (event !== undefined) return event;
      if (this.#error !== undefined) throw this.#error;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
