import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { react } from "../../../src/core/jobs/react.js";
import { demandOf, freeOf, nextInTurn } from "../../../src/core/jobs/sharing.js";
import { unsubmitted } from "../../../src/core/jobs/status.js";
import { at, jobOf } from "./jobs.js";

const anyJobs = fc.array(fc.record({ active: fc.nat(5), waiting: fc.nat(5) }), { maxLength: 8 });

describe("jobs that share one machine", () => {
  it("never start more than it allows, leave nothing free while one waits, and none starves", () => {
    fc.assert(
      fc.property(anyJobs, fc.integer({ min: 1, max: 12 }), (jobs, limit) => {
        const dealt = jobs.map((job) => ({ ...job }));
        for (let next = nextInTurn(dealt, limit); next !== undefined; next = nextInTurn(dealt, limit)) {
          const fewest = Math.min(...dealt.flatMap(({ active, waiting }) => (waiting > 0 ? [active] : [])));
          expect(next.active).toBe(fewest);
          next.active += 1;
          next.waiting -= 1;
        }
        const before = jobs.reduce((sum, { active }) => sum + active, 0);
        const after = dealt.reduce((sum, { active }) => sum + active, 0);
        expect(after).toBeLessThanOrEqual(Math.max(before, limit));
        expect(freeOf(dealt, limit) === 0 || dealt.every(({ waiting }) => waiting === 0)).toBe(true);
      }),
    );
  });

  it("are counted by what runs and what could, and a cancelled one wants nothing", () => {
    const job = jobOf({ a: [], b: [], c: [], d: ["a"] }, 2);
    const { status } = react(job, unsubmitted(job), { type: "submitted", id: "1" }, at, 1);
    expect(demandOf(job, status)).toEqual({ active: 1, waiting: 1 });
    expect(demandOf(job, { ...status, cancelRequested: true })).toEqual({ active: 1, waiting: 0 });
  });
});

describe("a clock that is set back", () => {
  it("lets nothing end before it began", () => {
    const job = jobOf({ a: [] });
    const begun = react(job, unsubmitted(job), { type: "submitted", id: "1" }, "2026-12-01T10:00:00.000000Z");
    const over = react(
      job,
      begun.status,
      { type: "ended", task: "a", attempt: 1, outcome: "succeeded", code: 0, signal: null, reason: null },
      "2026-12-01T09:00:00.000000Z",
    );
    expect(over.status.endedAt).toBe("2026-12-01T10:00:00.000000Z");
  });
});
