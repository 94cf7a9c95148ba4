import { build } from "esbuild";
import path from "node:path";

/**
 * Absolute paths of every file that went into a worker; they are in no bundle's own metafile, yet their licences ship.
 *
 * @type {string[]}
 */
export const workerInputs = [];

/**
 * Makes `import text from "worker:./layoutWorker"` give the text of that file bundled for a worker.
 *
 * A webview may start a worker only from a `blob:`, so the page carries the worker's text inside its script.
 *
 * @type {import("esbuild").Plugin}
 */
export const workerText = {
  name: "worker-text",
  setup(host) {
    host.onResolve({ filter: /^worker:/ }, ({ path: spec, resolveDir }) => ({
      path: `${path.resolve(resolveDir, spec.slice("worker:".length))}.ts`,
      namespace: "worker",
    }));
    host.onLoad({ filter: /.*/, namespace: "worker" }, async ({ path: entry }) => {
      const { minify = false, target = "esnext" } = host.initialOptions;
      const { outputFiles, metafile } = await build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        metafile: true,
        format: "iife",
        platform: "browser",
        target,
        minify,
      });
      const inputs = Object.keys(metafile.inputs).map((file) => path.resolve(file));
      workerInputs.push(...inputs);
      return { contents: outputFiles.map(({ text }) => text).join(""), loader: "text", watchFiles: inputs };
    });
  },
};
