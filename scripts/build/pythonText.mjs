// @ts-check
import { readFile } from "node:fs/promises";

/**
 * What `sourceLoader` of bundles.mjs is to the bundles, for vitest: a Python file is imported as its text.
 *
 * @type {import("vitest/config").Plugin}
 */
export const pythonText = {
  name: "python-text",
  enforce: "pre",
  async load(id) {
    return id.endsWith(".py") ? `export default ${JSON.stringify(await readFile(id, "utf8"))};` : undefined;
  },
};
