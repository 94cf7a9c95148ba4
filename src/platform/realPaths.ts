import { realpathSync } from "node:fs";
import path from "node:path";

/** Whether a path is a folder or lies in it, after links. */
export function isWithin(file: string, folder: string): boolean {
  const way = path.relative(realOf(folder), realOf(file));
  return way === "" || (way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/** A path after links. Of what is not there yet, that of the nearest folder above which is. */
export function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")))
      throw error;
    const above = path.dirname(file);
    return above === file ? file : path.join(realOf(above), path.basename(file));
  }
}
