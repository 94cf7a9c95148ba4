import { describe, expect, it } from "vitest";
import { localJob, type LocalJobRequest, neededBy } from "../../../src/core/compile/localJob.js";
import type { BuildOperator } from "../../../src/core/model/build.js";
import type { Job } from "../../../src/core/model/job.js";
import { buildOperator, buildRecord, digestOf } from "../builds.js";

const operators: readonly BuildOperator[] = [
  buildOperator("query", { kind: "extract", code: null, resource: "demo", query: "SELECT 1" }),
  buildOperator("floor", {
    kind: "parameter",
    code: null,
    default: { type: "numeric", json: 6 },
    parameter: { blob: "p1", encoding: "json", type: "numeric" },
  }),
  buildOperator("seen", {
    kind: "parameter",
    code: null,
    default: { type: "tuple" },
    parameter: { blob: "p2", encoding: "pickle", type: "tuple" },
  }),
  buildOperator("clean", {
    inputs: ["query", "floor"],
    values: [{ name: "v", blob: "v1", encoding: "pickle", size: 1 }],
    modules: [{ path: "m.py", blob: "m1" }],
    requirements: ["pandas"],
    python: "3.11",
  }),
  buildOperator("size", { kind: "systemMetric", inputs: ["clean"] }),
  buildOperator("ok", { kind: "check", inputs: ["clean", "seen"], severity: "error" }),
  buildOperator("keep", {
    kind: "save",
    code: null,
    inputs: ["clean"],
    outputs: [],
    resource: "demo",
    table: "t",
    mode: "append",
  }),
];
const artifacts = operators.flatMap(({ id, outputs }) =>
  outputs.map((output) => ({ id: output, name: output, type: "unknown" as const, producer: id })),
);
const build = buildRecord(operators, { artifacts });

function job(more: Partial<LocalJobRequest> = {}): Job {
  return localJob({
    build,
    buildName: "b1",
    run: { runId: "run", rid: "rid1", life: "life1" },
    workflowKey: "wine-12345678",
    place: {
      folder: "/w",
      workingFolder: "/w/flows",
      interpreter: "/usr/bin/python3",
      runtimeFolder: "/r",
      store: "/s",
      blob: (digest) => `/s/${digest}`,
    },
    parameters: {},
    surroundings: () => undefined,
    parallel: 3,
    ...more,
  });
}

const dependencies = (of: Job): unknown => Object.fromEntries(of.tasks.map((task) => [task.id, task.dependencies]));

describe("the local job of a build", () => {
  it("names the run, the store and its parallel tasks", () => {
    const whole = job();
    expect(whole).toMatchObject({ format: 1, name: "wine-12345678-rid1", folder: "/w", parallel: 3 });
    expect(whole.run).toEqual({
      project: "p-1",
      workflow: "wine",
      target: "local",
      runId: "run",
      rid: "rid1",
      life: "life1",
      build: "b1",
      store: "/s",
      parameters: [
        {
          operator: "floor",
          artifact: "floor",
          name: "floor",
          value: { file: "/s/p1", encoding: "json", type: "numeric", json: 6 },
        },
        {
          operator: "seen",
          artifact: "seen",
          name: "seen",
          value: { file: "/s/p2", encoding: "pickle", type: "tuple" },
        },
      ],
    });
  });

  it("waits for producers; saves wait for everything else", () => {
    expect(dependencies(job())).toEqual({
      query: [],
      clean: ["query"],
      size: ["clean"],
      ok: ["clean"],
      keep: ["query", "clean", "size", "ok"],
    });
  });

  it("runs each operator by the runner of the runtime, in the folder of the workflow", () => {
    const clean = job().tasks.find(({ id }) => id === "clean");
    expect(clean).toMatchObject({
      command: "/usr/bin/python3",
      args: ["/r/aqueduct/start.py", "runner"],
      cwd: "/w/flows",
      environment: { PYTHONPATH: "/r", PYTHONUNBUFFERED: "1" },
    });
    expect(clean?.operator).toEqual({
      format: 1,
      operator: { id: "clean", name: "clean", kind: "function", outputs: ["clean"] },
      folder: "/w",
      code: {
        definitions: `/s/${digestOf("d1")}`,
        file: "wine.py",
        function: "clean",
        line: 2,
        endLine: 4,
        module: null,
        roots: [],
      },
      values: [{ name: "v", file: "/s/v1", encoding: "pickle" }],
      modules: [{ path: "m.py", file: "/s/m1" }],
      requirements: ["pandas"],
      python: "3.11",
      watchParent: false,
      inputs: [
        { artifact: "query", producer: "query" },
        { artifact: "floor", producer: "floor" },
      ],
      reuse: digestOf("reuse-clean"),
    });
  });

  it("tells an operator what is said of it, and only that", () => {
    const told = (id: string): unknown => job().tasks.find((task) => task.id === id)?.operator?.operator;
    expect(told("query")).toEqual({
      id: "query",
      name: "query",
      kind: "extract",
      outputs: ["query"],
      query: "SELECT 1",
      resource: "demo",
    });
    expect(told("ok")).toEqual({ id: "ok", name: "ok", kind: "check", outputs: ["ok"], severity: "error" });
    expect(told("keep")).toEqual({
      id: "keep",
      name: "keep",
      kind: "save",
      outputs: [],
      table: "t",
      mode: "append",
      resource: "demo",
    });
    expect(job().tasks.find(({ id }) => id === "keep")?.operator?.code).toBeNull();
  });

  it("takes values that are given for the run in place of defaults", () => {
    expect(job({ parameters: { floor: 0, seen: null } }).run?.parameters).toEqual([
      { operator: "floor", artifact: "floor", name: "floor", value: { json: 0 } },
      { operator: "seen", artifact: "seen", name: "seen", value: { json: null } },
    ]);
  });

  it("refuses a parameter without a default", () => {
    const broken = buildRecord([buildOperator("p", { kind: "parameter", code: null })]);
    expect(() => job({ build: broken })).toThrow("Parameter p has no default in the build.");
  });

  it("of one operator is that and what it needs, in recorded order", () => {
    expect(neededBy(build, "ok").map(({ id }) => id)).toEqual(["query", "floor", "seen", "clean", "ok"]);
    expect(neededBy(build, "query").map(({ id }) => id)).toEqual(["query"]);
    expect(neededBy(build, "nothing")).toEqual([]);
    const only = job({ only: "size", extracts: "cached" });
    expect(only.tasks.map(({ id }) => id)).toEqual(["query", "clean", "size"]);
    expect(only.run?.parameters.map(({ name }) => name)).toEqual(["floor"]);
    expect(only.run?.reuse).toEqual({ asked: "size", operators: ["query", "clean"], extracts: "cached" });
    expect(job({ only: "keep" }).tasks.map(({ id }) => id)).toEqual(["query", "clean", "keep"]);
  });
});
