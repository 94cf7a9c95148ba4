import { readFileSync } from "node:fs";
import path from "node:path";
import tseslint from "typescript-eslint";
import { beforeAll, describe, expect, it } from "vitest";
import { filesUnder } from "../../scripts/build/filesUnder.mjs";
import { lint, type Report } from "./support/checkers.js";
import { plantedTree } from "./support/plantedTree.js";
import { root } from "./support/repository.js";

/** What a file must not do beyond imports by path and package, which `importTable.test.ts` tries. */
const violations = [
  {
    what: "an import of a package that nobody declared",
    rule: "import-x/no-extraneous-dependencies",
    file: "src/platform/undeclared.ts",
    source: 'export { parse } from "acorn";',
  },
  {
    what: "a development package in what ships",
    rule: "import-x/no-extraneous-dependencies",
    file: "src/platform/development.ts",
    source: 'export { build } from "esbuild";',
  },
  {
    what: "console output",
    rule: "no-console",
    file: "src/extension/console.ts",
    source: 'console.log("said");\nexport const said = true;',
  },
  {
    what: "console output of the command line",
    rule: "no-console",
    file: "src/cli/print.ts",
    source: 'console.log("said");\nexport const said = true;',
  },
  ...["showErrorMessage", "showWarningMessage", "showInformationMessage", "setStatusBarMessage"].map((name) => ({
    what: `${name} past the door that makes text safe`,
    rule: "no-restricted-properties",
    file: `src/extension/${name}.ts`,
    source: `import * as vscode from "vscode";\nexport const tell = (text: string) => vscode.window.${name}(text);`,
  })),
  ...["withProgress", "showInputBox", "showQuickPick", "createInputBox", "createQuickPick", "createStatusBarItem"].map(
    (name) => ({
      what: `${name} past the door that makes text safe`,
      rule: "no-restricted-properties",
      file: `src/extension/${name}.ts`,
      source: `import { window } from "vscode";\nexport const { ${name} } = window;`,
    }),
  ),
  {
    what: "a line of a tree past the door that makes text safe",
    rule: "no-restricted-properties",
    file: "src/extension/views/treeItem.ts",
    source: 'import * as vscode from "vscode";\nexport const line = new vscode.TreeItem("said by others");',
  },
  {
    what: "output of the command line past the door that makes text safe",
    rule: "no-restricted-properties",
    file: "src/cli/commands/print.ts",
    source: 'import process from "node:process";\nprocess.stdout.write("said by others");',
  },
  {
    what: "a file of more than 400 lines",
    rule: "max-lines",
    file: "src/server/long.ts",
    source: Array.from({ length: 401 }, (_, index) => `export const n${String(index)} = 1;`).join("\n"),
  },
  {
    what: "a default export",
    rule: "import-x/no-default-export",
    file: "src/engine/default.ts",
    source: "export default 1;",
  },
  {
    what: "any",
    rule: "typescript/no-explicit-any",
    file: "src/platform/any.ts",
    source: "export const anything: any = 1;",
  },
  {
    what: "a promise that nobody waits for",
    rule: "typescript/no-floating-promises",
    file: "src/cli/floating.ts",
    source: "export function start(): void {\n  Promise.resolve();\n}",
  },
  {
    what: "a switch that forgets a case",
    rule: "typescript/switch-exhaustiveness-check",
    file: "src/core/model/switch.ts",
    source: 'export function f(kind: "a" | "b"): void {\n  switch (kind) {\n    case "a":\n      return;\n  }\n}',
  },
  {
    what: "a built-in that is loaded late",
    rule: "no-restricted-syntax",
    file: "src/core/parse/late.ts",
    source: 'export const late = (): unknown => import("node:fs");',
  },
  {
    what: "a module whose name is computed",
    rule: "no-restricted-syntax",
    file: "src/core/parse/computed.ts",
    source: "export const load = (name: string): unknown => import(name);",
  },
  {
    what: "a built-in's types",
    rule: "no-restricted-syntax",
    file: "src/core/parse/types.ts",
    source: 'export type Stats = import("node:fs").Stats;',
  },
  {
    what: "a call of require",
    rule: "no-restricted-syntax",
    file: "src/core/parse/require.ts",
    source: 'declare const require: (name: string) => unknown;\nexport const fs = require("fs");',
  },
  {
    what: "a value of a package that is there for its types",
    rule: "@typescript-eslint/no-restricted-imports",
    file: "src/core/parse/value.ts",
    source: 'export { Parser } from "web-tree-sitter";',
  },
  {
    what: "vscode in a test outside VS Code",
    rule: "@typescript-eslint/no-restricted-imports",
    file: "test/unit/vscode.test.ts",
    source: 'export { commands } from "vscode";',
  },
];

const allowed = [
  {
    what: "types of web-tree-sitter in core",
    file: "src/core/parse/tree.ts",
    source: 'export type { Tree } from "web-tree-sitter";\n',
  },
  {
    what: "vscode in an integration test",
    file: "test/integration/vscode.test.ts",
    source: 'export { commands } from "vscode";\n',
  },
];

let reports: readonly Report[];

beforeAll(async () => {
  await using tree = await plantedTree();
  const files = [...violations, ...allowed].map(({ file, source }) => [file, source] as const);
  await tree.write(Object.fromEntries(files));
  reports = await lint(
    tree.folder,
    files.map(([file]) => file),
  );
});

describe("the linter", () => {
  it.each(violations)("reports $what", ({ file, rule }) => {
    expect(reports.filter((report) => report.file === file).map(({ code }) => code)).toContain(rule);
  });

  it.each(allowed)("allows $what", ({ file }) => {
    expect(reports.filter((report) => report.file === file)).toEqual([]);
  });
});

describe("the rules of oxlint", () => {
  it("are those of typescript-eslint's strictTypeChecked, but for one that it does not have", () => {
    const { overrides } = JSON.parse(readFileSync(path.join(root, ".oxlintrc.json"), "utf8")) as {
      readonly overrides: readonly { readonly rules: Readonly<Record<string, unknown>> }[];
    };
    const ours = new Set(Object.keys(overrides[0]?.rules ?? {}).map((name) => name.replace(/^typescript\//, "")));
    const strict: Readonly<Record<string, unknown>> = Object.fromEntries(
      tseslint.configs.strictTypeChecked.flatMap(({ rules }) => Object.entries(rules ?? {})),
    );
    const on = Object.keys(strict).filter((name) => ![strict[name]].flat().includes("off"));
    expect(on.length).toBeGreaterThan(70);
    expect(on.filter((name) => !ours.has(name.replace(/^@typescript-eslint\//, "")))).toEqual([
      "@typescript-eslint/no-unsafe-class-instance-assignment",
    ]);
  });

  it("are disabled for one line at a time, by name and with the reason", async () => {
    const comment = /(?:ox|es)lint-disable(?!d)[^\n]*/g;
    const disabled = [];
    for (const folder of ["src", "webview", "test", "scripts", "bench"])
      for (const file of await filesUnder(path.join(root, folder)))
        if (/\.(ts|mts|mjs|cjs)$/.test(file) && !file.endsWith("lintRules.test.ts"))
          disabled.push(...(readFileSync(path.join(root, folder, file), "utf8").match(comment) ?? []));
    expect(disabled.length).toBeGreaterThan(0);
    expect(disabled.filter((text) => !/^oxlint-disable-next-line [\w/-]+ -- \w/.test(text))).toEqual([]);
  });
});
