import { describe, expect, it } from "vitest";

import type { RunState } from "../../../src/core/model/run.js";
import {
  isOver,
  isUnderWay,
  mergeRun,
  type EngineView,
  type RunFacts,
  type TaskView,
} from "../../../src/core/runs/merge.js";
import { buildOperator, buildRecord } from "../builds.js";
import { manifest, record } from "./facts.js";

function engine(changes: Partial<EngineView> = {}): EngineView {
  return {
    runId: record.runId,
    state: "running",
    life: record.life,
    queuedAt: null,
    startedAt: null,
    endedAt: null,
    parameters: {},
    tasks: new Map(),
    ...changes,
  };
}

function task(state: TaskView["state"], tryNumber: number): TaskView {
  return { state, tryNumber, startedAt: null, endedAt: null };
}

const facts: RunFacts = {
  rid: "r",
  target: "airflow",
  project: "p",
  workflow: "wine",
  record,
  manifests: [],
  engine: undefined,
  build: undefined,
};

describe("a run made of what store and engine say", () => {
  it("shows a later attempt that is running instead of the manifest of the failed one", () => {
    const run = mergeRun({
      ...facts,
      manifests: [manifest("clean", { status: "failed" })],
      engine: engine({ tasks: new Map([["clean", task("running", 2)]]) }),
    });
    expect(run.operators).toMatchObject([{ operator: "clean", state: "running", tryNumber: 2, manifest: null }]);
  });

  it("lets a manifest stand over the engine's word about the same attempt", () => {
    const run = mergeRun({
      ...facts,
      manifests: [manifest("clean")],
      engine: engine({ tasks: new Map([["clean", task("running", 1)]]) }),
    });
    expect(run.operators).toMatchObject([{ operator: "clean", state: "succeeded" }]);
  });

  it("shows a WARNING check that did not pass as a warning of a succeeded run", () => {
    const warned = manifest("bound", { kind: "check", check: { passed: false, severity: "warning" } });
    expect(mergeRun({ ...facts, manifests: [warned], engine: engine({ state: "succeeded" }) })).toMatchObject({
      state: "succeeded",
      warning: true,
    });
  });

  it("calls a run cancelled that Airflow calls failed, where the store remembers that somebody cancelled it", () => {
    const tasks = new Map([
      ["slow", task("failed", 1)],
      ["after", task("skipped", 0)],
      ["before", task("succeeded", 1)],
    ]);
    const cancelled = mergeRun({ ...facts, isCancelled: true, engine: engine({ state: "failed", tasks }) });
    expect(cancelled.state).toBe("cancelled");
    expect(cancelled.operators.map(({ state }) => state)).toEqual(["cancelled", "cancelled", "succeeded"]);
    // Nothing was left to end.
    const ended = mergeRun({ ...facts, isCancelled: true, engine: engine({ state: "succeeded", tasks: new Map() }) });
    expect(ended.state).toBe("succeeded");
  });

  it("calls a run cancelled that Airflow calls failed, where a manifest says so", () => {
    expect(
      mergeRun({
        ...facts,
        manifests: [manifest("clean", { status: "cancelled" })],
        engine: engine({ state: "failed" }),
      }).state,
    ).toBe("cancelled");
  });

  it("does not claim success while manifests are missing and no engine can be asked", () => {
    const build = buildRecord([buildOperator("clean"), buildOperator("save")]);
    expect(mergeRun({ ...facts, build, manifests: [manifest("clean")] }).state).toBe("unknown");
  });

  it("of one operator with what it needs names that one and leaves the rest of the build out; of all of them it names none", () => {
    const build = buildRecord(["clean", "predict", "save"].map((id) => buildOperator(id, { name: `my ${id}` })));
    const tasks = (ids: readonly string[]): EngineView =>
      engine({ isWhole: true, tasks: new Map(ids.map((id) => [id, task("waiting", 0)])) });
    const partial = mergeRun({ ...facts, target: "local", build, engine: tasks(["clean", "predict"]) });
    expect([partial.only, partial.operators.map(({ operator }) => operator)]).toEqual([
      "my predict",
      ["clean", "predict"],
    ]);
    expect(
      mergeRun({ ...facts, target: "local", build, engine: tasks(["clean", "predict", "save"]) }),
    ).not.toHaveProperty("only");
    // What Airflow has not told of yet is still part of the run.
    expect(
      mergeRun({ ...facts, build, engine: engine({ tasks: new Map([["clean", task("running", 1)]]) }) }),
    ).not.toHaveProperty("only");
  });

  it("hides the gate", () => {
    expect(
      mergeRun({ ...facts, engine: engine({ tasks: new Map([["_gate", task("running", 1)]]) }) }).operators,
    ).toEqual([]);
  });
});

