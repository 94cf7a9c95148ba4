// @ts-check
import { TestRunner } from "vitest";

const rounds = Number(process.env["AQUEDUCT_LONG_ROUNDS"]);

/** Runs each test as often as the table says. One that fails once has failed. */
export default class RepeatingRunner extends TestRunner {
  /**
   * @override
   * @param {import("vitest").RunnerTestCase} test
   */
  async onBeforeRunTask(test) {
    await super.onBeforeRunTask(test);
    test.repeats = rounds - 1;
  }
}
