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
