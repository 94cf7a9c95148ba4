// @ts-check
/** The packaged extension, as the tests and the sample install it. */
import path from "node:path";

/**
 * Builds for production and packages.
 *
 * @param {(command: string, args: readonly string[]) => Promise<number>} command gives the exit code
 * @returns {Promise<string>} absolute path of the .vsix
 */
export async function packagedExtension(command) {
  if ((await command("npm", ["run", "--silent", "package"])) !== 0)
    throw new Error("The extension could not be packaged; what is wrong stands above.");
  return path.resolve("out/aqueduct.vsix");
}
