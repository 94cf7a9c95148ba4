// @ts-check
/** The packaged extension, as the tests and the sample install it. */
import { readdir, stat } from "node:fs/promises";
import path from "node:path";

/**
 * Packages the extension.
 *
 * @param {(command: string, args: readonly string[]) => Promise<number>} command gives the exit code
 * @returns {Promise<string>} absolute path of the .vsix
 */
export async function packagedExtension(command) {
  if (await command("npm", ["run", "--silent", "package"]) !== 0) throw new Error("The extension could not be packaged; what is wrong stands above.");
  return newestVsix();
}

/** @returns {Promise<string>} absolute path of the .vsix that was packaged last */
export async function newestVsix() {
  const folders = [".", "dist", "out"];
  const files = (await Promise.all(folders.map(async (folder) => (await readdir(folder).catch(() => /** @type {string[]} */ ([]))).map((file) => path.resolve(folder, file))))).flat().filter((file) => file.endsWith(".vsix"));
  const dated = await Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })));
  const [newest] = dated.sort((one, other) => other.time - one.time);
  if (!newest) throw new Error("No .vsix was found: run `npm run package`.");
  return newest.file;
}
