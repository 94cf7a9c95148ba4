import { withoutFormData } from "./withoutFormData.mjs";

/**
 * Packages that are bundles of their own: large ones, since reading them takes most of the time that loading a program takes and few runs of it need them, and
 * those that one of these needs as well. Each is shared by all programs in dist/.
 *
 * @type {Readonly<Record<string, { readonly entry: string, readonly file: string }>>} what is imported → what is bundled for it, and where
 */
const imports = {
  "./s3Sdk.js": { entry: "src/platform/s3Sdk.ts", file: "s3Sdk.js" },
  axios: { entry: "axios", file: "axios.js" },
  "vscode-languageclient/node": { entry: "vscode-languageclient/node", file: "languageClient.js" },
  "vscode-jsonrpc": { entry: "vscode-jsonrpc/node", file: "jsonRpc.js" },
  "vscode-jsonrpc/node": { entry: "vscode-jsonrpc/node", file: "jsonRpc.js" },
  "vscode-languageserver-protocol": { entry: "vscode-languageserver-protocol/node", file: "languageProtocol.js" },
  "vscode-languageserver-protocol/node": { entry: "vscode-languageserver-protocol/node", file: "languageProtocol.js" },
  "web-tree-sitter": { entry: "web-tree-sitter", file: "treeSitter.js" },
};

const entries = new Map(Object.values(imports).map(({ entry, file }) => [file, entry]));

/** @type {readonly { readonly entryPoints: [string], readonly outfile: string, readonly plugins: import("esbuild").Plugin[] }[]} */
export const libraries = [...entries].map(([file, entry]) => ({
  entryPoints: [entry],
  outfile: `dist/libraries/${file}`,
  plugins: [leavesLibraries(".", entry), withoutFormData],
}));

/** For programs in dist/. */
export const sharedLibraries = leavesLibraries("./libraries");

/**
 * Leaves the import of a library to the program that runs: `require` finds it beside the bundle.
 *
 * @param {string} folder where the bundle finds them
 * @param {string} [own] the entry of a library, which is not left to itself
 * @returns {import("esbuild").Plugin}
 */
function leavesLibraries(folder, own) {
  return {
    name: "shared-libraries",
    setup(host) {
      for (const [name, { entry, file }] of Object.entries(imports)) {
        if (entry === own) continue;
        host.onResolve({ filter: new RegExp(`^${name.replaceAll(".", "\\.")}$`) }, () => ({
          path: `${folder}/${file}`,
          external: true,
        }));
      }
    },
  };
}
