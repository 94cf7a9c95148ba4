import { beforeAll, describe, expect, test } from "vitest";
import { analyse, type Analysis, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

const text = `from aqueduct import Client, check, metric, op

client = Client()


@op
def load():
    return 1


@metric()
def size(value):
    return value


@check
def is_small(value):
    return value < 3


def plain(value):
    return value


client.publish_flow("flow", artifacts=[size(load())])
`;

function read(source: string, previous?: Analysis): Analysis {
  return analyse({
    file: "flow.py",
    text: source,
    tree: parser.parse(source),
    parser,
    modules: () => undefined,
    ...(previous && { previous }),
  });
}

function shown({ definitions }: Analysis): readonly string[] {
  return definitions.map(
    ({ name, kind, range, isCalled }) =>
      `${range.line}-${range.endLine} ${kind} ${name}${isCalled ? "" : ", never called"}`,
  );
}

describe("the operators' functions of a file", () => {
  test("are told with their decorators, called or not, and no plain function among them", () => {
    expect(shown(read(text))).toEqual(["6-8 function load", "11-13 metric size", "16-18 check is_small, never called"]);
  });

  test("stay while the text of one is broken", () => {
    const broken = text.replace("return value < 3", "return (value <");
    expect(shown(read(broken, read(text)))).toEqual(shown(read(text)));
  });

  test("are told once where a helper defines its own at each call", () => {
    const helper = `from aqueduct import op\n\n\ndef make(value):\n    @op\n    def double(number):\n        return number\n\n    return double(value)\n\n\nmake(1)\nmake(2)\n`;
    expect(shown(read(helper))).toEqual(["5-7 function double"]);
  });
});

describe("operators that nothing calls", () => {
  test("are in the graph, apart from its workflows, with ids that no other has", () => {
    const graph = read(`${text}\n\n@op(name="is small")\ndef other():\n    return 1\n`).graph;
    expect(graph.neverCalled?.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ["never_called_is_small", "is_small", "check"],
      ["never_called_is_small_", "is small", "function"],
    ]);
    expect(graph.workflows.flatMap(({ operators }) => operators.map(({ name }) => name))).not.toContain("is_small");
  });

  test("are none where something that cannot be followed takes them", () => {
    const taken = `import random\n${text}\nrandom.choice([is_small])(load())\n`;
    expect(read(taken).graph.neverCalled).toBeUndefined();
    expect(shown(read(taken)).filter((line) => line.includes("never called"))).toEqual([]);
  });
});
