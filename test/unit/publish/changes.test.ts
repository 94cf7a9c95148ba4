import { describe, expect, it } from "vitest";
import type { BuildOperator } from "../../../src/core/model/build.js";
import { changesBetween, firstChanges } from "../../../src/core/publish/changes.js";
import { buildOperator as operator, buildRecord as record } from "../builds.js";

/** What is said of one operator that was `before` and becomes `after`. */
function change(before: Partial<BuildOperator>, after: Partial<BuildOperator>): string | undefined {
  return changesBetween(record([operator("predict", before)]), record([operator("predict", after)])).find(
    ({ kind }) => kind === "changed",
  )?.detail;
}

describe("what a publication changes", () => {
  it("names operators that come, go and stay", () => {
    const live = record([operator("clean"), operator("floor", { kind: "check", severity: "error" })]);
    const next = record([operator("clean"), operator("error", { name: "mean error", kind: "metric" })]);
    expect(changesBetween(live, next)).toEqual([
      { kind: "added", name: "mean error", detail: "metric" },
      { kind: "removed", name: "floor", detail: "check, error" },
      { kind: "same", name: "1 operator", detail: "as they are" },
    ]);
  });

  it("adds everything the first time", () => {
    const saved = operator("save_to_db", { name: "save to db", kind: "save", resource: "db", table: "predictions" });
    expect(firstChanges(record([operator("predict"), saved]))).toEqual([
      { kind: "added", name: "predict", detail: "function" },
      { kind: "added", name: "save to db", detail: "save to db, table predictions" },
    ]);
  });

  it("says of another schedule what it was", () => {
    const [schedule] = changesBetween(record([]), record([], { schedule: "0 3 * * *" }));
    expect(schedule).toEqual({
      kind: "changed",
      name: "Schedule",
      detail: "“0 3 * * *” in UTC instead of by hand only",
    });
  });

  it("says of another description what it was, by its first line", () => {
    const described = record([], { description: "What was sold\nand to whom" });
    const [added] = changesBetween(record([]), described);
    expect(added).toEqual({ kind: "changed", name: "Description", detail: "“What was sold” instead of none" });
    expect(changesBetween(described, record([]))[0]?.detail).toBe("none instead of “What was sold”");
  });

  it("tells of another runtime", () => {
    expect(changesBetween(record([]), record([], { runtime: { version: "0.2.0", blob: "r2" } }))[0]?.detail).toBe(
      "0.2.0 instead of 0.1.0",
    );
  });

  it("finds no change in comments and moved lines, and says so", () => {
    const moved = operator("predict", {
      source: { file: "wine.py", line: 30 },
      code: { definitions: "d2", file: "wine.py", function: "predict", line: 22, endLine: 24, module: null, roots: [] },
    });
    expect(changesBetween(record([operator("predict")]), record([moved]))).toEqual([
      { kind: "same", name: "1 operator", detail: "run as they do: only comments or the places of lines are others" },
    ]);
  });

  it.each<[string, Partial<BuildOperator>, Partial<BuildOperator>]>([
    ["its code", {}, { reuse: "other" }],
    [
      "captured value model",
      { values: [{ name: "model", blob: "v1", encoding: "pickle", size: 3 }] },
      { values: [{ name: "model", blob: "v2", encoding: "pickle", size: 3 }], reuse: "other" },
    ],
    [
      "module wine_features.py",
      { modules: [{ path: "wine_features.py", blob: "m1" }] },
      { modules: [{ path: "wine_features.py", blob: "m2" }], reuse: "other" },
    ],
    ["module more.py added", {}, { modules: [{ path: "more.py", blob: "m1" }] }],
    ["default 7 instead of 6", { default: { type: "numeric", json: 6 } }, { default: { type: "numeric", json: 7 } }],
    [
      "its default",
      { parameter: { blob: "a", encoding: "pickle", type: "picklable" } },
      { parameter: { blob: "b", encoding: "pickle", type: "picklable" } },
    ],
    ["reads features, floor instead of features", { inputs: ["features"] }, { inputs: ["features", "floor"] }],
    ["requires pandas==3 instead of pandas==2", { requirements: ["pandas==2"] }, { requirements: ["pandas==3"] }],
    ["no longer requires pandas", { requirements: ["pandas"] }, {}],
    ["runs on Python 3.12 instead of 3.11", { python: "3.11" }, { python: "3.12" }],
    ["severity error instead of warning", { kind: "check", severity: "warning" }, { kind: "check", severity: "error" }],
    [
      "bound less than 2 instead of less than 3",
      { bound: { comparison: "lessThan", value: 3 } },
      { bound: { comparison: "lessThan", value: 2 } },
    ],
    ["table b instead of a", { kind: "save", table: "a" }, { kind: "save", table: "b" }],
    ["its query", { kind: "extract", query: "SELECT 1" }, { kind: "extract", query: "SELECT 2", reuse: "other" }],
    ["gives 2 values instead of 1", {}, { outputs: ["predict.1", "predict.2"] }],
  ])("says “%s”", (words, before, after) => {
    expect(change(before, after)).toBe(words);
  });

  it("says where code changed beside something else that explains the digest", () => {
    const definitions = {
      definitions: "d2",
      file: "wine.py",
      function: "predict",
      line: 2,
      endLine: 4,
      module: null,
      roots: [],
    };
    expect(
      change(
        { values: [] },
        { values: [{ name: "model", blob: "v", encoding: "json", size: 1 }], code: definitions, reuse: "other" },
      ),
    ).toBe("code in wine.py; captured value model added");
  });
});

