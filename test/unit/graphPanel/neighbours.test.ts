import { describe, expect, it } from "vitest";
import { diagramOf, layoutInput } from "../../../webview/graphPanel/diagram.js";
import { layout } from "../../../webview/graphPanel/layout.js";
import { neighbourOf, stepOf } from "../../../webview/graphPanel/neighbours.js";
import { wineWorkflow } from "../../fakes/graphs.js";

const wine = layout(layoutInput(diagramOf(wineWorkflow, [])));
const from = (id: string, key: string): string | undefined => {
  const step = stepOf(key);
  return step && neighbourOf(wine, id, step);
};

describe("arrow keys", () => {
  it("follow an edge down and back up", () => {
    expect(from("aqueduct_demo_query", "ArrowDown")).toBe("clean_data");
    expect(from("clean_data", "ArrowUp")).toBe("aqueduct_demo_query");
  });

  it("lead up to the first of several inputs", () => {
    expect(from("predict", "ArrowUp")).toBe("featurize_data");
  });

  it("walk a rank sideways, one operator at a time, and end there", () => {
    const rank = wine.nodes
      .filter((node) => node.rank === wine.nodes.find(({ id }) => id === "mean_error")?.rank)
      .toSorted((one, other) => one.x - other.x)
      .map(({ id }) => id);
    expect(rank.length).toBeGreaterThan(2);
    const [first, second] = rank as [string, string];
    expect(from(first, "ArrowRight")).toBe(second);
    expect(from(second, "ArrowLeft")).toBe(first);
    expect(from(first, "ArrowLeft")).toBeUndefined();
  });

  it("stay where no edge leads on", () => {
    expect(from("save_to_aqueduct_demo", "ArrowDown")).toBeUndefined();
  });

  it("reach every operator from the first one", () => {
    const reached = new Set<string>();
    const open = [from("predict", "Home") ?? ""];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"])
        open.push(...[from(id, key)].filter((next) => next !== undefined));
    }
    expect(reached.size).toBe(wine.nodes.length);
  });
});

describe("Home and End", () => {
  it("lead to the first and the last operator in reading order", () => {
    expect(wine.nodes.find(({ id }) => id === from("predict", "Home"))?.rank).toBe(0);
    expect(from("predict", "End")).toBe("less_than_2_5");
  });
});

it("leaves other keys to the browser", () => {
  expect(stepOf("a")).toBeUndefined();
});
