import type {
  EventOf,
  MessageToHost,
  MethodOf,
  PanelProtocol,
  PanelTypes,
  ParamsOf,
  ReplyMessage,
  ReportOf,
  ResultOf,
} from "../../src/protocol/panel.js";

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** The typed line to the extension; one for a page, since VS Code gives its interface only once. */
export class Bridge<T extends PanelTypes> {
  readonly #vscode = acquireVsCodeApi();
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, (data: never) => void>();
  #lastId = 0;

  constructor(protocol: PanelProtocol<T>) {
    window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (!protocol.isMessageToPanel(data)) return;
      if (data.type === "reply") this.#settle(data);
      else this.#listeners.get(data.event)?.(data.data as never);
    });
  }

  /** @throws Error with the host's sentence when it could not do it */
  request<M extends MethodOf<T>>(method: M, params: ParamsOf<T, M>): Promise<ResultOf<T, M>> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: "request", id, method, params } as unknown as MessageToHost<T>);
    });
  }

  report<R extends ReportOf<T>>(report: R, data: T["reports"][R]): void {
    this.#send({ type: "report", report, data } as unknown as MessageToHost<T>);
  }

  on<E extends EventOf<T>>(event: E, listener: (data: T["events"][E]) => void): void {
    this.#listeners.set(event, listener);
  }

  #send(message: MessageToHost<T>): void {
    this.#vscode.postMessage(message);
  }

  #settle(reply: ReplyMessage<T>): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.result as never);
    else waiting?.reject(new Error(reply.error));
  }
}
