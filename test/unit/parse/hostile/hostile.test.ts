import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Analysis, PythonParser } from "../../../../src/core/index.js";
import { loadPythonParser } from "../../../../src/platform/pythonParser.js";
import { WorkflowDocument } from "../../../../src/server/document.js";
import { hostileHead, hostileTexts } from "./texts.js";

/** Seconds of CPU for opening a file and one keystroke: far above what any of them takes (most 0.1, none 2), far below the minutes and gigabytes that some took. */
const most = 8;

let parser: PythonParser;

vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  parser = await loadPythonParser();
});

function opened(text: string): { readonly document: WorkflowDocument; readonly analysis: Analysis } {
  const document = new WorkflowDocument("file:///flow.py", 1, text, parser);
  return { document, analysis: document.analyse("flow.py", () => undefined) };
}

const told = ({ graph, facts }: Analysis): unknown => ({ graph, facts });

// security.md 6 and 7: 3.7 GB, stack overflows, "Invalid string length", minutes.
describe("the worst file that one can write", () => {
  it.each(Object.entries(hostileTexts))("%s is read, or cut short with a hint", (_, hostile) => {
    const text = `${hostileHead}${hostile}\nclient.publish_flow('last', artifacts=[one(t)])\n`;
    const before = process.cpuUsage();
    const { document, analysis } = opened(text);
    const start = { line: 8, character: 0 };
    document.change([{ range: { start, end: start }, text: "typed = 1\n" }], 2);
    const typed = document.analyse("flow.py", () => undefined);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(most);
    // What follows is drawn, or it is said that it is not.
    if (analysis.facts.faults.length === 0)
      expect(analysis.graph.workflows.some(({ name }) => name === "last") || analysis.facts.cutShort.length > 0).toBe(
        true,
      );
    expect(told(typed)).toEqual(told(opened(document.text).analysis));
  });

  it("is told on its line", () => {
    const { analysis } = opened(`${hostileHead}${hostileTexts["a dictionary doubled"] ?? ""}`);
    expect(analysis.facts.cutShort).toMatchObject([{ range: { line: 71 }, isRest: false }]);
  });
});
