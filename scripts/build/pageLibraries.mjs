import path from "node:path";

/** What several pages need, as modules of their own beside them; of the policy since it is to listen before anything else of a page runs. */
const files = ["policy", "jsonRpc", "toolkit"];

/** @type {readonly { readonly entryPoints: [string], readonly outfile: string }[]} */
export const pageLibraries = files.map((file) => ({
  entryPoints: [`webview/shared/${file}.ts`],
  outfile: `dist/webview/${file}.js`,
}));

/**
 * Leaves what pages share to the browser: a module finds it beside itself.
 *
 * @type {import("esbuild").Plugin}
 */
export const sharedByPages = {
  name: "shared-by-pages",
  setup(host) {
    /** @param {string} file */
    const beside = (file) => ({ path: `./${file}.js`, external: true });
    host.onResolve({ filter: /^vscode-jsonrpc(\/browser)?$/ }, () => beside("jsonRpc"));
    host.onResolve({ filter: new RegExp(`/(${files.join("|")})\\.js$`) }, ({ path: name, resolveDir }) => {
      const file = path.basename(name, ".js");
      return path.resolve(resolveDir, name) === path.resolve(`webview/shared/${file}.js`) ? beside(file) : undefined;
    });
  },
};
