import { describe, expect, it } from "vitest";
import { operatorItem, workflowItem } from "../../../../src/extension/inputs/subjectItems.js";
import { operator, range, workflow } from "../../../fakes/graphs.js";

describe("a workflow to choose", () => {
  it("says how many operators it has, be it one", () => {
    const one = operator("clean", "function", 3);
    expect(workflowItem(workflow("wine", [one], { source: range(9) }))).toEqual({
      label: "wine",
      description: "1 operator, line 9",
    });
    expect(workflowItem(workflow(null, [one, operator("rows", "metric", 4)]))).toEqual({
      label: "Not published",
      description: "2 operators",
    });
  });
});

describe("an operator to choose", () => {
  it("says its name where its id is another", () => {
    const options = { name: "demo query" };
    expect(operatorItem({ operator: operator("demo_query", "extract", 2, [], options) })).toEqual({
      label: "demo_query",
      description: "demo query, extract, line 2",
    });
    expect(operatorItem({ operator: operator("clean", "function", 3) }).description).toBe("function, line 3");
  });
});
