import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { WorkflowDocument } from "../../../src/server/document.js";
import { workflowText } from "../parse/randomWorkflows.js";

let parser: PythonParser;

vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  parser = await loadPythonParser();
});

const uri = "file:///flow.py";

test("a document that was edited reads like one that was opened with its text", () => {
  const edit = fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    text: fc.constantFrom(
      "",
      "x",
      "(",
      ")",
      "\n",
      "\r\n",
      "'",
      '"""',
      "é😀",
      "    ",
      "v1 = v1\n",
      "# c\n",
      "@op\ndef new(t):\n    return t\n",
    ),
  });
  fc.assert(
    fc.property(workflowText(), fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
      const document = new WorkflowDocument(uri, 1, text, parser);
      let expected = text;
      for (const [index, { from, length, text: inserted }] of edits.entries()) {
        const start = Math.floor(expected.length * from);
        const end = Math.min(expected.length, start + length);
        const positions = TextDocument.create(uri, "python", 1, expected);
        document.change(
          [{ range: { start: positions.positionAt(start), end: positions.positionAt(end) }, text: inserted }],
          index + 2,
        );
        expected =
          positions.getText().slice(0, positions.offsetAt(positions.positionAt(start))) +
          inserted +
          positions.getText().slice(positions.offsetAt(positions.positionAt(end)));
        document.analyse("flow.py", () => undefined);
      }
      const fresh = new WorkflowDocument(uri, 1, expected, parser);
      expect(document.text).toBe(expected);
      expect(document.tree.rootNode.toString()).toBe(fresh.tree.rootNode.toString());
      // A broken text is read with the help of what stood there before, which a fresh document does not have.
      if (!fresh.tree.rootNode.hasError)
        expect(document.analyse("flow.py", () => undefined)).toEqual(fresh.analyse("flow.py", () => undefined));
      document.dispose();
      fresh.dispose();
    }),
    { numRuns: 60 },
  );
});

test("a change without a range replaces the whole text", () => {
  const document = new WorkflowDocument(uri, 1, "x = 1\n", parser);
  document.change([{ text: "from aqueduct import op\n\n@op\ndef f():\n    return 1\n\nf()\n" }], 2);
  expect(document.namesAqueduct).toBe(true);
  expect(document.analyse("flow.py", () => undefined).graph.workflows[0]?.operators.map(({ id }) => id)).toEqual(["f"]);
});
