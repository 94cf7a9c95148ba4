import type * as v from "valibot";
import type { Boundary } from "./boundary.js";
import { leftOut, ordinal, record, text, told } from "./schema.js";

/** Environment variables of the editor's terminals. */
export const terminalVariables = {
  /** Address of the window's socket. */
  socket: "AQUEDUCT_EDITOR_SOCKET",
  /** Path of the command line's script, for when no window answers. */
  commandLine: "AQUEDUCT_CLI",
} as const;

/** A workflow as the file publishes it. */
const published = record({
  file: told("Absolute path.", text),
  workflow: text,
  line: leftOut(told("Of the `publish_flow` call, where it can be told.", ordinal)),
});

const begun = record({ message: told("For the terminal: what happens now, and where to look.", text) });
/** What the window has begun. */
export interface Begun extends v.InferOutput<typeof begun> {}

/**
 * What a Python process in a terminal of the editor asks the window that the terminal belongs to: JSON-RPC over a local socket. The window publishes and runs
 * with its own secrets; none of them ever goes over this socket.
 *
 * The other end is `src/runtime/aqueduct/eager/editor.py`.
 */
export const editorSocket = {
  name: "the editor",
  misfit: "The editor does not know this request. Run “Aqueduct: Set Up Python”, so that both are of one version.",
  ended: "The editor went away before it answered: look there for what became of it.",
  requests: {
    /** Runs the workflow on the local engine. */
    run: { params: published, result: begun },
    /** Shows what publishing would change; whoever sits at the window confirms it there. */
    publish: { params: published, result: begun },
  },
  reports: {},
  events: {},
} as const satisfies Boundary;

export type EditorSocket = typeof editorSocket;
