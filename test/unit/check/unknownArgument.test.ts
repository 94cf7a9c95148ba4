import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { analyse, checkedGraph, type PythonParser } from "../../../src/core/index.js";
import type { Problem } from "../../../src/core/model/problem.js";
import { readProject } from "../../../src/core/resources/read.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

interface Use {
  readonly call: string;
  readonly argument: string;
  readonly says: string;
}

/** `test/runtime/test_unknown_arguments.py` holds Python to the same table. */
const uses = JSON.parse(readFileSync("test/fixtures/sdk/unknownArguments.json", "utf8")) as readonly Use[];

const head = [
  "from aqueduct import Client, FlowConfig, Minute, check, daily, metric, op, to_operator",
  "client = Client()",
  "db = client.resource('aqueduct_demo')",
  "def f(): return 1",
  "@op",
  "def g(): return 1",
  "a = g()",
  "",
].join("\n");

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

const { resources } = readProject(
  JSON.stringify({ resources: { aqueduct_demo: { type: "database", url: "sqlite:///demo.db" } } }),
  "/w",
).value;

function told(lines: string): readonly Problem[] {
  const text = `${head}${lines}\n`;
  const analysis = analyse({ file: "workflow.py", text, tree: parser.parse(text), parser, modules: () => undefined });
  return checkedGraph(analysis, resources).problems.filter(({ code }) => code === "unknown-argument");
}

describe("an argument that a call of the authoring API does not take", () => {
  it.each(uses)("is an error where it is written, in Python's words: $call", ({ call, argument, says }) => {
    const line = head.split("\n").length;
    const column = call.indexOf(argument) + 1;
    const found = told(call);
    expect(found).toEqual([
      expect.objectContaining({ severity: "error", line, column, endLine: line, endColumn: column + argument.length }),
    ]);
    expect(found[0]?.message.startsWith(`${says}. `)).toBe(true);
  });

  it("names the one that is probably meant, else those that there are", () => {
    const messages = (call: string): readonly string[] => told(call).map(({ message }) => message);
    expect(messages("client.publish_flow('f', '', shedule='@daily')")).toEqual([
      "Client.publish_flow() got an unexpected keyword argument 'shedule'. Did you mean 'schedule'?",
    ]);
    expect(messages("a.max('x', rows=1)")).toEqual([
      "Artifact.max() got an unexpected keyword argument 'rows'. It takes column_id and lazy.",
    ]);
    expect(messages("a.describe(all=True)")).toEqual([
      "Artifact.describe() got an unexpected keyword argument 'all'. It takes none.",
    ]);
  });

  it("is a warning where it is not certain that the line runs", () => {
    expect(told("import os\nif os.environ['X']:\n    a.max('x', rows=1)").map(({ severity }) => severity)).toEqual([
      "warning",
    ]);
  });

  it("is told once, though its line runs again and again", () => {
    expect(told("for each in [1, 2]:\n    a.max('x', rows=1)")).toHaveLength(1);
  });
});

describe("nothing is said", () => {
  it.each([
    ["of arguments that are there", "client.publish_flow('f', artifacts=[a], k_latest_runs=5, config=None)"],
    ["of what takes any, which is refused otherwise", "client.flow(flow_id=1)"],
    ["of a method that there is not", "a.summary(rows=1)"],
    ["of what is not known", "client.publish_flow('f', artifacts=[a], **settings)"],
    ["of a method of a resource that may be one of a store, which takes any", "client.resource('x').save(a, mode=1)"],
    ["of operators, which have the arguments of their functions", "g.lazy()"],
  ])("%s", (_, call) => {
    expect(told(call)).toEqual([]);
  });

  it("where the file handles what Python raises", () => {
    expect(told("try:\n    a.max('x', rows=1)\nexcept TypeError:\n    pass")).toEqual([]);
  });
});
