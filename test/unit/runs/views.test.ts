import { describe, expect, it } from "vitest";
import type { DagRun, TaskInstance } from "../../../src/core/airflow/types.js";
import type { JobTaskView, JobView, TaskState } from "../../../src/core/model/job.js";
import { viewOfDagRun } from "../../../src/core/runs/airflowView.js";
import { failureWords } from "../../../src/core/runs/failureWords.js";
import { viewOfJob } from "../../../src/core/runs/localView.js";
import { progressOf } from "../../../src/core/runs/progress.js";
import { reusedText } from "../../../src/core/runs/reusedText.js";
import { operatorColor, operatorWord, runMark, runWord, standingOf } from "../../../src/core/runs/stateWords.js";
import { clockTime, dueTime, durationBetween, fullTime, shortTime } from "../../../src/core/runs/times.js";
import { operatorRun } from "./runs.js";

describe("a job of this machine as a run", () => {
  const task = (id: string, state: TaskState): JobTaskView => ({
    id,
    state,
    attempt: 2,
    startedAt: "s",
    endedAt: "e",
    code: null,
    reason: null,
    logs: null,
  });
  const job: JobView = {
    name: "job",
    state: "working",
    outcome: null,
    cancelRequested: false,
    submittedAt: "q",
    startedAt: "s",
    endedAt: null,
    run: { project: "p", workflow: "wine", runId: "local__1", rid: "r", life: "l", build: "b" },
    tasks: [task("clean", "running")],
  };

  it("is told with its times and tasks, and is whole", () => {
    expect(viewOfJob(job)).toEqual({
      runId: "local__1",
      state: "running",
      life: "l",
      queuedAt: "q",
      startedAt: "s",
      endedAt: null,
      parameters: {},
      tasks: new Map([["clean", { state: "running", tryNumber: 2, startedAt: "s", endedAt: "e" }]]),
      isWhole: true,
    });
  });

  it("is none where it is no workflow's", () => {
    expect(viewOfJob({ ...job, run: null })).toBeUndefined();
  });

  it("waits, runs, or is what it came to", () => {
    expect([
      viewOfJob({ ...job, state: "waiting" })?.state,
      viewOfJob(job)?.state,
      viewOfJob({ ...job, state: "failed", outcome: "cancelled" })?.state,
      viewOfJob({ ...job, state: "completed", outcome: "succeeded" })?.state,
    ]).toEqual(["queued", "running", "cancelled", "succeeded"]);
  });

  it.each<[TaskState, string]>([
    ["pending", "waiting"],
    ["ready", "queued"],
    ["starting", "queued"],
    ["running", "running"],
    ["succeeded", "succeeded"],
    ["failed", "failed"],
    ["cancelled", "cancelled"],
    ["lost", "failed"],
    ["upstreamFailed", "upstreamFailed"],
  ])("calls a task that is %s %s", (state, word) => {
    expect(viewOfJob({ ...job, tasks: [task("clean", state)] })?.tasks.get("clean")?.state).toBe(word);
  });
});

describe("a run of Airflow", () => {
  const run: DagRun = {
    dagId: "wine",
    runId: "r",
    state: "running",
    runType: "manual",
    conf: { floor: 6 },
    queuedAt: "q",
    startedAt: "2026-11-21T01:23:01.048772Z",
    endedAt: "e",
    runAfter: null,
  };
  const task: TaskInstance = {
    dagId: "wine",
    runId: "r",
    taskId: "clean",
    state: null,
    tryNumber: 3,
    queuedAt: null,
    startedAt: "s",
    endedAt: "e",
  };

  it("is told with its life, times, values and tasks", () => {
    expect(viewOfDagRun(run, [task])).toEqual({
      runId: "r",
      state: "running",
      life: "20261121T012301.048772Z",
      queuedAt: "q",
      startedAt: "2026-11-21T01:23:01.048772Z",
      endedAt: "e",
      parameters: { floor: 6 },
      tasks: new Map([["clean", { state: "waiting", tryNumber: 3, startedAt: "s", endedAt: "e" }]]),
    });
  });

  it("that has not begun has no life yet", () => {
    expect(viewOfDagRun({ ...run, startedAt: null }, []).life).toBeNull();
  });

  it.each([
    ["queued", "queued"],
    ["running", "running"],
    ["success", "succeeded"],
    ["failed", "failed"],
    ["something new", "unknown"],
  ])("that is %s is %s", (state, word) => {
    expect(viewOfDagRun({ ...run, state }, []).state).toBe(word);
  });

  it.each([
    [null, "waiting"],
    ["none", "waiting"],
    ["scheduled", "queued"],
    ["queued", "queued"],
    ["up_for_retry", "queued"],
    ["up_for_reschedule", "queued"],
    ["restarting", "queued"],
    ["running", "running"],
    ["deferred", "running"],
    ["success", "succeeded"],
    ["failed", "failed"],
    ["upstream_failed", "upstreamFailed"],
    ["skipped", "skipped"],
    ["removed", "skipped"],
    ["something new", "unknown"],
  ])("has a task that is %s as %s", (state, word) => {
    expect(viewOfDagRun(run, [{ ...task, state }]).tasks.get("clean")?.state).toBe(word);
  });
});

