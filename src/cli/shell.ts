import type { PythonParser, World } from "../core/index.js";
import type { FollowedLogs } from "../platform/followLogs.js";
import type { WorldOptions } from "./world.js";

/** What the command line asks of where it was typed. `nodeShell` answers with this process; unit tests answer with a fake. */
export interface Shell {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The folder that relative paths start from; absolute. */
  readonly folder: string;
  /** A signal that aborts at Ctrl-C, until it is released. */
  interrupts(): Interrupts;
  /** Asks the person at the keyboard; undefined where nobody sits there. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** The name of who typed the command, as colleagues know it. */
  user(): string;
  world(options: WorldOptions): World;
  pythonParser(): Promise<PythonParser>;
  /** Shows what tasks print while they run. */
  followLogs(show: (text: string) => void): FollowedLogs;
}

export interface Output {
  write(text: string): void;
  /** The width of the terminal; undefined where it is a file or a pipe. */
  readonly columns: number | undefined;
}

export interface Interrupts {
  readonly signal: AbortSignal;
  readonly release: () => void;
}
