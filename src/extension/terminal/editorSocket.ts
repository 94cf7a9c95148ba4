import {
  isEditorSocketRequest,
  type Begun,
  type EditorSocketReply,
  type EditorSocketRequest,
} from "../../protocol/editorSocket.js";
import type { LocalConnection } from "../../core/index.js";

/** Answers one connection of a terminal. Every request gets one reply, failures included; then the connection ends. */
export function serveTerminal(
  connection: LocalConnection,
  answer: (request: EditorSocketRequest) => Promise<Begun>,
): (message: unknown) => void {
  const end = (reply: EditorSocketReply): void => {
    connection.send(reply);
    connection.close();
  };
  return (message) => {
    if (!isEditorSocketRequest(message)) {
      end({
        id: 0,
        ok: false,
        error: "The editor does not know this request. Run “Aqueduct: Set Up Python”, so that both are of one version.",
      });
      return;
    }
    const { id } = message;
    answer(message).then(
      (result) => {
        end({ id, ok: true, result });
      },
      (error: unknown) => {
        end({ id, ok: false, error: error instanceof Error ? error.message : String(error) });
      },
    );
  };
}
