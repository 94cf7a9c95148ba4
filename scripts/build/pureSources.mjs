// @ts-check
import path from "node:path";

const folders = ["core", "formats"].map(
  (folder) => path.join(import.meta.dirname, "..", "..", "src", folder) + path.sep,
);

/**
 * Tells esbuild that a module of src/core or src/formats does nothing by being loaded, so that a program holds none of which it uses nothing. Without it, a table
 * that a module makes (`new Map(…)`) kept that module and all that it names: the reading of workflow files was in programs that read none.
 *
 * @type {import("esbuild").Plugin}
 */
export const pureSources = {
  name: "pure-sources",
  setup(host) {
    host.onResolve({ filter: /^\.\.?\// }, async ({ path: wanted, pluginData, ...from }) => {
      if (pluginData === pureSources.name) return;
      const found = await host.resolve(wanted, { ...from, pluginData: pureSources.name });
      const isPure = !found.external && folders.some((folder) => found.path.startsWith(folder));
      return isPure ? { ...found, sideEffects: false } : found;
    });
  },
};
