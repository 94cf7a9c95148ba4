/**
 * Large packages that are bundles of their own, since reading them takes most of the time that loading a program takes, and few runs of it need them. Each
 * is shared by all programs in dist/.
 *
 * @type {Readonly<Record<string, { readonly entry: string, readonly file: string }>>} what is imported → what is bundled for it, and where
 */
const imports = {
  "./s3Sdk.js": { entry: "src/platform/s3Sdk.ts", file: "s3Sdk.js" },
  axios: { entry: "axios", file: "axios.js" },
  "vscode-languageclient/node": { entry: "vscode-languageclient/node", file: "languageClient.js" },
};

/** @type {readonly { readonly entryPoints: [string], readonly outfile: string }[]} */
export const libraries = Object.values(imports).map(({ entry, file }) => ({
  entryPoints: [entry],
  outfile: `dist/libraries/${file}`,
}));

/**
 * Leaves the import of a library to the program that runs: `require` finds it beside the bundle.
 *
 * @type {import("esbuild").Plugin}
 */
export const sharedLibraries = {
  name: "shared-libraries",
  setup(host) {
    for (const [name, { file }] of Object.entries(imports)) {
      host.onResolve({ filter: new RegExp(`^${name.replaceAll(".", "\\.")}$`) }, () => ({
        path: `./libraries/${file}`,
        external: true,
      }));
    }
  },
};
