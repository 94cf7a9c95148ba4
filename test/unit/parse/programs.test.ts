import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { catalogue } from "./programs/catalogue.js";
import { importStyles } from "./programs/importStyles.js";
import { everyAlone, isReadBy } from "./programs/program.js";
import { graphOf } from "./programs/reading.js";
import { randomWorkflows } from "./randomWorkflows.js";

let parser: PythonParser;

vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  parser = await loadPythonParser();
});

const known = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "programs/knownDifferences.json"), "utf8"),
) as Readonly<Record<string, string>>;

describe("the catalogue of constructs", () => {
  test("names each of them once", () => {
    const names = catalogue.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("leaves an artifact with each of them", () => {
    expect(catalogue.filter(({ text }) => !/\bresult_N\b/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test("has every construct whose difference is known", () => {
    const names = new Set(catalogue.map(({ name }) => name));
    expect(Object.keys(known).filter((name) => !names.has(name))).toEqual([]);
  });

  test("says of every known difference what is wrong", () => {
    expect(Object.entries(known).filter(([, reason]) => reason.length < 20)).toEqual([]);
  });
});

describe("programs", () => {
  test("show each construct alone in every import style", () => {
    const programs = everyAlone(catalogue, 1, importStyles.length);
    expect(programs).toHaveLength(catalogue.length * importStyles.length);
    expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
  });

  test("are valid Python without a placeholder", () => {
    const programs = [...everyAlone(catalogue, 3, 1), ...randomWorkflows(3, 20)];
    const wrong = programs.flatMap(({ name, files }) =>
      Object.entries(files)
        .filter(([file, text]) => file.endsWith(".py") && isWrong(text))
        .map(([file]) => `${name}/${file}`),
    );
    expect(wrong).toEqual([]);
  });

  test("are read with the modules beside them", () => {
    const construct = catalogue.find(({ name }) => name === "import: a package that gives names on");
    const [program] = everyAlone(construct === undefined ? [] : [construct], 0, 1);
    const operators = graphOf(program ?? { files: {} }, parser).workflows.flatMap((workflow) => workflow.operators);
    expect(operators.filter(({ definition }) => definition?.file === "package_1/steps.py")).toHaveLength(2);
  });

  test("are left out where Python is too old for them", () => {
    const old = catalogue.filter((construct) => isReadBy(construct, [3, 9]));
    expect(old.some(({ name }) => name.startsWith("match: "))).toBe(false);
    expect(catalogue.filter((construct) => isReadBy(construct, [3, 11]))).toHaveLength(catalogue.length);
  });

  test("mix constructs, other ones for another seed", () => {
    const mixtures = randomWorkflows(5, 10);
    expect(mixtures).toEqual(randomWorkflows(5, 10));
    expect(mixtures.map(({ files }) => files)).not.toEqual(randomWorkflows(6, 10).map(({ files }) => files));
    expect(mixtures.every(({ constructs }) => constructs.length > 0)).toBe(true);
  });
});

function isWrong(text: string): boolean {
  const tree = parser.parse(text);
  const broken = tree.rootNode.hasError;
  tree.delete();
  return (
    broken || /_N\b|\bTABLE\b|\bOTHER\b|\baq\.(?!op|metric|check|Client|CheckSeverity|daily|to_operator)/.test(text)
  );
}