describe("in the words for an operator that changed", () => {
  it.each<[string, Partial<BuildOperator>, Partial<BuildOperator>]>([
    ["name new instead of old", { name: "old" }, { name: "new" }],
    ["kind metric instead of function", { kind: "function" }, { kind: "metric" }],
    ["severity error", { kind: "check" }, { kind: "check", severity: "error" }],
    ["no severity any more", { kind: "check", severity: "error" }, { kind: "check" }],
    ["bound greater than 1", {}, { bound: { comparison: "greaterThan", value: 1 } }],
    ["no bound any more", { bound: { comparison: "equal", value: 1 } }, {}],
    [
      "bound other than 2 instead of equal to 2",
      { bound: { comparison: "equal", value: 2 } },
      { bound: { comparison: "notEqual", value: 2 } },
    ],
    ["resource b instead of a", { resource: "a" }, { resource: "b" }],
    ["mode append instead of replace", { mode: "replace" }, { mode: "append" }],
    ["its query", { query: ["SELECT 1"] }, { query: ["SELECT 2"] }],
    ["its query", {}, { query: "SELECT 2" }],
    ["gives 0 values instead of 1", {}, { outputs: [] }],
    [
      'default "a" instead of "b"',
      { default: { type: "string", json: "b" } },
      { default: { type: "string", json: "a" } },
    ],
    ["its default", { default: { type: "numeric", json: 1 } }, { default: { type: "numeric" } }],
    ["its default", { default: { type: "numeric" } }, { default: { type: "numeric", json: 1 } }],
    [
      "its default",
      { default: { type: "string", json: "x".repeat(39) } },
      { default: { type: "string", json: "y".repeat(39) } },
    ],
    [
      `default "${"y".repeat(38)}" instead of "${"x".repeat(38)}"`,
      { default: { type: "string", json: "x".repeat(38) } },
      { default: { type: "string", json: "y".repeat(38) } },
    ],
    [
      "its default",
      { default: { type: "json", json: 1 }, parameter: { blob: "a", encoding: "json", type: "json" } },
      { default: { type: "json", json: 1 }, parameter: { blob: "b", encoding: "json", type: "json" } },
    ],
    ["its default", { default: { type: "json", json: 1 } }, { default: { type: "numeric", json: 1 } }],
    ["reads nothing instead of a, b", { inputs: ["a", "b"] }, { inputs: [] }],
    ["reads b, a instead of a, b", { inputs: ["a", "b"] }, { inputs: ["b", "a"] }],
    ["module old.py removed", { modules: [{ path: "old.py", blob: "m" }] }, {}],
    ["requires numpy, pandas", {}, { requirements: ["numpy", "pandas"] }],
    ["requires b, c instead of a, d", { requirements: ["a", "d"] }, { requirements: ["b", "c"] }],
    ["no longer requires a, b", { requirements: ["a", "c", "b"] }, { requirements: ["c"] }],
    ["runs on any Python", { python: "3.11" }, { python: null }],
    ["runs on Python 3.11", { python: null }, { python: "3.11" }],
    ["its code", { reuse: "a", code: null }, { reuse: "b", code: null }],
    ["its value may change its type", { origin: "a" }, {}],
    ["its value keeps its type", {}, { origin: "a" }],
  ])("is “%s”", (words, before, after) => {
    expect(change(before, after)).toBe(words);
  });

  it("are all that differs, in one order", () => {
    const value = (name: string, blob: string) => ({ name, blob, encoding: "json" as const, size: 1 });
    expect(
      change(
        { values: [value("kept", "1"), value("old", "1"), value("gone", "1")], mode: "replace", table: "a" },
        { values: [value("new", "1"), value("old", "2"), value("kept", "1")], mode: "append", table: "b" },
      ),
    ).toBe(
      "table b instead of a; mode append instead of replace; captured value old; captured value new added; captured value gone removed",
    );
  });

  it("name what was set on modules and classes as code writes it", () => {
    const value = (name: string, blob: string) => ({ name, blob, encoding: "json" as const, size: 1 });
    expect(
      change(
        { values: [value("steps:LIMIT", "1"), value("Settings.rate", "1")] },
        { values: [value("steps:LIMIT", "2")] },
      ),
    ).toBe("captured value steps.LIMIT; captured value Settings.rate removed");
  });

  it("are none where nothing differs but the order of requirements, or the text of an equal query", () => {
    expect(change({ requirements: ["a", "b"] }, { requirements: ["b", "a"] })).toBeUndefined();
    expect(change({ query: ["a"] }, { query: ["a"] })).toBeUndefined();
    expect(change({ inputs: ["a"] }, { inputs: ["a"] })).toBeUndefined();
  });

  it("name no code beside an explanation where the file's definitions are the same, or where there is no code now", () => {
    expect(change({ inputs: [] }, { inputs: ["a"], reuse: "other" })).toBe("reads a instead of nothing");
    expect(change({ inputs: [] }, { inputs: ["a"], reuse: "other", code: null })).toBe("reads a instead of nothing");
    expect(change({ inputs: [], code: null }, { inputs: ["a"], reuse: "other" })).toBe(
      "code in wine.py; reads a instead of nothing",
    );
    expect(change({ inputs: [] }, { inputs: ["a"] })).toBe("reads a instead of nothing");
  });
});

