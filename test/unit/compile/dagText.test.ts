import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { dagText } from "../../../src/core/compile/dagText.js";

// What Python makes of the file, and what Airflow does, is tested in test/runtime/launcher and test/e2e.

const template = readFileSync(
  path.join(import.meta.dirname, "../../../src/runtime/aqueduct/launcher/dag_template.py"),
  "utf8",
);
const literal = /^SPEC = json\.loads\('(.*)'\)$/m;

function literalOf(text: string): unknown {
  const [, escaped = ""] = literal.exec(text) ?? [];
  return JSON.parse(escaped.replace(/\\([\\'])/g, "$1"));
}

it("is the template, but for its one line that is replaced", () => {
  expect(template.match(/^SPEC = /gm)).toHaveLength(1);
  expect(dagText("{}").split("\n")).toEqual(
    template.split("\n").map((line) => (line.startsWith("SPEC = ") ? "SPEC = json.loads('{}')" : line)),
  );
});

it("holds any literal on one line of ASCII, and nothing else of it differs", () => {
  const constant = dagText("{}").replace(literal, "");
  fc.assert(
    fc.property(fc.jsonValue(), (spec) => {
      const text = dagText(JSON.stringify(spec));
      expect(text).toMatch(/^[\n\x20-\x7e]*$/);
      expect(literalOf(text)).toEqual(JSON.parse(JSON.stringify(spec)));
      expect(text.replace(literal, () => "")).toBe(constant);
    }),
  );
});

it.each(["'''", "\\'", '"""', "{{ ds }}", "\u2028", "\n')\nimport os", "\u{1f377}"])(
  "keeps %j inside of the literal",
  (name) => {
    const text = dagText(JSON.stringify({ name }));
    expect(literalOf(text)).toEqual({ name });
    expect(text.split("\n")).toHaveLength(dagText("{}").split("\n").length);
  },
);
