import { expect, it } from "vitest";
import { nodeClock } from "../../../src/platform/clock.js";

it("the clock has microseconds and stops sleeping when it is told to", async () => {
  expect(nodeClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  await expect(nodeClock.sleep(60_000, AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
});
