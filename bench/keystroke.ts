import { performance } from "node:perf_hooks";
import { Edit, type Point } from "web-tree-sitter";
import { analyse, AnalysisCache, checkedGraph, type Analysis } from "../src/core/index.js";
import { loadPythonParser } from "../src/platform/pythonParser.js";
import type { Measured } from "./table.js";

const file = "bench.py";

/**
 * From one typed character to the graph with its problems, beside tree-sitter's own incremental parse of the same edit.
 *
 * A character is typed into the body of the operator in the middle of the file, and deleted again in the next round.
 */
export async function measureKeystroke(operators: number, rounds: number, below: number): Promise<Measured> {
  const parser = await loadPythonParser();
  const cache = new AnalysisCache();
  const { text: original, caret } = workflowFile(operators);
  const typed = `${original.slice(0, caret)}1${original.slice(caret)}`;
  let previous: Analysis | undefined;
  let tree = parser.parse(original);
  const graphOf = (text: string): void => {
    previous = analyse({ file, text, tree, parser, cache, modules: () => undefined, ...(previous && { previous }) });
    const { workflows } = checkedGraph(previous);
    if (workflows[0]?.operators.length !== operators)
      throw new Error(`The graph of the measured file should have ${String(operators)} operators.`);
  };
  graphOf(original);
  const ours: number[] = [];
  const parses: number[] = [];
  // The first two rounds do not count: code is compiled while it runs for the first time.
  for (let round = -2; round < rounds; round += 1) {
    const typing = round % 2 === 0;
    const text = typing ? typed : original;
    const started = performance.now();
    tree.edit(edit(original, caret, typing));
    tree = parser.parse(text, tree);
    const parsed = performance.now();
    graphOf(text);
    const ended = performance.now();
    if (round < 0) continue;
    ours.push(ended - started);
    parses.push(parsed - started);
  }
  return {
    what: `keystroke → graph, ${operators.toLocaleString("en")} operators`,
    ours,
    beside: { what: "tree-sitter's incremental parse", values: parses },
    budget: { kind: "value", below },
  };
}

function edit(original: string, caret: number, typing: boolean): Edit {
  const [before, after] = typing ? [caret, caret + 1] : [caret + 1, caret];
  const at = (index: number): Point => {
    const above = original.slice(0, caret).split("\n");
    return { row: above.length - 1, column: (above.at(-1)?.length ?? 0) + index - caret };
  };
  return new Edit({
    startIndex: caret,
    oldEndIndex: before,
    newEndIndex: after,
    startPosition: at(caret),
    oldEndPosition: at(before),
    newEndPosition: at(after),
  });
}

/** A workflow of so many operators, an extract and functions in layers of ten, and a place in the body of the one in the middle. */
function workflowFile(operators: number): { readonly text: string; readonly caret: number } {
  const functions = Array.from({ length: operators - 1 }, (_, index) => index);
  const definitions = functions.map(
    (index) => `@op\ndef step_${String(index)}(table):\n    scale = ${String(index + 1)}\n    return table * scale\n`,
  );
  const calls = functions.map(
    (index) => `value_${String(index)} = step_${String(index)}(${index < 10 ? "wine" : `value_${String(index - 10)}`})`,
  );
  const published = functions.slice(-10).map((index) => `value_${String(index)}`);
  const text = [
    "from aqueduct import Client, op",
    "",
    "client = Client()",
    'db = client.integration("aqueduct_demo")',
    "",
    ...definitions,
    'wine = db.sql("select * from wine;")',
    ...calls,
    `client.publish_flow(name="bench", artifacts=[${published.join(", ")}])`,
    "",
  ].join("\n");
  const middle = `    scale = ${String(Math.floor(functions.length / 2) + 1)}`;
  return { text, caret: text.indexOf(`${middle}\n`) + middle.length };
}
