import { expect, it } from "vitest";
import { durationText } from "../../../src/core/model/durationText.js";

it.each([
  [0, "1 ms"],
  [0.0123, "12 ms"],
  [0.213, "0.2 s"],
  [1, "1 s"],
  [9.94, "9.9 s"],
  [9.96, "10 s"],
  [59.7, "1 min"],
  [75, "1 min 15 s"],
  [185, "3 min 5 s"],
  [7_260, "2 h 1 min"],
  [97_200, "1 d 3 h"],
])("%d seconds are %s", (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