describe("a run without an engine to ask", () => {
  const failed = manifest("clean", { status: "failed" });
  const cancelled = manifest("predict", { status: "cancelled" });

  it("was cancelled where one operator was, though another failed, in whatever order", () => {
    expect(mergeRun({ ...facts, manifests: [failed, cancelled] }).state).toBe("cancelled");
    expect(mergeRun({ ...facts, manifests: [cancelled, failed] }).state).toBe("cancelled");
  });

  it("failed where one operator did, though others are not known", () => {
    const build = buildRecord([buildOperator("clean"), buildOperator("save")]);
    expect(mergeRun({ ...facts, build, manifests: [failed] }).state).toBe("failed");
  });

  it("succeeded where all that is known did", () => {
    expect(mergeRun({ ...facts, manifests: [manifest("clean"), manifest("predict")] }).state).toBe("succeeded");
  });

  it("is unknown where nothing is known of it", () => {
    expect(mergeRun(facts)).toMatchObject({ state: "unknown", operators: [], startedAt: null, endedAt: null });
  });

  it("began with its first operator and ended with its last, in whatever order they are read", () => {
    const [early, late] = ["01", "09"].map((second, index) =>
      manifest(`o${index}`, { startedAt: `2026-11-21T01:00:${second}Z`, endedAt: `2026-11-21T01:01:${second}Z` }),
    );
    if (early === undefined || late === undefined) throw new Error("There are no manifests.");
    for (const manifests of [
      [early, late],
      [late, early],
    ])
      expect(mergeRun({ ...facts, manifests })).toMatchObject({
        startedAt: "2026-11-21T01:00:01Z",
        endedAt: "2026-11-21T01:01:09Z",
      });
  });

  it("has no end while it is not known to be over", () => {
    const build = buildRecord([buildOperator("clean"), buildOperator("save")]);
    const run = mergeRun({ ...facts, build, manifests: [manifest("clean")] });
    expect([run.state, run.startedAt, run.endedAt]).toEqual(["unknown", manifest("clean").startedAt, null]);
  });
});

describe("a run that its engine tells of", () => {
  it.each<[RunState, string | null]>([
    ["queued", null],
    ["running", null],
    ["unknown", null],
    ["succeeded", "end"],
    ["failed", "end"],
    ["cancelled", "end"],
  ])("and is %s has this end: %s", (state, endedAt) => {
    const run = mergeRun({ ...facts, engine: engine({ state, endedAt: "end" }), manifests: [manifest("clean")] });
    expect([run.state, run.endedAt]).toEqual([state, endedAt]);
  });

  it("has the engine's times, and those of its operators where the engine has none", () => {
    const manifests = [manifest("clean")];
    expect(
      mergeRun({
        ...facts,
        manifests,
        engine: engine({ state: "succeeded", queuedAt: "q", startedAt: "s", endedAt: "e" }),
      }),
    ).toMatchObject({ queuedAt: "q", startedAt: "s", endedAt: "e" });
    expect(mergeRun({ ...facts, manifests, engine: engine({ state: "succeeded" }) })).toMatchObject({
      queuedAt: null,
      startedAt: manifests[0]?.startedAt,
      endedAt: manifests[0]?.endedAt,
    });
  });

  it("has what its record says rather than what the engine says", () => {
    const engineSays = engine({ runId: "other", life: "other", parameters: { floor: 1 } });
    expect(mergeRun({ ...facts, engine: engineSays })).toMatchObject({
      rid: "r",
      target: "airflow",
      project: "p",
      workflow: "wine",
      runId: record.runId,
      life: record.life,
      build: record.build,
      parameters: { floor: 6 },
      deleted: false,
    });
    expect(mergeRun({ ...facts, record: undefined, engine: engineSays, deleted: true })).toMatchObject({
      runId: "other",
      life: "other",
      build: null,
      parameters: { floor: 1 },
      deleted: true,
    });
  });

  it("stays what the engine calls it where no manifest says cancelled", () => {
    const manifests = [manifest("clean", { status: "failed" })];
    expect(mergeRun({ ...facts, manifests, engine: engine({ state: "failed" }) }).state).toBe("failed");
    const cancelled = [manifest("clean", { status: "cancelled" })];
    expect(mergeRun({ ...facts, manifests: cancelled, engine: engine({ state: "running" }) }).state).toBe("running");
  });

  it("that nobody can name is refused", () => {
    expect(() => mergeRun({ ...facts, record: undefined })).toThrow(
      "Run r can't be read: neither its record nor the engine names it.",
    );
  });

  it("has no warning where every check passed", () => {
    const passed = manifest("bound", { kind: "check", check: { passed: true, severity: "warning" } });
    expect(mergeRun({ ...facts, manifests: [passed], engine: engine() }).warning).toBe(false);
  });

  it("has a warning where one check of several did not pass", () => {
    const checked = (operator: string, passes: boolean) =>
      manifest(operator, { kind: "check", check: { passed: passes, severity: "warning" } });
    const manifests = [checked("bound", false), checked("other", true), manifest("clean")];
    expect(mergeRun({ ...facts, manifests, engine: engine() }).warning).toBe(true);
  });
});

