import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { known } from "./known.js";

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

const file = path.resolve(import.meta.dirname, "../../../syntaxes/python.code-snippets");
const snippets = Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, Snippet>);
const imports = "from aqueduct import CheckSeverity, check, metric, op\n\n\n";

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

/** What stands in the editor when a snippet is inserted and nothing is changed. */
function inserted(prefix: string): string {
  const text = snippets.find((snippet) => snippet.prefix === prefix)?.body.join("\n") ?? "";
  const chosen = text.replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1");
  const defaults = new Map(
    [...chosen.matchAll(/\$\{(\d+):((?:[^{}])*)\}/g)].map(([, number = "", value = ""]) => [number, value]),
  );
  const filled = (part: string): string =>
    part.replace(/\$(\d+)/g, (_, number: string) => filled(defaults.get(number) ?? ""));
  return filled(chosen.replace(/\$\{\d+:((?:[^{}])*)\}/g, "$1"));
}

describe("a snippet", () => {
  test.each(["aqop", "aqmetric", "aqcheck"])("%s defines its kind of operator, of which nothing is wrong", (prefix) => {
    const { graph, names } = known(parser, `${imports}${inserted(prefix)}`).known;
    expect(graph.problems).toEqual([]);
    expect(names.definitions.map(({ kind }) => kind)).toEqual([
      prefix === "aqop" ? "function" : prefix.slice("aq".length),
    ]);
  });

  test("aqworkflow is a whole workflow, of which nothing is wrong", () => {
    const { graph } = known(parser, inserted("aqworkflow")).known;
    expect(graph.problems).toEqual([]);
    expect(
      graph.workflows.map(({ name, operators }) => [
        name,
        operators.map(({ kind, name: operator }) => `${kind} ${operator}`),
      ]),
    ).toEqual([["my workflow", ["extract aqueduct_demo query", "function clean"]]]);
  });

  test("has tab stops one after the other, the last of them behind everything", () => {
    for (const { body } of snippets) {
      const stops = [
        ...new Set(Array.from(body.join("\n").matchAll(/\$\{?(\d+)/g), ([, number]) => Number(number))),
      ].sort((one, other) => one - other);
      expect(stops).toEqual(stops.map((_, index) => index));
      expect(body.at(-1)).toBe("$0");
    }
  });
});
