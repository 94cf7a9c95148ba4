import { createHash } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeOwnFolder } from "./ownedFile.js";
import { userDataFolder } from "./userData.js";

/**
 * Keeps a copy of the engine under the hash of its bytes, outside the installation: a daemon outlives the update that replaces the extension's folder.
 *
 * @returns the copy's absolute path
 */
export async function keepBundle(bundle: string, dataFolder = userDataFolder()): Promise<string> {
  const bytes = await readFile(bundle);
  // Whoever may write there decides what the daemon is.
  makeOwnFolder(path.join(dataFolder, "engine"), dataFolder);
  const folder = path.join(dataFolder, "engine", createHash("sha256").update(bytes).digest("hex").slice(0, 16));
  const copy = path.join(folder, "engine.js");
  if (await holds(copy, bytes)) return copy;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = path.join(folder, `.${process.pid}-${performance.now()}.tmp`);
  await writeFile(temporary, bytes, { mode: 0o600 });
  try {
    await link(temporary, copy);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(temporary);
  }
  return copy;
}

async function holds(file: string, bytes: Buffer): Promise<boolean> {
  try {
    return bytes.equals(await readFile(file));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
