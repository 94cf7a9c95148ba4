import { describe, expect, it } from "vitest";
import type { GraphOfDocument } from "../../../../src/formats/languageServer.js";
import { operatorsAt } from "../../../../src/extension/panels/operatorsAt.js";
import { graph, operator, range, workflow } from "../../../fakes/graphs.js";

const nested = [
  operator("clean", "function", 12, [], {
    definition: range(3, 5),
    source: { file: "wine.py", line: 12, column: 19, endLine: 12, endColumn: 30 },
  }),
  operator("predict", "function", 12, ["clean"], {
    definition: range(7, 9),
    source: { file: "wine.py", line: 12, column: 11, endLine: 12, endColumn: 31 },
  }),
  operator("clean_2", "function", 14, [], { definition: range(3, 5) }),
  operator("imported", "function", 4, [], { source: { ...range(4), file: "module.py" } }),
];
const document: GraphOfDocument = {
  uri: "file:///wine.py",
  version: 1,
  file: "wine.py",
  folder: "file:///",
  graph: graph([workflow("one", nested), workflow("two", nested.slice(0, 1))]),
  definitions: [],
};
const at = (line: number, column: number) => operatorsAt(document, { line, column });

describe("the operators at a place in the text", () => {
  it("are the innermost call", () => {
    expect(at(12, 22)).toEqual(["clean"]);
    expect(at(12, 13)).toEqual(["predict"]);
  });

  it("are the calls on its line where it is in none of them", () => {
    expect(at(12, 3)).toEqual(["clean", "predict"]);
  });

  it("are every call of the definition around it", () => {
    expect(at(4, 5)).toEqual(["clean", "clean_2"]);
  });

  it("are none between operators", () => {
    expect(at(11, 1)).toEqual([]);
  });

  it("are none of another file's", () => {
    expect(at(4, 1)).not.toContain("imported");
  });

  it("are the function itself where nothing calls it", () => {
    const later = operator("never_called_later", "function", 20, [], {
      source: range(20, 22),
      definition: range(20, 22),
    });
    const wider = { ...document, graph: { ...document.graph, neverCalled: [later] } };
    expect(operatorsAt(wider, { line: 21, column: 3 })).toEqual(["never_called_later"]);
  });
});
