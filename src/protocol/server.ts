import {
  ConnectionError,
  ErrorCodes,
  NotificationType,
  ParameterStructures,
  RequestType,
  ResponseError,
  type CancellationToken,
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
import { misfitOf, taken, type Complain } from "./complaint.js";

export interface ServerParts<B extends Boundary> {
  /** The signal is aborted when the answer is no longer wanted, or there is nobody left to get it. */
  readonly requests: {
    readonly [M in MethodOf<B>]: (
      params: ParamsOf<B, M>,
      signal: AbortSignal,
    ) => ResultOf<B, M> | Promise<ResultOf<B, M>>;
  };
  readonly reports: { readonly [R in ReportOf<B>]: (data: ReportData<B, R>) => void };
  /** Told of every request that was refused; gives the sentence for who asked. */
  readonly refused: (method: MethodOf<B>, error: unknown) => string;
  readonly complain: Complain;
}

/** The side of a boundary that answers. Every request gets one reply, failures included; what makes no sense gets an error and ends nothing. */
export class Server<B extends Boundary> {
  readonly #connection: MessageConnection;
  readonly #boundary: B;
  readonly #parts: ServerParts<B>;
  readonly #running = new Set<AbortController>();

  constructor(connection: MessageConnection, boundary: B, parts: ServerParts<B>) {
    this.#connection = connection;
    this.#boundary = boundary;
    this.#parts = parts;
    const { name } = boundary;
    for (const method of Object.keys(boundary.requests) as MethodOf<B>[])
      connection.onRequest(
        new RequestType<unknown, unknown, void>(method, ParameterStructures.byName),
        (params: unknown, token: CancellationToken) => this.#answer(method, params, token),
      );
    connection.onRequest((method) => {
      parts.complain(`a request that ${name} does not know`, { message: method });
      throw new ResponseError(ErrorCodes.MethodNotFound, misfitOf(boundary, method, "it is not known"));
    });
    for (const [report, schema] of Object.entries(boundary.reports))
      connection.onNotification(new NotificationType<unknown>(report, ParameterStructures.byName), (data: unknown) => {
        const found = taken(boundary, report, schema, data, parts.complain);
        if ("value" in found) parts.reports[report as ReportOf<B>](found.value);
      });
    connection.onUnhandledNotification(({ method }) => {
      parts.complain(`a report that ${name} does not know`, { message: method });
    });
    const end = (): void => {
      for (const running of this.#running) running.abort(new Error(boundary.ended));
    };
    connection.onClose(end);
    connection.onDispose(end);
  }

  /** Nobody is told where nobody is left. */
  send<E extends EventOf<B>>(event: E, data: EventData<B, E>): void {
    try {
      this.#connection
        .sendNotification(new NotificationType<object>(event, ParameterStructures.byName), data as object)
        .catch(() => undefined);
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
    }
  }

  async #answer(method: MethodOf<B>, params: unknown, token: CancellationToken): Promise<unknown> {
    const { requests, refused, complain } = this.#parts;
    const schema = this.#boundary.requests[method]?.params;
    if (schema === undefined) throw new Error(`${this.#boundary.name} has no request “${method}”`);
    const found = taken(this.#boundary, method, schema, params, complain);
    if ("misfit" in found) throw new ResponseError(ErrorCodes.InvalidParams, found.misfit);
    const running = new AbortController();
    if (token.isCancellationRequested) throw cancelled(method);
    const cancellation = token.onCancellationRequested(() =>
      running.abort(new Error("The answer is no longer wanted.")),
    );
    this.#running.add(running);
    const { signal } = running;
    const answer = async (): Promise<unknown> => {
      try {
        return await requests[method](found.value, signal);
      } catch (error) {
        if (signal.aborted && error === signal.reason) throw cancelled(method);
        throw new ResponseError(ErrorCodes.InternalError, refused(method, error));
      }
    };
    try {
      return await unlessAborted(answer(), method, signal);
    } finally {
      cancellation.dispose();
      this.#running.delete(running);
    }
  }
}

function cancelled(method: string): ResponseError {
  // The Language Server Protocol's number: JSON-RPC has none for this.
  return new ResponseError(-32800, `“${method}” was cancelled.`);
}

/** One that does not listen to its signal is not waited for; where it fails later, that is told all the same. */
async function unlessAborted(answer: Promise<unknown>, method: string, signal: AbortSignal): Promise<unknown> {
  return Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(cancelled(method)), { once: true });
    }),
  ]);
}