describe("in the words for a workflow that changed", () => {
  const words = (...of: Parameters<typeof changesBetween>): readonly string[] =>
    changesBetween(...of).map(({ kind, name, detail }) => `${kind} ${name}: ${detail}`);

  it("is a schedule that was taken away", () => {
    expect(words(record([], { schedule: "0 3 * * *" }), record([]))).toEqual([
      "changed Schedule: by hand only instead of “0 3 * * *” in UTC",
    ]);
  });

  it("is a runtime that is another build of the same version, or another launcher", () => {
    expect(words(record([]), record([], { runtime: { version: "0.1.0", blob: "r2" } }))).toEqual([
      "changed Aqueduct’s runtime: another build of the same version",
    ]);
    expect(words(record([]), record([], { launcher: 2 }))).toEqual([
      "changed Aqueduct’s runtime: another build of the same version",
    ]);
  });

  it("is nothing where there are no operators and nothing differs", () => {
    expect(words(record([]), record([]))).toEqual([]);
  });

  it("are how many operators stay, beside what differs or alone", () => {
    const [a, b] = [operator("a"), operator("b")];
    expect(words(record([a, b]), record([a, b], { schedule: "0 3 * * *" })).at(-1)).toBe(
      "same 2 operators: as they are",
    );
    expect(words(record([a, b]), record([a, b]))).toEqual([
      "same 2 operators: run as they do: only comments or the places of lines are others",
    ]);
  });

  it("come first, then operators in their order, then those that go", () => {
    const live = record([operator("gone"), operator("b"), operator("a")]);
    const next = record([operator("new"), operator("a", { reuse: "x" }), operator("b")], { schedule: "0 3 * * *" });
    expect(words(live, next).map((line) => line.split(":")[0])).toEqual([
      "changed Schedule",
      "added new",
      "changed a",
      "removed gone",
      "same 1 operator",
    ]);
  });
});

describe("an operator that comes is described", () => {
  it.each<[string, Partial<BuildOperator>]>([
    ["function", { kind: "function" }],
    ["metric", { kind: "metric" }],
    ["parameter", { kind: "parameter" }],
    ["system metric", { kind: "systemMetric" }],
    ["check", { kind: "check" }],
    ["check, warning", { kind: "check", severity: "warning" }],
    ["extract", { kind: "extract" }],
    ["extract from demo", { kind: "extract", resource: "demo" }],
    ["save to demo", { kind: "save", resource: "demo" }],
    ["save to demo, table t", { kind: "save", resource: "demo", table: "t" }],
  ])("as “%s”", (words, of) => {
    expect(firstChanges(record([operator("a", of)]))[0]?.detail).toBe(words);
  });
});
