import { describe, expect, it } from "vitest";
import { diagramOf, layoutInput } from "../../../webview/graphPanel/diagram.js";
import { operator, problem, range, wineWorkflow, workflow } from "../../fakes/graphs.js";

const nodeOf = (id: string, shown = wineWorkflow, problems = [] as ReturnType<typeof problem>[]) => {
  const node = diagramOf(shown, problems).nodes.find((one) => one.id === id);
  if (!node) throw new Error(`There is no ${id}.`);
  return node;
};

describe("an operator", () => {
  it.each([
    ["aqueduct_demo_query", "extract · aqueduct_demo"],
    ["quality_floor", "parameter · 6"],
    ["clean_data", "function"],
    ["mean_error", "metric"],
    ["less_than_2_5", "check · warning"],
    ["every_wine_is_judged", "check · error"],
    ["save_to_aqueduct_demo", "save · my_predictions · replace"],
  ])("%s is captioned %s", (id, detail) => {
    expect(nodeOf(id).detail).toBe(detail);
  });

  it("is described with what it reads and what it gives", () => {
    expect(nodeOf("mean_error").description).toBe("reads predict artifact; gives mean_error artifact (number)");
  });

  it("is described with its state and problems", () => {
    const shown = workflow("w", [operator("clean", "function", 5, [], { stale: true, repeated: true })]);
    expect(nodeOf("clean", shown, [problem(5, "Close the string.")]).description).toBe(
      "reads nothing; gives clean artifact; repeated in a loop; as it was before its text broke; 1 problem: Close the string.",
    );
  });

  it("shortens a long default", () => {
    const shown = workflow("w", [
      operator("text", "parameter", 1, [], {
        default: { type: "string", json: "a very long text that fills the node" },
      }),
    ]);
    expect(nodeOf("text", shown).detail).toBe('parameter · "a very long text…');
  });
});

describe("problems", () => {
  const shown = workflow("w", [operator("clean", "function", 20, [], { definition: range(5, 9) })]);

  it("stand on the operator whose call or definition they lie in, the gravest first and hints left out", () => {
    const found = nodeOf("clean", shown, [
      problem(6, "doubtful", "warning"),
      problem(20, "bad"),
      problem(30, "elsewhere"),
      problem(6, "nicer", "hint"),
    ]).problems;
    expect(found.map(({ message }) => message)).toEqual(["bad", "doubtful"]);
  });

  it("of another file do not", () => {
    expect(nodeOf("clean", shown, [{ ...problem(6, "other"), file: "other.py" }]).problems).toEqual([]);
  });
});

describe("artifacts", () => {
  it("are named by their type where their name only repeats the operator's", () => {
    expect(nodeOf("aqueduct_demo_query").artifacts.map(({ label }) => label)).toEqual(["table"]);
  });

  it("of one operator stand side by side, each the start of its own edges", () => {
    const split = workflow("w", [
      operator("split", "function", 1, [], { outputs: ["split.1", "split.2"] }),
      operator("use", "function", 2, ["split.2", "split.2"]),
    ]);
    const { nodes, edges } = diagramOf(split, []);
    const [first, second] = nodes[0]?.artifacts ?? [];
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(second?.x ?? 0);
    expect(edges).toEqual([
      { id: "split.2 → use", from: "split", to: "use", port: (second?.x ?? 0) + (second?.width ?? 0) / 2 },
    ]);
  });

  it("fit on the operator that gave them", () => {
    const outputs = ["one", "two", "three", "four"].map((name) => `split.${name}`);
    const node = nodeOf("split", workflow("w", [operator("split", "function", 1, [], { outputs })]));
    const last = node.artifacts.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(node.width);
    expect(node.artifacts[0]?.x).toBeGreaterThanOrEqual(0);
  });
});

describe("a function that nothing calls", () => {
  const apart = operator("never_called_later", "function", 30, [], {
    name: "later",
    outputs: [],
    definition: range(28, 31),
  });
  const { nodes, edges } = diagramOf(wineWorkflow, [problem(30, "Write it.")], undefined, [apart]);
  const node = nodes.find(({ id }) => id === "never_called_later");

  it("is drawn with a workflow, apart from all that belongs to it", () => {
    expect(nodes).toHaveLength(wineWorkflow.operators.length + 1);
    expect(nodes.filter(({ neverCalled }) => neverCalled)).toEqual([node]);
    expect(edges.filter(({ from, to }) => [from, to].includes("never_called_later"))).toEqual([]);
    expect(layoutInput({ nodes, edges }).nodes.filter(({ isApart }) => isApart)).toHaveLength(1);
  });

  it("says so in its second line and to those who listen, with its problems", () => {
    expect(node?.detail).toBe("function · never called");
    expect(node?.description).toBe("nothing in this file calls it, so no workflow has it; Write it.");
    expect(node?.artifacts).toEqual([]);
  });
});
