import { describe, expect, it } from "vitest";
import type { Run } from "../../../src/core/model/run.js";
import type { HistoryNode } from "../../../src/core/runs/historyNode.js";
import { historyTree } from "../../../src/core/runs/historyTree.js";
import { treeChanges } from "../../../src/core/runs/treeChanges.js";
import { operatorRun, run } from "./runs.js";

function tree(...runs: readonly Run[]): readonly HistoryNode[] {
  return historyTree(
    [{ folder: "/w", name: "w", limit: 20, history: { runs, targets: [], workflows: [], unreadable: [] } }],
    {
      filter: new Set(),
      watched: new Set(),
    },
  );
}

describe("drawing the tree of runs anew", () => {
  const waiting = operatorRun("clean", { state: "waiting", manifest: null, tryNumber: 0 });

  it("leaves everything where it is while nothing changes", () => {
    expect(treeChanges(tree(run()), tree(run()))).toEqual([]);
  });

  it("draws the one line that changed", () => {
    const before = tree(run({ state: "running", operators: [operatorRun("load"), waiting] }));
    const after = tree(run({ state: "running", operators: [operatorRun("load"), { ...waiting, state: "queued" }] }));
    expect(treeChanges(before, after)).toEqual(["operator|/w|local|r1|clean"]);
  });

  it("draws a workflow with its runs when a run has come", () => {
    expect(treeChanges(tree(run()), tree(run(), run({ rid: "r2" })))).toEqual(["workflow|/w|local|wine"]);
  });

  it("draws all when a workflow has come", () => {
    expect(treeChanges(tree(run()), tree(run(), run({ rid: "r2", workflow: "beer" })))).toEqual([null]);
  });
});

describe("a change of the tree", () => {
  it("draws all where lines changed their order, or one went", () => {
    const [left, right] = [run(), run({ rid: "r2", workflow: "beer" })];
    expect(treeChanges(tree(left, right), tree(left))).toEqual([null]);
    expect(treeChanges([...tree(left, right)].reverse(), tree(left, right))).toEqual([null]);
  });

  it("draws a line that changed itself with all below it, and no line twice", () => {
    const operators = [operatorRun("load")];
    const before = tree(run({ state: "running", endedAt: null, operators }));
    const after = tree(run({ operators: [operatorRun("load", { name: "other" })] }));
    expect(treeChanges(before, after)).toEqual(["run|/w|local|r1"]);
  });

  it("draws a line whose children came, changed places or went", () => {
    const of = (...operators: Run["operators"]): readonly HistoryNode[] => tree(run({ operators }));
    const [load, clean] = [operatorRun("load"), operatorRun("clean")];
    expect(treeChanges(of(load), of(load, clean))).toEqual(["run|/w|local|r1"]);
    expect(treeChanges(of(load, clean), of(clean, load))).toEqual(["run|/w|local|r1"]);
    expect(treeChanges(of(load, clean), of(load))).toEqual(["run|/w|local|r1"]);
  });

  it("draws every line that changed", () => {
    const of = (name: string): readonly HistoryNode[] =>
      tree(run({ operators: ["a", "b", "c"].map((id) => operatorRun(id, id === "b" ? {} : { name })) }));
    expect(treeChanges(of("one"), of("two"))).toEqual(["operator|/w|local|r1|a", "operator|/w|local|r1|c"]);
  });
});
