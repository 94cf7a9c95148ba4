import { libraries, sharedLibraries } from "./libraries.mjs";
import { pageLibraries, sharedByPages } from "./pageLibraries.mjs";
import { vscodeOnce } from "./vscodeOnce.mjs";
import { workerText } from "./workerText.mjs";

/** web-tree-sitter's ESM file dies in a CommonJS bundle (`createRequire(undefined)`); its CommonJS twin does not. */
const treeSitterAlias = { "web-tree-sitter": "./node_modules/web-tree-sitter/web-tree-sitter.cjs" };

/** jsonc-parser's UMD file hides its imports from bundlers; its ESM twin does not. */
const jsoncAlias = { "jsonc-parser": "./node_modules/jsonc-parser/lib/esm/main.js" };

/** What our sources import, as files that can be bundled for Node. */
export const sourceAliases = { ...treeSitterAlias, ...jsoncAlias };

/** What our sources import besides TypeScript: Python that they write to files, as text. */
export const sourceLoader = { ".py": /** @type {const} */ ("text") };

/** `import.meta` is empty in a CommonJS bundle: give it the two members that our sources use. */
const importMeta = {
  define: { "import.meta.url": "__importMetaUrl", "import.meta.dirname": "__dirname" },
  banner: { js: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
};

/** @satisfies {import("esbuild").BuildOptions} */
const node = {
  platform: /** @type {const} */ ("node"),
  format: /** @type {const} */ ("cjs"),
  target: "node20",
  alias: sourceAliases,
  loader: sourceLoader,
  ...importMeta,
};

/** @satisfies {import("esbuild").BuildOptions} */
const browser = {
  platform: /** @type {const} */ ("browser"),
  format: /** @type {const} */ ("esm"),
  target: "chrome124",
  loader: { ".ttf": /** @type {const} */ ("file") },
  assetNames: "[name]",
  plugins: [workerText, sharedByPages],
};

/** @typedef {import("esbuild").BuildOptions & { entryPoints: [string], outfile: string }} Bundle */

/**
 * What is bundled, one entry per process or page. Nothing else of our TypeScript ships.
 *
 * @type {readonly Bundle[]}
 */
export const bundles = [
  {
    entryPoints: ["src/extension/extension.ts"],
    outfile: "dist/extension.js",
    plugins: [sharedLibraries, vscodeOnce],
    ...node,
  },
  { entryPoints: ["src/server/main.ts"], outfile: "dist/server.js", plugins: [sharedLibraries], ...node },
  { entryPoints: ["src/engine/main.ts"], outfile: "dist/engine.js", ...node },
  {
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    plugins: [sharedLibraries],
    ...node,
    banner: { js: `#!/usr/bin/env node\n${node.banner.js}` },
  },
  ...libraries.map((library) => ({ ...library, external: ["vscode"], ...node })),
  { entryPoints: ["webview/graphPanel/main.ts"], outfile: "dist/webview/graphPanel.js", ...browser },
  { entryPoints: ["webview/stepsPanel/main.ts"], outfile: "dist/webview/stepsPanel.js", ...browser },
  { entryPoints: ["webview/previewPanel/main.ts"], outfile: "dist/webview/previewPanel.js", ...browser },
  ...pageLibraries.map((library) => ({ ...library, ...browser, plugins: [] })),
];
