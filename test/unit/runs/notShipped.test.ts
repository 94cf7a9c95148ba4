import { describe, expect, it } from "vitest";
import type { BuildOperator } from "../../../src/core/model/build.js";
import { advisedPath } from "../../../src/core/model/dependencyAdvice.js";
import type { FolderUse, Manifest } from "../../../src/core/model/manifest.js";
import { notShippedProblems } from "../../../src/core/runs/notShipped.js";
import { manifest } from "./facts.js";

function operator(file = "flow.py"): BuildOperator {
  return {
    id: "load",
    name: "load",
    kind: "function",
    inputs: [],
    outputs: ["load"],
    source: { file: "flow.py", line: 20 },
    definition: { file, line: 7 },
    code: { definitions: "d", file, function: "load", line: 7, endLine: 9, module: null, roots: [""] },
    values: [],
    modules: [],
    python: null,
    requirements: [],
    reuse: "r",
    stable: true,
  };
}

function told(use: FolderUse, file?: string, changes: Partial<Manifest> = {}): readonly string[] {
  return notShippedProblems(operator(file), manifest("load", { notShipped: [use], ...changes })).map(
    ({ file: where, line, severity, code, message }) => `${where}:${line} ${severity} ${code} ${message}`,
  );
}

describe("what an operator used here and a worker does not have", () => {
  it.each<[FolderUse, string]>([
    [
      { path: "data/one.csv", use: "read" },
      "read data/one.csv, which does not ship with it, so a worker does not have it: add file_dependencies=['data/one.csv'] to its decorator.",
    ],
    [
      { path: "it's.csv", use: "looked at" },
      "looked for it's.csv, which does not ship with it, so a worker does not have it: add file_dependencies=[\"it's.csv\"] to its decorator.",
    ],
    [
      { path: "data", use: "listed" },
      "listed data, not all of which ships with it, so a worker finds less: add file_dependencies=['data'] to its decorator.",
    ],
    [
      { path: ".", use: "listed" },
      "listed the folder, not all of which ships with it, so a worker finds less: name what it needs in file_dependencies=[…] of its decorator.",
    ],
    [
      { path: "plugins/deep/csv.py", use: "imported" },
      "asked for the module plugins/deep/csv.py, which does not ship with it, so a worker does not have it: add file_dependencies=['plugins'] to its decorator.",
    ],
  ])("is told on its line: %j", (use, message) => {
    expect(told(use)).toEqual([`flow.py:7 warning not-shipped \`load\` ${message}`]);
  });

  it("is named from the folder of the operator's own file", () => {
    const file = "flows/steps.py";
    expect(told({ path: "flows/data/one.csv", use: "read" }, file)[0]).toContain("file_dependencies=['data/one.csv']");
    expect(told({ path: "data/one.csv", use: "read" }, file)[0]).toContain(
      "move it into the folder of flows/steps.py, and add file_dependencies=[…] to its decorator.",
    );
  });

  it("is not to be shipped where another operator of the run has written it", () => {
    const life = "20261121T012301.000000Z";
    const during = { changedAt: "2026-11-21T01:23:02.000000Z" };
    const way =
      "written during the run: on a worker each operator has a folder of its own. Return what is needed from the operator that writes it, and pass that as an argument.";
    expect(told({ path: "out/a.csv", use: "read", ...during }, "flow.py", { life })).toEqual([
      `flow.py:7 warning not-shipped \`load\` read out/a.csv, which was ${way}`,
    ]);
    expect(told({ path: "out", use: "listed", ...during }, "flow.py", { life })[0]).toContain(
      `listed out, whose files were ${way}`,
    );
    const before = { changedAt: "2026-11-21T01:23:00.999999Z" };
    expect(told({ path: "out/a.csv", use: "read", ...before }, "flow.py", { life })[0]).toContain("file_dependencies");
  });

  it("is not told again where a failed import has said it", () => {
    const failure = {
      type: "user",
      message: "No module named 'a': a.py lies in the folder",
      tip: "",
      trace: [],
    } as const;
    expect(told({ path: "a.py", use: "imported" }, "flow.py", { failure })).toEqual([]);
    expect(told({ path: "a.py", use: "read" }, "flow.py", { failure })).toHaveLength(1);
  });

  it("is nothing where no runner looked", () => {
    expect(notShippedProblems(operator(), manifest("load"))).toEqual([]);
    expect(notShippedProblems(operator(), null)).toEqual([]);
  });
});

describe("a path that a message advises", () => {
  it.each(["data/one.csv", "it's.csv", 'a"b', String.raw`a\b`, `both'"`])("is read from it: %s", (path) => {
    const [message = ""] = told({ path, use: "read" });
    expect(advisedPath(message)).toBe(path);
  });

  it("is none in other messages", () => {
    expect(advisedPath(told({ path: ".", use: "listed" })[0] ?? "")).toBeUndefined();
    expect(advisedPath("add file_dependencies=[…] to its decorator")).toBeUndefined();
  });
});
