import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Place } from "./cli.js";

/** Changes a file of the workspace by replacing one piece of its text. */
export async function edit(place: Place, file: string, from: string, to: string): Promise<void> {
  const target = path.join(place.cwd, file);
  const text = await readFile(target, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not contain: ${from}`);
  await writeFile(
    target,
    text.replace(from, () => to),
  );
}
