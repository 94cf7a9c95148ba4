/**
 * What core asks of the world. `src/platform` answers on Node; unit tests answer with fakes.
 * Every method that may take long takes an AbortSignal; an aborted one rejects with the signal's reason.
 */
import type * as treeSitter from "web-tree-sitter";

/** One replacement in a text: offsets and columns in UTF-16 units, rows and columns from 0. */
interface SyntaxEdit {
  readonly startIndex: number;
  readonly oldEndIndex: number;
  readonly newEndIndex: number;
  readonly startPosition: treeSitter.Point;
  readonly oldEndPosition: treeSitter.Point;
  readonly newEndPosition: treeSitter.Point;
}

/** Parses Python text; `previous` with its edits applied makes it incremental. */
export interface PythonParser {
  parse(text: string, previous?: treeSitter.Tree): treeSitter.Tree;
  /** Tells a tree of a replacement in its text, before the new text is parsed with it. */
  edit(tree: treeSitter.Tree, edit: SyntaxEdit): void;
}

export interface FileEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

/** A file that decides what runs or where a secret goes was refused: who else may have put it there, and how to allow it, is the message. */
export class NotTrusted extends Error {
  override readonly name = "NotTrusted";
  constructor(
    /** Absolute. */
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** Absolute paths of this machine. A missing file is `undefined`; anything else that goes wrong rejects, and so does reading what is no regular file, such as a pipe. */
export interface Files {
  /**
   * The text of a file that decides what runs or where a secret goes, without a byte order mark. Rejects with {@link NotTrusted} where it is not the
   * user's own, can be changed by others, leads out of `folder`, is not a regular file or is larger than `limit` bytes.
   */
  readOwned(path: string, folder: string, limit: number): Promise<string | undefined>;
  /** Whether a search upwards for a project ends at a folder, since what lies above is another user's or open to everybody. */
  endsSearch(folder: string): Promise<boolean>;
  /** Whether every user of this machine may read what lies in a folder; false where the system does not tell. */
  isReadByAll(folder: string): Promise<boolean>;
  /** What has this path, links not followed. */
  kindOf(path: string): Promise<FileEntry["kind"] | undefined>;
  read(path: string): Promise<Uint8Array | undefined>;
  /** @param limit in bytes; by default `fileBudget` of `model/budgets` */
  readText(path: string, limit?: number): Promise<string | undefined>;
  /** Through a temporary name in the same folder, flushed, then renamed; makes missing folders. In a folder that only its owner may enter, for the owner alone. */
  writeAtomically(path: string, bytes: Uint8Array | string, options?: { readonly mode?: number }): Promise<void>;
  list(path: string): Promise<readonly FileEntry[] | undefined>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** A folder of ours in `folder`, which nobody else may enter: made, or closed where it is there. Rejects with {@link NotTrusted} where it is another's. */
  makeOwnFolder(path: string, folder: string): Promise<void>;
  /** An empty folder that only its owner may read, for what is gone soon; whoever makes it removes it. */
  makeTemporaryFolder(): Promise<string>;
  join(...parts: readonly string[]): string;
  dirname(path: string): string;
  /** The way from a folder to what lies in it, with `/` on every system. */
  relative(folder: string, path: string): string;
}

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/** What a store tells of an object's bytes without giving them. */
export interface StoredDigest {
  /** Of the bytes as they lie there. */
  readonly sha256: string;
  readonly etag: string;
}

/** A folder or a bucket. Keys use `[A-Za-z0-9._=/-]` only. */
export interface ObjectStore {
  get(key: string, signal?: AbortSignal): Promise<StoredObject | undefined>;
  /** By a checksum that the server itself has made of the bytes, else by reading them, piece by piece. */
  digestOf(key: string, signal?: AbortSignal): Promise<StoredDigest | undefined>;
  /** Keys under a prefix in order of their bytes, at most `limit`, after `startAfter`. */
  list(
    prefix: string,
    options?: { readonly startAfter?: string; readonly limit?: number; readonly signal?: AbortSignal },
  ): Promise<readonly string[]>;
  /** The names directly under a prefix that ends with `/`: folders with a trailing `/`. */
  listFolder(prefix: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** False where the key exists already; its bytes stay as they were. */
  putIfAbsent(key: string, bytes: Uint8Array, signal?: AbortSignal): Promise<boolean>;
  /** Swaps; `etag` undefined: only if absent. False where somebody else was faster. */
  putIfMatch(key: string, bytes: Uint8Array, etag: string | undefined, signal?: AbortSignal): Promise<boolean>;
  delete(key: string, signal?: AbortSignal): Promise<void>;
  /** For people: where it is. */
  readonly address: string;
}

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds in all, its answer included; by default, and at most, what an answer may take (`model/budgets`). */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Resolves with any status; rejects with {@link Unreachable} where no answer came, or one that is larger or slower than its budget. */
export interface Http {
  send(request: HttpRequest): Promise<HttpResponse>;
}

export class Unreachable extends Error {
  override readonly name = "Unreachable";
  constructor(
    readonly url: string,
    readonly reason: string,
  ) {
    super(`${url} does not answer: ${reason}`);
  }
}

export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** The whole environment; undefined: this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly onOutput?: (stream: "stdout" | "stderr", text: string) => void;
  /** Aborting ends the process group. */
  readonly signal?: AbortSignal;
}

/** Of a long output the beginning and the end, with a line between them that says how much is left out. */
export interface ProcessResult {
  readonly code: number | null;
  readonly signalName: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Processes {
  /** That of this process. */
  environment(): Readonly<Record<string, string>>;
  /** Runs to the end. Rejects where the command cannot be started. */
  run(request: ProcessRequest): Promise<ProcessResult>;
}

export interface Interpreter {
  readonly path: string;
  /** Such as `3.11.7`. */
  readonly version: string;
  readonly source: string;
}

export interface Interpreters {
  /** The interpreter for a workflow file, in the order of *Which Python* in ARCHITECTURE; undefined where there is none. */
  find(file: string, signal?: AbortSignal): Promise<Interpreter | undefined>;
}

/** There is a password, and it is not to go to that server. `message` says why and what to do. */
export class PasswordWithheld extends Error {
  override readonly name = "PasswordWithheld";
}

/** Passwords by resource and server origin; `undefined` where none is known. */
export interface Secrets {
  /** @throws PasswordWithheld */
  password(resource: string, origin: string, user: string): Promise<string | undefined>;
  /** What to do where there is none, or a wrong one: a sentence; left out, it is to set the resource's variable. */
  remedy?(resource: string): string;
}

export interface Hash {
  /** Lower-case hex. */
  sha256(bytes: Uint8Array | string): string;
}

export interface Random {
  /** Lower-case hex, two digits a byte. */
  hex(bytes: number): string;
}

export interface Clock {
  /** RFC 3339 in UTC with microseconds and `Z`. */
  now(): string;
  /** Milliseconds, never going back. */
  monotonic(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export interface Log {
  info(message: string, data?: Readonly<Record<string, unknown>>): void;
  warn(message: string, data?: Readonly<Record<string, unknown>>): void;
  error(message: string, error: unknown, data?: Readonly<Record<string, unknown>>): void;
}
