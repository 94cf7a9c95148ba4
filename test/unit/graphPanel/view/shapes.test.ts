import { expect, it } from "vitest";
import type { OperatorKind } from "../../../../src/core/model/workflow.js";
import { shapeOf } from "../../../../webview/graphPanel/view/shapes.js";

const kinds: readonly OperatorKind[] = ["extract", "function", "metric", "check", "save", "parameter", "systemMetric"];

it("gives each kind a shape of its own", () => {
  expect(new Set(kinds.map((kind) => JSON.stringify(shapeOf(kind, 160, 46)))).size).toBe(kinds.length);
});

it.each(kinds)("keeps the shape of a %s inside its box, closed", (kind) => {
  const { outline } = shapeOf(kind, 160, 46);
  // Radii and flags of arcs are smaller than the box anyway, so every number may be looked at.
  const numbers = outline.match(/[\d.]+/g)?.map(Number) ?? [];
  expect(Math.max(...numbers)).toBeLessThanOrEqual(159.5);
  expect(outline.endsWith("Z")).toBe(true);
});
