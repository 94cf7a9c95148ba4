import { describe, expect, it } from "vitest";
import { fileArgumentOf, nameOf, referenceOf, WrongArgument } from "../../../src/extension/references.js";

/** As VS Code hands it to a command of a node's menu. */
const node = {
  webview: "aqueduct.graph",
  webviewSection: "operator",
  preventDefaultContextMenuItems: true,
  uri: "file:///wine.py",
  workflow: "wine",
  operator: "predict",
  canRun: true,
  hasValue: false,
  hasLog: false,
  hasTrace: false,
};
const withRun = { ...node, folder: "/wine", target: "local", rid: "0123456789abcdef0123" };

describe("a command's argument", () => {
  it("is a reference, or what carries one, where it is of a kind that the command takes", () => {
    const reference = { kind: "run", folder: "/wine", target: "local", rid: "0123456789abcdef0123" } as const;
    expect(referenceOf(reference, "run")).toEqual(reference);
    expect(referenceOf({ label: "a row of a tree", reference }, "run")).toEqual(reference);
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

/** As somebody writes it into keybindings.json, or into a link. */
describe("a command's argument that it can't take", () => {
  const run = { kind: "run", folder: "/wine", target: "local", rid: "0123456789abcdef0123" } as const;

  it.each<readonly [string, unknown, string]>([
    ["a member that is missing", { kind: "run", folder: "/wine", target: "local" }, "rid is missing"],
    ["an id that is a path", { ...run, rid: "../../etc" }, "rid is not an id of a run in 20 hex digits"],
    ["a member of another type", { ...run, folder: 3 }, "folder is not a text"],
    ["a wrong one within what carries it", { reference: { ...run, target: null } }, "target is not a text"],
    ["a kind that is none", { ...run, kind: "runs" }, "kind is not one of workflow, operator, published, run"],
    ["a kind that every object has", { kind: "constructor" }, "kind is not one of"],
    ["a text", "predict", "it is not an object"],
    ["a number", 3, "it is not an object"],
    ["a list", [run], "it is not an object"],
    ["a node whose workflow is none", { ...node, workflow: 3 }, "workflow is not a text"],
  ])("is told in a sentence: %s", (_, argument, why) => {
    expect(() => referenceOf(argument, "run")).toThrow(WrongArgument);
    expect(() => referenceOf(argument, "run")).toThrow(why);
  });

  it("says what to do, and repeats no value of it", () => {
    expect(() => referenceOf({ ...run, rid: "canary" }, "run")).toThrow(
      /^This command was called with an argument that it can't take: rid is not an id of a run in 20 hex digits\. Correct the keyboard shortcut or the link that calls it, or leave the argument out\.$/,
    );
  });

  it("is none where VS Code passes something of its own, or another command's reference", () => {
    for (const other of [
      undefined,
      null,
      {},
      [],
      { groupId: 1, editorIndex: 0 },
      { uri: { scheme: "file" } },
      { kind: 3 },
    ])
      expect(referenceOf(other, "run")).toBeUndefined();
    expect(referenceOf(run, "workflow", "operator")).toBeUndefined();
    expect(fileArgumentOf({ uri: { scheme: "file" } })).toBeUndefined();
  });

  it("is read as a file too, and as a name", () => {
    const file = { uri: "file:///wine.py", operators: ["predict"] };
    expect(fileArgumentOf(file)).toEqual(file);
    expect(() => fileArgumentOf({ uri: 3 })).toThrow("uri is not a text");
    expect(() => fileArgumentOf({ ...file, operators: ["../predict"] })).toThrow("operators[0] is not an id");
    expect(() => fileArgumentOf({ ...file, packages: "pandas" })).toThrow("packages is not a list");
    expect(nameOf("warehouse")).toBe("warehouse");
    expect(nameOf({ groupId: 1 })).toBeUndefined();
    expect(() => nameOf(3)).toThrow(WrongArgument);
  });
});
