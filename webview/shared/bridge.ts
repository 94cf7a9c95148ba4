import { isMessageToPanel, type GraphPanelEvents, type GraphPanelMethod, type GraphPanelReports, type GraphPanelRequests, type MessageToHost, type ReplyMessage } from "../../src/protocol/graphPanel.js";

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

type Listeners = { [E in keyof GraphPanelEvents]?: (data: GraphPanelEvents[E]) => void };

/** The typed line to the extension; one for a page, since VS Code gives its interface only once. */
export class Bridge {
  readonly #vscode = acquireVsCodeApi();
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners: Listeners = {};
  #lastId = 0;

  constructor() {
    window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (!isMessageToPanel(data)) return;
      if (data.type === "reply") this.#settle(data);
      else if (data.event === "contentChanged") this.#listeners.contentChanged?.(data.data);
      else this.#listeners.caretMoved?.(data.data);
    });
  }

  /** @throws Error with the host's sentence when it could not do it */
  request<M extends GraphPanelMethod>(method: M, params: GraphPanelRequests[M]["params"]): Promise<GraphPanelRequests[M]["result"]> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: "request", id, method, params } as MessageToHost);
    });
  }

  report<R extends keyof GraphPanelReports>(report: R, data: GraphPanelReports[R]): void {
    this.#send({ type: "report", report, data } as MessageToHost);
  }

  on<E extends keyof GraphPanelEvents>(event: E, listener: (data: GraphPanelEvents[E]) => void): void {
    Object.assign(this.#listeners, { [event]: listener });
  }

  #send(message: MessageToHost): void {
    this.#vscode.postMessage(message);
  }

  #settle(reply: ReplyMessage): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.result as never);
    else waiting?.reject(new Error(reply.error));
  }
}
