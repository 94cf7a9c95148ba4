import { expect, it } from "vitest";
import { curve } from "../../../../webview/graphPanel/view/edges.js";

it("draws an edge that leaves downwards and arrives from above", () => {
  expect(
    curve([
      { x: 10, y: 0 },
      { x: 50, y: 40 },
    ]),
  ).toBe("M10 0C10 20 50 20 50 40");
});

it("passes through the bends of a long edge", () => {
  expect(
    curve([
      { x: 0, y: 0 },
      { x: 20, y: 10 },
      { x: 20, y: 30 },
    ]),
  ).toBe("M0 0C0 5 20 5 20 10C20 20 20 20 20 30");
});

it("draws nothing without points", () => {
  expect(curve([])).toBe("");
});
