import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv, type AnySchema } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import { analyse, type Analysis, checkedGraph, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { expectGolden } from "../support/golden.js";
import { type Case, modulesIn, workflowCases } from "./cases.js";

const cases = workflowCases();
const schema = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../../schemas/graph.schema.json"), "utf8"),
) as AnySchema;
const isGraph = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

function read({ file, text, root }: Case): Analysis {
  return analyse({ file, text, tree: parser.parse(text), parser, modules: modulesIn(root, parser) });
}

test("every folder with a workflow is found", () => {
  expect(cases.length).toBeGreaterThan(25);
});

describe.each(cases)("$name", (one) => {
  test("has the graph that its golden file says", () => {
    expectGolden(path.join(one.folder, "graph.json"), { ...read(one).graph, problems: [] });
  });

  test("has the problems that its golden file says", () => {
    expectGolden(path.join(one.folder, "problems.json"), checkedGraph(read(one)).problems);
  });

  test("is what the JSON schema says", () => {
    void isGraph(checkedGraph(read(one)));
    expect(isGraph.errors ?? []).toEqual([]);
  });

  test("has the same graph when it is read a second time", () => {
    expect(read(one).graph).toEqual(read(one).graph);
  });
});
