/**
 * Who may import whom. What is not listed is forbidden; CONTRIBUTING explains the rows.
 *
 * ESLint's zones are made from this table and test/guards plants a violation of every row. The TypeScript projects say
 * the same a second time, in their `references`: a compiler sees what a linter that reads one file cannot, and back.
 *
 * @typedef {object} Row
 * @property {string} name       the row, as messages call it
 * @property {readonly string[]} folders   what the row is about: folders, or single files
 * @property {readonly string[]} may       what of ours these may import, themselves aside
 * @property {readonly string[]} packages  packages they may import; `node:` stands for Node's built-ins
 * @property {readonly string[]} [types]   packages they may import types from, and nothing else
 */

const formats = "src/formats";
const model = "src/core/model";
const ports = "src/core/ports.ts";
const coreDoor = ["src/core/index.ts", model, formats];

/** Of the runtime, the one file whose text core has. */
const dagTemplate = "src/runtime/aqueduct/launcher/dag_template.py";

const foundations = ["airflow", "store", "resources", "sql"].map(coreFolder);
const features = ["parse", "check", "language", "trace", "compile", "publish", "runs", "jobs"].map(coreFolder);

/** Pure packages: no Node, no DOM, no state. */
const corePackages = { packages: ["canonicalize", "jsonc-parser"], types: ["web-tree-sitter"] };

/** @type {readonly Row[]} */
export const importTable = [
  { name: "formats", folders: [formats], may: [], packages: ["valibot"] },
  { name: "core/model", folders: [model], may: [formats], packages: [] },
  { name: "core/ports", folders: [ports], may: [formats, model], packages: [], types: ["web-tree-sitter"] },
  ...foundations.map((folder) => ({
    name: short(folder),
    folders: [folder],
    may: [formats, model, ports],
    ...corePackages,
  })),
  ...features.map((folder) => ({
    name: short(folder),
    folders: [folder],
    may: [formats, model, ports, ...foundations, ...(folder === coreFolder("compile") ? [dagTemplate] : [])],
    ...corePackages,
  })),
  // Features never import one another: what joins them lies behind the door, in actions.
  {
    name: "core/index",
    folders: ["src/core/index.ts", "src/core/actions"],
    may: [formats, "src/core"],
    ...corePackages,
  },
  { name: "protocol", folders: ["src/protocol"], may: [formats], packages: ["vscode-jsonrpc"] },
  {
    name: "platform",
    folders: ["src/platform"],
    may: [...coreDoor, "src/protocol"],
    packages: ["node:", "web-tree-sitter", "@aws-sdk/client-s3", "axios", "proper-lockfile", "vscode-jsonrpc"],
  },
  {
    name: "server",
    folders: ["src/server"],
    may: [...coreDoor, "src/protocol", "src/platform"],
    packages: ["vscode-languageserver", "vscode-languageserver-textdocument"],
  },
  ...["engine", "cli"].map((name) => ({
    name,
    folders: [`src/${name}`],
    may: [...coreDoor, "src/platform", "src/protocol"],
    packages: ["node:", "commander"],
  })),
  {
    name: "extension",
    folders: ["src/extension"],
    may: [...coreDoor, "src/protocol", "src/platform"],
    packages: ["node:", "vscode", "vscode-languageclient", "vscode-jsonrpc"],
  },
  {
    name: "webview",
    folders: ["webview"],
    may: ["src/protocol", formats, model],
    packages: ["dagre", "@vscode/webview-ui-toolkit", "d3-zoom", "d3-selection", "@vscode/codicons", "vscode-jsonrpc"],
  },
];

/** @param {string} name */
function coreFolder(name) {
  return `src/core/${name}`;
}

/** @param {string} folder */
function short(folder) {
  return folder.replace(/^src\//, "");
}
