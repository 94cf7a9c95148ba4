import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JobRecord } from "../../src/core/model/job.js";
import { EngineFixture, recordsUntil, runShell, submit } from "./engineFixture.js";

// engine.md 2.6.
describe("many jobs at once", () => {
  it("run no more operators together than the machine has room for, and every job comes to its turn", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect({ operators: 2 });
    const names = Array.from({ length: 6 }, (_, index) => `job${index + 1}`);
    const task = runShell("sleep 0.05");
    for (const name of names) await submit(engine, fixture.job(name, [task, task, { ...task, dependencies: ["t1"] }]));

    const all = await Promise.all(names.map((name) => recordsUntil(engine, name)));
    for (const records of all) expect(records.at(-1)).toMatchObject({ type: "finished", outcome: "succeeded" });
    expect(mostAtOnce(all.flat())).toBe(2);
    expect(readdirSync(fixture.file(".air-executor", "jobs"))).toHaveLength(names.length);
  });
});

/** By what the journals say: an attempt takes its place with `starting` and leaves it with `ended`. */
function mostAtOnce(records: readonly JobRecord[]): number {
  const steps = records
    .flatMap(({ type, at }) => (type === "starting" ? [{ at, by: 1 }] : type === "ended" ? [{ at, by: -1 }] : []))
    // What ended in the same microsecond made the place.
    .sort((one, other) => (one.at === other.at ? one.by - other.by : one.at < other.at ? -1 : 1));
  let now = 0;
  return Math.max(...steps.map(({ by }) => (now += by)));
}
