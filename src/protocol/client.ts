import {
  CancellationTokenSource,
  ConnectionError,
  ErrorCodes,
  NotificationType,
  ParameterStructures,
  RequestType,
  ResponseError,
  type MessageConnection,
} from "vscode-jsonrpc";
import type {
  Boundary,
  EventData,
  EventOf,
  MethodOf,
  ParamsOf,
  ReportData,
  ReportOf,
  ResultOf,
} from "../formats/boundary.js";
import { taken, type Complain } from "./complaint.js";

/** The other side is gone: it may be started again, and asked for what was missed. */
export class ConnectionEnded extends Error {
  override readonly name = "ConnectionEnded";
}

/** The side of a boundary that asks. What it gets is checked when it arrives. */
export class Client<B extends Boundary> {
  readonly #connection: MessageConnection;
  readonly #boundary: B;
  readonly #complain: Complain;
  readonly #listeners = new Map<string, (data: never) => void>();

  /** Listeners are to be there before the connection listens. */
  constructor(connection: MessageConnection, boundary: B, complain: Complain) {
    this.#connection = connection;
    this.#boundary = boundary;
    this.#complain = complain;
    for (const [event, schema] of Object.entries(boundary.events))
      connection.onNotification(new NotificationType<unknown>(event, ParameterStructures.byName), (data: unknown) => {
        const found = taken(boundary, event, schema, data, complain);
        if ("value" in found) this.#listeners.get(event)?.(found.value as never);
      });
    connection.onUnhandledNotification(({ method }) => {
      complain(`an event that ${boundary.name} is not known to have`, { message: method });
    });
  }

  /**
   * Rejects with the other side's sentence where it refuses, with {@link ConnectionEnded} where the connection ends first, and with the reason of the signal,
   * of which the other side is told.
   */
  async request<M extends MethodOf<B>>(
    method: M,
    params: ParamsOf<B, M>,
    signal?: AbortSignal,
  ): Promise<ResultOf<B, M>> {
    signal?.throwIfAborted();
    const found = taken(
      this.#boundary,
      method,
      this.#resultOf(method),
      await this.#ask(method, params, signal),
      this.#complain,
    );
    if ("value" in found) return found.value;
    throw new Error(found.misfit);
  }

  report<R extends ReportOf<B>>(report: R, data: ReportData<B, R>): void {
    try {
      // Who has gone needs no report; the end of the connection is told by itself.
      this.#connection
        .sendNotification(new NotificationType<object>(report, ParameterStructures.byName), data as object)
        .catch(() => undefined);
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
    }
  }

  /** One listener for each event. */
  on<E extends EventOf<B>>(event: E, listener: (data: EventData<B, E>) => void): void {
    this.#listeners.set(event, listener);
  }

  #resultOf(method: string): B["requests"][string]["result"] {
    const request = this.#boundary.requests[method];
    if (request === undefined) throw new Error(`${this.#boundary.name} has no request “${method}”`);
    return request.result;
  }

  async #ask(method: string, params: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    const cancellation = new CancellationTokenSource();
    const type = new RequestType<object, unknown, void>(method, ParameterStructures.byName);
    try {
      const reply = this.#connection.sendRequest(type, params as object, cancellation.token);
      return await (signal === undefined ? reply : unlessAborted(reply, signal, () => cancellation.cancel()));
    } catch (error) {
      throw isEnd(error) ? new ConnectionEnded(this.#boundary.ended, { cause: error }) : error;
    } finally {
      cancellation.dispose();
    }
  }
}

/** A reply, or the reason of the signal. */
function unlessAborted<T>(reply: Promise<T>, signal: AbortSignal, cancel: () => void): Promise<T> {
  const asker: Asker<T> = { waiting: undefined };
  const promise = new Promise<T>((resolve, reject) => {
    const abort = (): void => {
      asker.waiting = undefined;
      reject(signal.reason instanceof Error ? signal.reason : new Error("Stopped."));
      cancel();
    };
    signal.addEventListener("abort", abort, { once: true });
    asker.waiting = { resolve, reject, leave: () => signal.removeEventListener("abort", abort) };
  });
  pass(reply, asker);
  return promise;
}

/** Whoever waits for a reply, as long as they do. */
interface Asker<T> {
  waiting:
    | {
        readonly resolve: (result: T) => void;
        readonly reject: (error: unknown) => void;
        readonly leave: () => void;
      }
    | undefined;
}

/** A function of its own: a signal may outlive many requests, and the reply to one that was given up may never come, so neither may hold the other. */
function pass<T>(reply: Promise<T>, asker: Asker<T>): void {
  reply.then(
    (result) => {
      asker.waiting?.leave();
      asker.waiting?.resolve(result);
    },
    (error: unknown) => {
      asker.waiting?.leave();
      asker.waiting?.reject(error);
    },
  );
}

function isEnd(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ResponseError && endCodes.includes(error.code));
}

const endCodes: readonly number[] = [
  ErrorCodes.PendingResponseRejected,
  ErrorCodes.MessageWriteError,
  ErrorCodes.ConnectionInactive,
];
