import { watch } from "node:fs";

/**
 * Calls `onChange` whenever something may have happened to a file or in a folder: a hint to look, no more.
 *
 * Where the system has no watches left (an editor may have taken them all), it is called every so often instead.
 *
 * @returns how to stop
 */
export function watchPath(path: string, onChange: () => void): () => void {
  try {
    const watcher = watch(path, onChange);
    watcher.on("error", onChange);
    return () => watcher.close();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EMFILE")))
      throw error;
    const interval = setInterval(onChange, look);
    return () => clearInterval(interval);
  }
}

/** Milliseconds. */
const look = 200;
