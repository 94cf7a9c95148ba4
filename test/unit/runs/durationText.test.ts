import { expect, test } from "vitest";
import { durationText } from "../../../src/core/index.js";

test("durations are said as people say them", () => {
  expect([0.012, 0.81, 59.94, 125, 7265].map(durationText)).toEqual(["0.01 s", "0.8 s", "59.9 s", "2 min 5 s", "2 h 1 min"]);
});
