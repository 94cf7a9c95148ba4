import { setMaxListeners } from "node:events";
import process from "node:process";

import type { Interrupts } from "./shell.js";

/** Why a command ends at Ctrl-C. */
class Interrupted extends Error {
  override readonly name = "Interrupted";
  constructor() {
    super("Interrupted.");
  }
}

/** A signal that aborts at Ctrl-C, until it is released. */
export function interruptSignal(): Interrupts {
  const abort = new AbortController();
  // Every request under way listens to it, and a history reads dozens at once: Node would take that for a leak and say so on stderr.
  setMaxListeners(0, abort.signal);
  const interrupt = (): void => abort.abort(new Interrupted());
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  return { signal: abort.signal, release: () => void process.off("SIGINT", interrupt).off("SIGTERM", interrupt) };
}
