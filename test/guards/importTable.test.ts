import { beforeAll, describe, expect, it } from "vitest";
import { compile, lint, type Report } from "./support/checkers.js";
import { plantedForCompiler, plantedForLinter, type PlantedImport, type Planting } from "./support/planting.js";
import { plantedTree } from "./support/plantedTree.js";
import { rows } from "./support/violations.js";

const importRules = new Set(["import-x/no-restricted-paths", "@typescript-eslint/no-restricted-imports"]);

describe("the linter holds the import table's row", () => {
  it.each([...rows.keys()])("%s", (row) => {
    expect(verdicts(linted, row, ({ code }) => importRules.has(code))).toEqual(
      expected(linted.imports, row, ({ allowed }) => !allowed),
    );
  });
});

describe("the compiler, as far as projects reach, holds the import table's row", () => {
  it.each([...rows].filter(([, { file }]) => file.endsWith("/planted.ts")).map(([name]) => name))("%s", (row) => {
    expect(verdicts(compiled, row, () => true)).toEqual(
      expected(compiled.imports, row, ({ compilerSees }) => compilerSees),
    );
  });
});

interface Checked {
  readonly imports: readonly PlantedImport[];
  readonly reports: readonly Report[];
}

let linted: Checked;
let compiled: Checked;

beforeAll(async () => {
  [linted, compiled] = await Promise.all([
    check(plantedForLinter(), (folder) =>
      lint(
        folder,
        [...rows.values()].map(({ file }) => file),
      ),
    ),
    check(plantedForCompiler(), compile),
  ]);
});

async function check(
  { files, imports }: Planting,
  checker: (folder: string) => Promise<readonly Report[]>,
): Promise<Checked> {
  await using tree = await plantedTree();
  await tree.write(files);
  return { imports, reports: await checker(tree.folder) };
}

/** The imports of a row that were reported, by what they import. */
function verdicts({ imports, reports }: Checked, row: string, counts: (report: Report) => boolean): readonly string[] {
  return imports
    .filter((planted) => planted.row === row)
    .filter((planted) => reports.some((report) => counts(report) && concerns(report, planted)))
    .map(({ what }) => what);
}

function expected(
  imports: readonly PlantedImport[],
  row: string,
  reported: (planted: PlantedImport) => boolean,
): readonly string[] {
  return imports.filter((planted) => planted.row === row && reported(planted)).map(({ what }) => what);
}

function concerns(report: Report, planted: PlantedImport): boolean {
  return report.file === planted.file && report.line === planted.line;
}
