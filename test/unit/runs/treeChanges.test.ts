import { describe, expect, it } from "vitest";
import type { Run } from "../../../src/core/model/run.js";
import { historyTree, type HistoryNode } from "../../../src/core/runs/historyTree.js";
import { treeChanges } from "../../../src/core/runs/treeChanges.js";
import { operatorRun, run } from "./runs.js";

function tree(...runs: readonly Run[]): readonly HistoryNode[] {
  return historyTree([{ folder: "/w", name: "w", limit: 20, history: { runs, targets: [], workflows: [] } }], {
    filter: new Set(),
    watched: new Set(),
  });
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
