import type { Layout, LayoutInput } from "./geometry.js";
import { layout } from "./layout.js";

/** What the worker is asked and answers; `error` is the cause, for the log. */
export interface LayoutRequest {
  readonly id: number;
  readonly input: LayoutInput;
}

export type LayoutReply =
  | { readonly id: number; readonly layout: Layout }
  | { readonly id: number; readonly error: string };

self.addEventListener("message", (event: MessageEvent<LayoutRequest>) => {
  self.postMessage(answer(event.data));
});

function answer({ id, input }: LayoutRequest): LayoutReply {
  try {
    return { id, layout: layout(input) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
