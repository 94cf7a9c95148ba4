import workerText from "worker:./layoutWorker";
import type { Layout, LayoutInput } from "./geometry.js";
import { topologyKey } from "./layout.js";
import type { LayoutReply, LayoutRequest } from "./layoutWorker.js";

interface Waiting {
  readonly resolve: (layout: Layout) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Lays graphs out in a worker, so that typing and scrolling never wait for it.
 *
 * The same topology is never laid out twice in a row: the last layout is given again.
 */
export class LayoutClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #last: { readonly key: string; readonly layout: Promise<Layout> } | undefined;

  constructor() {
    // A webview may start a worker from a blob only: its own files have another origin.
    const address = URL.createObjectURL(new Blob([workerText], { type: "text/javascript" }));
    this.#worker = new Worker(address);
    this.#worker.addEventListener("message", ({ data }: MessageEvent<LayoutReply>) => {
      this.#settle(data);
    });
    this.#worker.addEventListener("error", ({ message }) => {
      this.#failAll(new Error(`The layout worker stopped: ${message}`));
    });
  }

  /** @throws Error when the layout failed; the next call tries again */
  place(input: LayoutInput): Promise<Layout> {
    const key = topologyKey(input);
    if (this.#last?.key === key) return this.#last.layout;
    const layout = this.#ask(input);
    this.#last = { key, layout };
    layout.catch(() => {
      if (this.#last?.layout === layout) this.#last = undefined;
    });
    return layout;
  }

  #ask(input: LayoutInput): Promise<Layout> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, input } satisfies LayoutRequest);
    });
  }

  #settle(reply: LayoutReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ("error" in reply) waiting?.reject(new Error(reply.error));
    else waiting?.resolve(reply.layout);
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
