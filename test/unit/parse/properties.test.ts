import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { analyse, type Analysis, AnalysisCache, checkedGraph, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { workflowCases } from "./cases.js";
import { randomWorkflows, workflowText } from "./randomWorkflows.js";

let parser: PythonParser;

vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  parser = await loadPythonParser();
});

function read(text: string, more: { readonly previous?: Analysis; readonly cache?: AnalysisCache } = {}): Analysis {
  return analyse({ file: "workflow.py", text, tree: parser.parse(text), parser, modules: () => undefined, ...more });
}

describe("random workflows", () => {
  test("are the same for the same seed", () => {
    expect(randomWorkflows(7, 3)).toEqual(randomWorkflows(7, 3));
    expect(randomWorkflows(7, 3)).not.toEqual(randomWorkflows(8, 3));
  });

  test("have graphs in which every id is used once and every input is made before it is taken", () => {
    fc.assert(
      fc.property(workflowText(), (text) => {
        const { graph } = read(text);
        for (const { operators, artifacts } of graph.workflows) {
          expect(new Set(operators.map(({ id }) => id)).size).toBe(operators.length);
          expect(artifacts.map(({ id }) => id)).toEqual(operators.flatMap(({ outputs }) => outputs));
        }
        const [first] = graph.workflows;
        const made = new Set<string>();
        for (const operator of first?.operators ?? []) {
          for (const input of operator.inputs) expect(made).toContain(input);
          for (const output of operator.outputs) made.add(output);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("keep their graph but for lines when lines are put above them", () => {
    fc.assert(
      fc.property(workflowText(), fc.integer({ min: 1, max: 5 }), (text, rows) => {
        const { graph } = read(text);
        const moved = read(`${"# a comment\n".repeat(rows)}${text}`).graph;
        expect(JSON.parse(JSON.stringify(moved), shift(-rows))).toEqual(graph);
      }),
      { numRuns: 30 },
    );
  });
});

test("reading with what is remembered of the text before gives the same as reading anew", () => {
  fc.assert(
    fc.property(fc.array(workflowText(), { minLength: 2, maxLength: 4 }), (texts) => {
      const cache = new AnalysisCache();
      for (const text of texts) expect(read(text, { cache })).toEqual(read(text));
    }),
    { numRuns: 15 },
  );
});

test("text that is cut off anywhere gives a graph, and no operator that the whole text does not have", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...workflowCases().map(({ text }) => text)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (text, where) => {
        const cut = text.slice(0, Math.floor(text.length * where));
        const whole = read(text);
        const graph = checkedGraph(read(cut, { previous: whole }));
        expect(graph.format).toBe(1);
        const names = new Set(whole.graph.workflows.flatMap(({ operators }) => operators.map(({ name }) => name)));
        const found = graph.workflows.flatMap(({ operators }) =>
          operators.filter(({ kind, stale }) => stale === true && kind !== "parameter").map(({ name }) => name),
        );
        for (const name of found) expect(names).toContain(name);
      },
    ),
    { numRuns: 60 },
  );
});

test("any text at all gives a graph", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          ...Array.from("ab(){}[]'\"\\\n :=,.@#"),
          "def ",
          "import ",
          "from aqueduct import op\n",
          '"""',
          "\r\n",
          "é",
          "😀",
        ),
        maxLength: 80,
      }),
      (text) => {
        expect(checkedGraph(read(text)).format).toBe(1);
      },
    ),
    { numRuns: 300 },
  );
});

function shift(rows: number): (key: string, value: unknown) => unknown {
  return (key, value) => ((key === "line" || key === "endLine") && typeof value === "number" ? value + rows : value);
}
