import type { MethodOf, ParamsOf } from "../../formats/boundary.js";
import { editorSocket, type Begun, type EditorSocket } from "../../formats/editorSocket.js";
import type { LocalConnection } from "../../platform/localSocket.js";
import type { Complain } from "../../protocol/complaint.js";
import { Server } from "../../protocol/server.js";

/** What a terminal asks. */
export type TerminalRequest = {
  readonly [M in MethodOf<EditorSocket>]: { readonly method: M; readonly params: ParamsOf<EditorSocket, M> };
}[MethodOf<EditorSocket>];

/** Answers one connection of a terminal; whoever asked ends it. */
export function serveTerminal(
  { messages }: LocalConnection,
  answer: (request: TerminalRequest) => Promise<Begun>,
  complain: Complain,
): void {
  new Server(messages, editorSocket, {
    requests: {
      run: (params) => answer({ method: "run", params }),
      publish: (params) => answer({ method: "publish", params }),
    },
    reports: {},
    refused: (_, error) => (error instanceof Error ? error.message : String(error)),
    complain,
  });
  messages.listen();
}
