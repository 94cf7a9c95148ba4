import { localSocket } from "./localSocket.js";

/** How the messages of a boundary are told apart: its file in `protocol/` has the guards and the types. */
export interface RpcProtocol<Requests, Event> {
  readonly isReply: (message: unknown) => message is RpcReply;
  readonly isEvent: (message: unknown) => message is Event;
  /** Types only: what may be asked. */
  readonly requests?: Requests;
}

type RpcReply =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };

type ParamsOf<Requests, Method extends keyof Requests> = Requests[Method] extends { readonly params: infer Params }
  ? Params
  : never;
type ResultOf<Requests, Method extends keyof Requests> = Requests[Method] extends { readonly result: infer Result }
  ? Result
  : never;

/** One client's connection. */
export interface Rpc<Requests, Event> {
  /** Rejects with the other side's sentence where it refuses, and where the connection ends first. */
  request<Method extends keyof Requests & string>(
    method: Method,
    params: ParamsOf<Requests, Method>,
    signal?: AbortSignal,
  ): Promise<ResultOf<Requests, Method>>;
  /**
   * Asks for events and yields them as they come. Ends only by `break`, by the signal (then it throws its reason) or, with an error, by the end of the connection.
   */
  events<Method extends keyof Requests & string>(
    method: Method,
    params: ParamsOf<Requests, Method>,
    signal?: AbortSignal,
  ): AsyncGenerator<Event, never>;
  close(): void;
  readonly closed: Promise<void>;
}

/** The other side is gone: it may be started again, and asked for what was missed. */
export class ConnectionEnded extends Error {
  override readonly name = "ConnectionEnded";
}

export interface RpcOptions {
  /** What to tell people where the connection ends before an answer: who went away, and what to do. */
  readonly ended: string;
  /** Ends the attempt to connect. */
  readonly signal?: AbortSignal | undefined;
}

/** Connects to a local socket that speaks requests with ids. */
export async function openRpc<Requests, Event extends { readonly id: number }>(
  address: string,
  protocol: RpcProtocol<Requests, Event>,
  { ended: endedMessage, signal }: RpcOptions,
): Promise<Rpc<Requests, Event>> {
  const replies = new Map<
    number,
    { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }
  >();
  const streams = new Map<number, Stream<Event>>();
  let lastId = 0;
  let over: ConnectionEnded | undefined;

  const connection = await localSocket.connect(address, receive, signal);
  const closed = connection.closed.then(() => {
    const ended = new ConnectionEnded(endedMessage);
    over = ended;
    for (const { reject } of replies.values()) reject(ended);
    for (const stream of streams.values()) stream.fail(ended);
  });

  function receive(message: unknown): void {
    if (protocol.isEvent(message)) streams.get(message.id)?.push(message);
    else if (protocol.isReply(message)) settle(message);
    else connection.close();
  }

  function settle(reply: RpcReply): void {
    const waiting = replies.get(reply.id);
    replies.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.result);
    else waiting?.reject(new Error(reply.error));
  }

  async function ask(id: number, method: string, params: unknown, abort: AbortSignal | undefined): Promise<unknown> {
    abort?.throwIfAborted();
    if (over !== undefined) throw over;
    const { promise, resolve, reject } = replyTo<unknown>();
    const onAbort = (): void => reject(reasonOf(abort));
    replies.set(id, { resolve, reject });
    abort?.addEventListener("abort", onAbort, { once: true });
    try {
      connection.send({ id, method, params });
      return await promise;
    } finally {
      // A signal may outlive many requests, and one that was given up may never be answered.
      abort?.removeEventListener("abort", onAbort);
      replies.delete(id);
    }
  }

  return {
    request: async (method, params, abort) =>
      (await ask((lastId += 1), method, params, abort)) as ResultOf<Requests, typeof method>,
    async *events(method, params, abort) {
      const id = (lastId += 1);
      const stream = new Stream<Event>();
      const onAbort = (): void => stream.fail(reasonOf(abort));
      // Before we ask: the first events come ahead of the reply.
      streams.set(id, stream);
      abort?.addEventListener("abort", onAbort, { once: true });
      try {
        await ask(id, method, params, abort);
        for (;;) yield await stream.next();
      } finally {
        streams.delete(id);
        abort?.removeEventListener("abort", onAbort);
      }
    },
    close: () => connection.close(),
    closed,
  };
}

/** Events that wait to be read, or a reader that waits for one. */
class Stream<Event> {
  private readonly waiting: Event[] = [];
  private error: Error | undefined;
  private wake: () => void = () => undefined;

  push(event: Event): void {
    this.waiting.push(event);
    this.wake();
  }

  /** What came before is still read. */
  fail(error: Error): void {
    this.error = error;
    this.wake();
  }

  async next(): Promise<Event> {
    for (;;) {
      const event = this.waiting.shift();
      if (event !== undefined) return event;
      if (this.error !== undefined) throw this.error;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

interface Pending<T> {
  readonly promise: Promise<T>;
  readonly resolve: (result: T) => void;
  readonly reject: (error: Error) => void;
}

function replyTo<T>(): Pending<T> {
  let resolve: Pending<T>["resolve"] = () => undefined;
  let reject: Pending<T>["reject"] = () => undefined;
  const promise = new Promise<T>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error("Stopped.");
}
