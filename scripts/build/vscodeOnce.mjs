// @ts-check
/**
 * Takes VS Code's API from the host once, instead of once a module.
 *
 * For every import of an external package esbuild calls `require` and copies all members of what it gives, a hundred times some five hundred members here, which
 * was most of the time that activation took. An object that has none of its own, and inherits them all, is copied for nothing. Only for our own modules: what
 * other compilers emitted asks for own members (`__importStar` of TypeScript).
 *
 * @type {import("esbuild").Plugin}
 */
export const vscodeOnce = {
  name: "vscode-once",
  setup(host) {
    const namespace = "vscode-once";
    host.onResolve({ filter: /^vscode$/ }, ({ namespace: from }) =>
      from === namespace ? { path: "vscode", external: true } : { path: "vscode", namespace },
    );
    host.onLoad({ filter: /.*/, namespace }, () => ({
      contents: 'module.exports = Object.create(require("vscode"));',
    }));
  },
};
