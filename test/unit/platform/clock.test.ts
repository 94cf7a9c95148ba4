import { expect, it } from "vitest";
import { microsecondsOf, nodeClock } from "../../../src/platform/clock.js";

it("the clock has microseconds and stops sleeping when it is told to", async () => {
  expect(nodeClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  await expect(nodeClock.sleep(60_000, AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
});

it("the clock follows the system's after a suspend and when it is set, and has microseconds between", () => {
  let wall = 1_000_000;
  let steady = 50;
  const now = microsecondsOf(
    () => Math.floor(wall),
    () => steady,
  );
  wall += 1.25;
  steady += 1.25;
  expect(now()).toBe(1_000_001_250);
  wall += 8 * 3_600_000; // The night's suspend: the steady clock stood still.
  expect(now()).toBe(Math.floor(wall) * 1000);
  wall -= 3_600_000; // Set back by hand.
  expect(now()).toBe(Math.floor(wall) * 1000);
});