describe("how things stand, in words, icons and colours", () => {
  it("of a run", () => {
    const standings = ["queued", "running", "succeeded", "warning", "failed", "cancelled", "unknown"] as const;
    expect(standings.map((one) => [runWord(one), runMark(one).icon, runMark(one).color])).toEqual([
      ["queued", "history", "testing.iconQueued"],
      ["running", "loading~spin", null],
      ["succeeded", "pass-filled", "testing.iconPassed"],
      ["succeeded with a warning", "warning", "list.warningForeground"],
      ["failed", "error", "testing.iconFailed"],
      ["cancelled", "circle-slash", "testing.iconSkipped"],
      ["state unknown", "question", null],
    ]);
  });

  it("of an operator", () => {
    const states = [
      "waiting",
      "queued",
      "running",
      "succeeded",
      "warning",
      "failed",
      "cancelled",
      "upstreamFailed",
      "skipped",
      "unknown",
    ] as const;
    expect(states.map((state) => [operatorWord(state), operatorColor(state)])).toEqual([
      ["waiting", "disabledForeground"],
      ["queued", "testing.iconQueued"],
      ["running", null],
      ["succeeded", "testing.iconPassed"],
      ["warning", "list.warningForeground"],
      ["failed", "testing.iconFailed"],
      ["cancelled", "testing.iconSkipped"],
      ["not run: what it needs failed", "testing.iconSkipped"],
      ["skipped", "testing.iconSkipped"],
      ["state unknown", "disabledForeground"],
    ]);
  });

  it("a warning is told of a run that succeeded alone", () => {
    expect([
      standingOf({ state: "succeeded", warning: true }),
      standingOf({ state: "succeeded", warning: false }),
      standingOf({ state: "running", warning: true }),
      standingOf({ state: "failed", warning: true }),
    ]).toEqual(["warning", "succeeded", "running", "failed"]);
  });

  it("parameters are no work, and what is not over is not done", () => {
    const states = [
      "waiting",
      "queued",
      "running",
      "unknown",
      "succeeded",
      "failed",
      "skipped",
      "upstreamFailed",
    ] as const;
    const operators = states.map((state) => operatorRun(state, { state }));
    expect(progressOf({ operators: [...operators, operatorRun("floor", { kind: "parameter" })] })).toEqual({
      done: 4,
      of: 8,
    });
  });
});

describe("times", () => {
  const style = { locale: "en", timeZone: "UTC" };
  const time = "2026-11-25T04:03:02Z";

  it("stand in a list with day and second, ahead with the weekday, in full with all", () => {
    expect([shortTime(time, style), dueTime(time, style), fullTime(time, style)]).toEqual([
      "Nov 25, 04:03:02",
      "Wed, Nov 25, 04:03",
      "Wed, Nov 25, 2026, 04:03:02 UTC",
    ]);
  });

  it("of the same day are told by the clock, of another day or year with the day", () => {
    expect([
      clockTime(time, "2026-11-25T23:00:00Z", style),
      clockTime(time, "2026-11-26T04:03:02Z", style),
      clockTime(time, "2027-11-25T04:03:02Z", style),
    ]).toEqual(["04:03", "Nov 25, 04:03", "Nov 25, 04:03"]);
  });

  it("have 24 hours from 00", () => {
    expect(shortTime("2026-11-25T00:00:00Z", style)).toBe("Nov 25, 00:00:00");
    expect(shortTime("2026-11-25T15:00:00Z", style)).toBe("Nov 25, 15:00:00");
  });

  it("make a duration that is never less than nothing", () => {
    expect([
      durationBetween(time, "2026-11-25T04:03:14Z"),
      durationBetween(time, "2026-11-25T04:00:00Z"),
      durationBetween(null, time),
      durationBetween(time, "soon"),
    ]).toEqual(["12 s", "1 ms", undefined, undefined]);
  });

  it("of values that were taken over are those of the run that made them", () => {
    const reused = { rid: "r", life: "l", try: 1, runStartedAt: time };
    expect(reusedText({ reused, endedAt: "2026-11-25T05:00:00Z" }, style)).toBe("reused from run of 04:03");
    expect([reusedText({ endedAt: time }, style), reusedText(null)]).toEqual([null, null]);
  });
});

describe("a failure in words", () => {
  it("is its first line as a sentence, and what to do", () => {
    expect(failureWords({ message: "KeyError: 'a'\nmore", tip: "Look." })).toBe("KeyError: 'a'. Look.");
    expect(failureWords({ message: "It broke.", tip: "" })).toBe("It broke.");
  });
});
