import { readFile } from "node:fs/promises";

/**
 * Leaves what members of formats are told to be out of the bundles: only JSON schemas and docs/formats show it, and those are made of the sources.
 *
 * @type {import("esbuild").Plugin}
 */
export const withoutDescriptions = {
  name: "without-descriptions",
  setup(host) {
    host.onLoad({ filter: /[\\/]src[\\/]formats[\\/][^\\/]+\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/\btold\((\s*)"(?:[^"\\]|\\.)*"/g, 'told($1""'),
      loader: "ts",
    }));
  },
};