describe("an operator of a run", () => {
  const earlier = "20261120T000000.000000Z";
  const shown = (
    of: ReturnType<typeof manifest> | undefined,
    view: TaskView | undefined,
    changes: Partial<EngineView> = {},
  ): unknown => {
    const tasks = new Map(view === undefined ? [] : [["clean", view] as const]);
    const manifests = of === undefined ? [] : [of];
    return mergeRun({
      ...facts,
      build: buildRecord([buildOperator("clean", { name: "my clean", kind: "metric" })]),
      manifests,
      engine: engine({ tasks, ...changes }),
    }).operators[0];
  };

  it("has what its manifest says", () => {
    const of = manifest("clean", { try: 3 });
    expect(shown(of, task("running", 2))).toEqual({
      operator: "clean",
      name: "my clean",
      kind: "metric",
      state: "succeeded",
      tryNumber: 3,
      startedAt: of.startedAt,
      endedAt: of.endedAt,
      manifest: of,
    });
  });

  it("has what the engine says of a task without a manifest", () => {
    expect(shown(undefined, { state: "running", tryNumber: 2, startedAt: "s", endedAt: null })).toEqual({
      operator: "clean",
      name: "my clean",
      kind: "metric",
      state: "running",
      tryNumber: 2,
      startedAt: "s",
      endedAt: null,
      manifest: null,
    });
  });

  it("waits where the engine does not tell of it, and is unknown where nobody can be asked", () => {
    const nothing = { tryNumber: 0, startedAt: null, endedAt: null, manifest: null };
    expect(shown(undefined, undefined)).toMatchObject({ state: "waiting", ...nothing });
    const build = buildRecord([buildOperator("clean")]);
    expect(mergeRun({ ...facts, build }).operators[0]).toMatchObject({ state: "unknown", ...nothing });
  });

  it("of a run that was deleted and triggered again is not the one of its earlier life, until it has ended", () => {
    const of = manifest("clean", { life: earlier });
    expect(shown(of, task("queued", 1))).toMatchObject({ state: "queued", manifest: null });
    expect(shown(of, { ...task("succeeded", 1), endedAt: "e" })).toMatchObject({ manifest: of });
    expect(shown(of, task("queued", 1), { life: null })).toMatchObject({ manifest: of });
    expect(shown(of, undefined)).toMatchObject({ manifest: of });
    expect(shown(manifest("clean"), task("queued", 1))).toMatchObject({ manifest: manifest("clean") });
  });

  it("whose build is not known has its id for a name, and the kind of its manifest", () => {
    const { operators } = mergeRun({
      ...facts,
      manifests: [manifest("clean", { kind: "check" })],
      engine: engine({ tasks: new Map([["later", task("queued", 0)]]) }),
    });
    expect(operators.map(({ operator, name, kind }) => [operator, name, kind])).toEqual([
      ["clean", "clean", "check"],
      ["later", "later", null],
    ]);
  });

  it("stands there once, those of the build first", () => {
    const build = buildRecord([buildOperator("clean"), buildOperator("predict")]);
    const { operators } = mergeRun({
      ...facts,
      build,
      manifests: [manifest("extra"), manifest("predict")],
      engine: engine({ tasks: new Map([["clean", task("running", 1)]]) }),
    });
    expect(operators.map(({ operator }) => operator)).toEqual(["clean", "predict", "extra"]);
  });

  it("is part of a run of one operator by its manifest alone, too", () => {
    const build = buildRecord([buildOperator("clean"), buildOperator("predict")]);
    const run = mergeRun({ ...facts, build, manifests: [manifest("clean")], engine: engine({ isWhole: true }) });
    expect([run.only, run.operators.map(({ operator }) => operator)]).toEqual(["clean", ["clean"]]);
  });

  it("is none that was run by itself where no build or no operator is known", () => {
    const whole = engine({ isWhole: true, tasks: new Map([["clean", task("running", 1)]]) });
    expect(mergeRun({ ...facts, engine: whole })).not.toHaveProperty("only");
    const build = buildRecord([buildOperator("clean")]);
    expect(mergeRun({ ...facts, build, engine: engine({ isWhole: true }) })).not.toHaveProperty("only");
  });
});

describe("states", () => {
  const states: readonly RunState[] = ["queued", "running", "succeeded", "failed", "cancelled", "unknown"];

  it("that are over", () => {
    expect(states.filter(isOver)).toEqual(["succeeded", "failed", "cancelled"]);
  });

  it("that are under way, of runs that Airflow still has", () => {
    expect(states.filter((state) => isUnderWay({ state, deleted: false }))).toEqual(["queued", "running"]);
    expect(states.filter((state) => isUnderWay({ state, deleted: true }))).toEqual([]);
  });

  it("that manifests stand for", () => {
    const check = (passed: boolean): ReturnType<typeof manifest> =>
      manifest("bound", { check: { passed, severity: "error" } });
    const stateOf = (of: ReturnType<typeof manifest>): unknown =>
      mergeRun({ ...facts, manifests: [of] }).operators[0]?.state;
    expect([
      stateOf(manifest("a")),
      stateOf(check(true)),
      stateOf(check(false)),
      stateOf({ ...check(false), status: "failed" }),
      stateOf(manifest("a", { status: "cancelled" })),
    ]).toEqual(["succeeded", "succeeded", "warning", "failed", "cancelled"]);
  });
});
