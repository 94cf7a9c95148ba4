import { describe, expect, it } from "vitest";
import { originsOf } from "../../../src/core/compile/origins.js";
import type { BuildOperator } from "../../../src/core/model/build.js";
import { nodeHash } from "../../../src/platform/hash.js";

function operator(
  id: string,
  kind: BuildOperator["kind"],
  inputs: readonly string[],
  more: object = {},
): BuildOperator {
  return {
    id,
    name: id,
    kind,
    inputs,
    outputs: [id],
    source: { file: "flow.py", line: 1 },
    definition: null,
    code: null,
    values: [],
    modules: [],
    python: null,
    requirements: [],
    reuse: `code of ${id}`,
    stable: true,
    ...more,
  };
}

const plain = [
  operator("floor", "parameter", [], { parameter: { blob: "b", encoding: "json", type: "numeric" } }),
  operator("read", "extract", []),
  operator("clean", "function", ["read", "floor"]),
  operator("count", "metric", ["clean"]),
  operator("report", "function", ["clean", "count"]),
];
const origins = (operators: readonly BuildOperator[], free: readonly string[] | "all" = []): Record<string, unknown> =>
  Object.fromEntries(originsOf(operators, free, nodeHash));
const changed = (id: string, more: object): BuildOperator[] =>
  plain.map((one) => (one.id === id ? { ...one, ...more } : one));
const before = origins(plain);

describe("what the type of a value follows from", () => {
  it("is told of functions alone: the type of all others is known before", () => {
    expect(Object.keys(before)).toEqual(["clean", "report"]);
  });

  it("is the code of the operator and of all before it", () => {
    expect(origins(changed("report", { reuse: "other code" }))).toMatchObject({ clean: before["clean"] });
    expect(origins(changed("report", { reuse: "other code" }))["report"]).not.toEqual(before["report"]);
    for (const id of ["read", "clean", "count"])
      expect(origins(changed(id, { reuse: "other code" }))["report"]).not.toEqual(before["report"]);
  });

  it("is the type of a parameter's default, and not its value", () => {
    const floor = (more: object): unknown =>
      origins(changed("floor", { parameter: { blob: "b", encoding: "json", type: "numeric", ...more } }))["clean"];
    expect(floor({ blob: "another number" })).toEqual(before["clean"]);
    expect(floor({ encoding: "text", type: "string" })).not.toEqual(before["clean"]);
  });

  it("is how it is called, and no place or name", () => {
    const moved = plain.map((one) => ({ ...one, source: { file: "flow.py", line: 9 } }));
    expect(origins(moved)).toEqual(before);
    const keywords = { call: { positional: [], keywords: [["table", 0]] } };
    expect(origins(changed("clean", keywords))["clean"]).not.toEqual(before["clean"]);
  });

  it("is left out where the type may change, and still counts for what follows", () => {
    expect(origins(plain, ["clean"])).toEqual({ report: before["report"] });
    expect(origins(plain, "all")).toEqual({});
  });
});
