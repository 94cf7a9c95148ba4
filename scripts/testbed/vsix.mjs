// @ts-check
/** The packaged extension, as the tests and the sample install it. */
import path from "node:path";

/** Names a package that is there already: one that `npm test` made for all its suites, or a release that is to be tested as it is. */
export const vsixVariable = "AQUEDUCT_VSIX";

/**
 * Builds for production and packages, unless {@link vsixVariable} names a package.
 *
 * @param {(command: string, args: readonly string[]) => Promise<number>} command gives the exit code
 * @returns {Promise<string>} absolute path of the .vsix
 */
export async function packagedExtension(command) {
  const named = process.env[vsixVariable];
  if (named) return path.resolve(named);
  if ((await command("npm", ["run", "--silent", "package"])) !== 0)
    throw new Error("The extension could not be packaged; what is wrong stands above.");
  return path.resolve("out/aqueduct.vsix");
}
