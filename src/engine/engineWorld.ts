import type { Clock, Hash, Log } from "../core/index.js";

/** What the daemon's parts ask of the world. */
export interface EngineWorld {
  readonly clock: Clock;
  readonly hash: Hash;
  readonly random: { uuid(): string };
  readonly log: Log;
  /** Milliseconds between TERM and KILL when a task is cancelled. */
  readonly grace: number;
  /** How many tasks of all jobs run at once. */
  readonly operators: number;
}
