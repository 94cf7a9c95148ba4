/**
 * Who may import whom, said a second time and by hand, so that a slip in the linter's table or in a project's
 * references shows as a difference between the two.
 */
export interface Row {
  /** Where violations are planted. */
  readonly file: string;
  /** The TypeScript project that the file belongs to. */
  readonly project: string;
  /** Names of {@link targets} that it may import. */
  readonly may: readonly string[];
  /** Outside packages it may import; `node` for Node's built-ins. */
  readonly packages: readonly string[];
}

/** What can be imported: a folder of ours, with the project that compiles it. */
export const targets = {
  formats: "src/formats",
  "core/model": "src/core/model",
  "core/ports": "src/core",
  "core/index": "src/core",
  "core/airflow": "src/core",
  "core/store": "src/core",
  "core/resources": "src/core",
  "core/sql": "src/core",
  "core/parse": "src/core",
  "core/check": "src/core",
  "core/language": "src/core",
  "core/trace": "src/core",
  "core/compile": "src/core",
  "core/publish": "src/core",
  "core/runs": "src/core",
  "core/jobs": "src/core",
  "core/actions": "src/core",
  protocol: "src/protocol",
  platform: "src/platform",
  server: "src/server",
  engine: "src/engine",
  cli: "src/cli",
  extension: "src/extension",
  webview: "webview",
  test: "test",
} as const;

const everyCoreFolder = ["formats", ...Object.keys(targets).filter((name) => name.startsWith("core/"))];
const pure = ["canonicalize", "jsonc-parser"];

const foundation = (name: string): readonly [string, Row] => [
  `core/${name}`,
  {
    file: `src/core/${name}/planted.ts`,
    project: "src/core",
    may: [`core/${name}`, "formats", "core/model", "core/ports"],
    packages: pure,
  },
];
const feature = (name: string): readonly [string, Row] => [
  `core/${name}`,
  {
    file: `src/core/${name}/planted.ts`,
    project: "src/core",
    may: [
      `core/${name}`,
      "formats",
      "core/model",
      "core/ports",
      "core/airflow",
      "core/store",
      "core/resources",
      "core/sql",
    ],
    packages: pure,
  },
];
const outer = (name: string, may: readonly string[], packages: readonly string[]): readonly [string, Row] => [
  name,
  { file: `src/${name}/planted.ts`, project: `src/${name}`, may: [name, ...may], packages },
];

/** Every row of the table but Python's. */
export const rows: ReadonlyMap<string, Row> = new Map([
  ["formats", { file: "src/formats/planted.ts", project: "src/formats", may: ["formats"], packages: ["valibot"] }],
  [
    "core/model",
    { file: "src/core/model/planted.ts", project: "src/core/model", may: ["formats", "core/model"], packages: [] },
  ],
  [
    "core/ports",
    { file: "src/core/ports.ts", project: "src/core", may: ["formats", "core/model", "core/ports"], packages: [] },
  ],
  ["core/actions", { file: "src/core/actions/planted.ts", project: "src/core", may: everyCoreFolder, packages: pure }],
  ["core/index", { file: "src/core/index.ts", project: "src/core", may: everyCoreFolder, packages: pure }],
  ...["airflow", "store", "resources", "sql"].map(foundation),
  ...["parse", "check", "language", "trace", "compile", "publish", "runs", "jobs"].map(feature),
  outer("protocol", ["formats"], ["vscode-jsonrpc"]),
  outer(
    "platform",
    ["formats", "core/model", "core/index", "protocol"],
    ["node", "web-tree-sitter", "@aws-sdk/client-s3", "axios", "vscode-jsonrpc"],
  ),
  outer("server", ["formats", "core/model", "core/index", "protocol", "platform"], ["vscode-languageserver"]),
  outer("engine", ["formats", "core/model", "core/index", "protocol", "platform"], ["node", "commander"]),
  outer("cli", ["formats", "core/model", "core/index", "protocol", "platform"], ["node", "commander"]),
  outer(
    "extension",
    ["formats", "core/model", "core/index", "protocol", "platform"],
    ["node", "vscode", "vscode-languageclient", "vscode-jsonrpc"],
  ),
  [
    "webview",
    {
      file: "webview/planted.ts",
      project: "webview",
      may: ["webview", "formats", "core/model", "protocol"],
      packages: ["dagre", "@vscode/webview-ui-toolkit", "d3-zoom", "vscode-jsonrpc"],
    },
  ],
]);

/** Outside packages that each row is tried with; the built-in stands in both spellings. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  node: ["node:fs"],
  // Never allowed: where built-ins may be used they are spelled `node:`.
  "node, unprefixed": ["fs"],
  vscode: ["vscode"],
  "web-tree-sitter": ["web-tree-sitter"],
  "@aws-sdk/client-s3": ["@aws-sdk/client-s3"],
  axios: ["axios"],
  commander: ["commander"],
  "vscode-languageserver": ["vscode-languageserver/node"],
  "vscode-languageclient": ["vscode-languageclient/node"],
  dagre: ["dagre"],
  "@vscode/webview-ui-toolkit": ["@vscode/webview-ui-toolkit"],
  "d3-zoom": ["d3-zoom"],
  canonicalize: ["canonicalize"],
  "jsonc-parser": ["jsonc-parser"],
  valibot: ["valibot"],
  "vscode-jsonrpc": ["vscode-jsonrpc"],
};
