import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyse, checkedGraph, FolderListings, type PythonParser } from "../../../src/core/index.js";
import { nodeFiles } from "../../../src/platform/files.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

const table = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../fixtures/fileDependencies.json"), "utf8"),
) as {
  readonly files: readonly string[];
  readonly folder: string;
  readonly beside: string;
  readonly paths: readonly (readonly [string, string | null])[];
};

let parser: PythonParser;
let root: string;

beforeAll(async () => {
  parser = await loadPythonParser();
  root = await mkdtemp(path.join(tmpdir(), "aqueduct-dependencies-"));
  for (const file of table.files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), "");
  }
});

afterAll(() => rm(root, { recursive: true }));

async function told(decorator: string): Promise<readonly string[]> {
  const text = `from aqueduct import check, metric, op\nname = open("x").read()\n${decorator}\ndef f(x):\n    return x\n`;
  const file = `${table.beside}/workflow.py`;
  const analysis = analyse({ file, text, tree: parser.parse(text), parser, modules: () => undefined });
  const folders = new FolderListings(nodeFiles, path.join(root, table.folder));
  checkedGraph(analysis, undefined, folders.entries);
  while (await folders.loadMissing()) checkedGraph(analysis, undefined, folders.entries);
  return checkedGraph(analysis, undefined, folders.entries)
    .problems.filter(({ code }) => code === "file-dependencies")
    .map(({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`);
}

describe("file_dependencies", () => {
  // test/runtime/shipping/test_dependencies.py reads the same table.
  it.each(table.paths)("%j is judged as it is when the file is traced", async (listed, sentence) => {
    const where = "error 3:5 ";
    expect(await told(`@op(file_dependencies=[${JSON.stringify(listed)}])`)).toEqual(
      sentence === null ? [] : [`${where}${sentence}.`],
    );
  });

  it("is told where a text stands in the place of a list", async () => {
    const message = "file_dependencies= takes a list: file_dependencies=['one.txt'].";
    expect(await told('@check(file_dependencies="one.txt")')).toEqual([`error 3:8 ${message}`]);
  });

  it("is left to the trace where its paths are not known", async () => {
    expect(await told("@metric(file_dependencies=name)")).toEqual([]);
    expect(await told('@op(file_dependencies=[name, "/etc/hostname"])')).toEqual([]);
  });

  it("is told once for each path that is wrong", async () => {
    expect(await told('@op("name", "", None, ["a", "one.txt", "b"])')).toEqual([
      "error 3:23 'a' is not there: correct the path.",
      "error 3:23 'b' is not there: correct the path.",
    ]);
  });
});
