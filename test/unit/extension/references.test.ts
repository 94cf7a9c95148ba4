import { describe, expect, it } from "vitest";
import { referenceOf } from "../../../src/extension/references.js";

/** As VS Code hands it to a command of a node's menu. */
const node = {
  webview: "aqueduct.graph",
  webviewSection: "operator",
  preventDefaultContextMenuItems: true,
  uri: "file:///wine.py",
  workflow: "wine",
  operator: "predict",
};
const withRun = { ...node, folder: "/wine", target: "local", rid: "0123456789abcdef0123" };

describe("a command's argument", () => {
  it("is a reference, or what carries one, where it is of a kind that the command takes", () => {
    const reference = { kind: "run", folder: "/wine", target: "local", rid: "01" } as const;
    expect(referenceOf(reference, "run")).toBe(reference);
    expect(referenceOf({ label: "a row of a tree", reference }, "run")).toBe(reference);
    expect(referenceOf(reference, "operator")).toBeUndefined();
    expect(referenceOf(undefined, "run")).toBeUndefined();
  });

  it("is the operator that a node of the graph stands for", () => {
    expect(referenceOf(node, "operator")).toEqual({
      kind: "operator",
      uri: "file:///wine.py",
      workflow: "wine",
      operator: "predict",
    });
    expect(referenceOf(node, "workflow")).toEqual({ kind: "workflow", uri: "file:///wine.py", workflow: "wine" });
  });

  it("is that operator in the run whose states the graph shows", () => {
    expect(referenceOf(withRun, "artifact", "operatorRun")).toEqual({
      kind: "operatorRun",
      folder: "/wine",
      target: "local",
      rid: withRun.rid,
      operator: "predict",
    });
    expect(referenceOf(withRun, "run", "operator")).toEqual({
      kind: "run",
      folder: "/wine",
      target: "local",
      rid: withRun.rid,
    });
  });

  it("is no run where the graph shows none, and nothing in a menu of something else", () => {
    expect(referenceOf(node, "operatorRun", "run")).toBeUndefined();
    expect(referenceOf({ webview: "aqueduct.graph", webviewSection: "canvas" }, "operator")).toBeUndefined();
  });
});
