/**
 * What a Python process in a terminal of the editor asks the window that the terminal belongs to, over a local socket: one JSON value a line, one request a
 * connection, exactly one reply. The window publishes and runs with its own secrets; none of them ever goes over this socket.
 *
 * The other end is `src/runtime/aqueduct/eager/editor.py`.
 */
import { check, isNumber, isRecord, isString, orAbsent, shape, type Check } from "./checks.js";

/** Environment variables of the editor's terminals. */
export const terminalVariables = {
  /** Address of the window's socket. */
  socket: "AQUEDUCT_EDITOR_SOCKET",
  /** Path of the command line's script, for when no window answers. */
  commandLine: "AQUEDUCT_CLI",
} as const;

/** A workflow as the file publishes it. */
interface PublishedByFile {
  /** Absolute path. */
  readonly file: string;
  readonly workflow: string;
  /** Of the `publish_flow` call, where it can be told. */
  readonly line?: number;
}

/** What the window has begun. */
export interface Begun {
  /** For the terminal: what happens now, and where to look. */
  readonly message: string;
}

/** What may be asked. A line added here fails the build until the window handles it. */
export interface EditorSocketRequests {
  /** Runs the workflow on the local engine. */
  run: { params: PublishedByFile; result: Begun };
  /** Shows what publishing would change; whoever sits at the window confirms it there. */
  publish: { params: PublishedByFile; result: Begun };
}

export type EditorSocketMethod = keyof EditorSocketRequests;

export type EditorSocketRequest = {
  readonly [M in EditorSocketMethod]: {
    readonly id: number;
    readonly method: M;
    readonly params: EditorSocketRequests[M]["params"];
  };
}[EditorSocketMethod];

export type EditorSocketReply =
  | { readonly id: number; readonly ok: true; readonly result: Begun }
  | { readonly id: number; readonly ok: false; readonly error: string };

const published = shape({ file: isString, workflow: isString, line: orAbsent(isNumber) });
const params: Readonly<Record<EditorSocketMethod, Check>> = { run: published, publish: published };

export function isEditorSocketRequest(message: unknown): message is EditorSocketRequest {
  return isRecord(message) && isNumber(message["id"]) && check(params, message["method"], message["params"]);
}
