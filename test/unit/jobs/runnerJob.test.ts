import { describe, expect, it } from "vitest";
import { crashOf } from "../../../src/core/jobs/crash.js";
import { inputArtifacts, NotReady, runnerJob } from "../../../src/core/jobs/runnerJob.js";
import { lastPeak, readRunnerResult } from "../../../src/core/jobs/runnerResult.js";
import { taskEnvironment, withoutSecrets } from "../../../src/core/jobs/taskEnvironment.js";
import type { OperatorTask } from "../../../src/core/model/job.js";
import type { StoredArtifact } from "../../../src/core/model/manifest.js";
import { manifest } from "../runs/facts.js";
import { predict } from "./jobs.js";

const artifact = (id: string): StoredArtifact => ({
  id,
  key: `key/${id}`,
  sha256: "d",
  size: 1,
  type: "numeric",
  encoding: "json",
  rows: null,
  schema: null,
  sample: null,
});

const withOperator = (more: Partial<OperatorTask["operator"]>): OperatorTask => ({
  ...predict,
  operator: { ...predict.operator, ...more },
});

describe("what the runner is told", () => {
  const told = (task: OperatorTask, secrets: Readonly<Record<string, string>> = {}): ReturnType<typeof runnerJob> =>
    runnerJob(task, "/attempt", [artifact("floor")], (key) => `/store/${key}`, secrets);

  it("is the task with its folder, and its inputs as files", () => {
    const { inputs: _, reuse: __, ...task } = predict;
    expect(told({ ...predict, surroundings: { python: "3.11", digest: "d" } })).toEqual({
      ...task,
      attempt: "/attempt",
      inputs: [{ artifact: "floor", file: "/store/key/floor", sha256: "d", encoding: "json", type: "numeric" }],
      database: null,
    });
  });

  it.each(["extract", "save"] as const)("of an operator that is a %s is the address of its database", (kind) => {
    expect(told(withOperator({ kind, resource: "demo" }), { demo: "postgres://x", other: "y" }).database).toEqual({
      url: "postgres://x",
    });
  });

  it("of any other operator is no address, though it names a resource", () => {
    expect(told(withOperator({ kind: "function", resource: "demo" }), { demo: "postgres://x" }).database).toBeNull();
  });

  it("of one without a resource is no address", () => {
    expect(told(withOperator({ kind: "extract" }), { undefined: "x" }).database).toBeNull();
  });

  it("cannot be told where nobody gave the address, and why is said", () => {
    const tell = (): unknown => told(withOperator({ kind: "save", resource: "demo" }), { other: "y" });
    expect(tell).toThrow(NotReady);
    expect(tell).toThrow(
      expect.objectContaining({
        name: "NotReady",
        message: 'The local engine does not have the address of database "demo".',
        tip: "It keeps addresses in memory only, for one run. Run the workflow again.",
      }),
    );
  });
});

describe("the inputs of an operator", () => {
  const task: OperatorTask = {
    ...predict,
    inputs: [
      { artifact: "split.2", producer: "split" },
      { artifact: "floor", producer: "floor" },
    ],
  };
  const manifests = {
    split: manifest("split", { artifacts: [artifact("split"), artifact("split.2")] }),
    floor: manifest("floor", { artifacts: [artifact("floor")] }),
  };

  it("are what its producers gave, in the order of its arguments", () => {
    expect(inputArtifacts(task, (producer) => manifests[producer as "split"]).map(({ id }) => id)).toEqual([
      "split.2",
      "floor",
    ]);
  });

  it("that a producer did not give are named, with what to change", () => {
    const read = (): unknown => inputArtifacts(task, (producer) => manifest(producer));
    expect(read).toThrow(NotReady);
    expect(read).toThrow(
      expect.objectContaining({
        message: '"split" gave no value "split.2".',
        tip: 'Let the function of "split" return as many values as the workflow unpacks.',
      }),
    );
  });
});

describe("the result of a runner", () => {
  const result = {
    format: 1,
    status: "succeeded",
    failure: null,
    check: null,
    metric: null,
    startedAt: "2026-11-21T14:00:01.000000Z",
    endedAt: "2026-11-21T14:00:02.000000Z",
    wallSeconds: 1,
    peakBytes: null,
    python: "3.11.7",
    saved: null,
    artifacts: [],
  };

  it.each(["succeeded", "failed"])("is one that %s", (status) => {
    expect(readRunnerResult(JSON.stringify({ ...result, status, later: 1 }))).toEqual({ ...result, status });
  });

  it.each<[string, unknown, string]>([
    ["another format", { ...result, format: 2 }, "it has format 2, and this Aqueduct reads up to 1: update it"],
    ["another status", { ...result, status: "cancelled" }, "status is not one of succeeded, failed"],
    ["no list of values", { ...result, artifacts: {} }, "artifacts is not a list"],
    ["no start", { ...result, startedAt: 1 }, "startedAt is not a time such as 2026-11-21T01:23:01.048772Z"],
    ["no end", { ...result, endedAt: null }, "endedAt is not a time such as 2026-11-21T01:23:01.048772Z"],
    ["nothing in it", null, "it is not what a runner of this version writes"],
    ["no object", 7, "it is not what a runner of this version writes"],
  ])("is none with %s", (_what, value, why) => {
    expect(() => readRunnerResult(JSON.stringify(value))).toThrow(
      `result.json is not what a runner writes (${why}); the Python environment may hold another version of aqueduct.`,
    );
  });

  it("is none where it is not JSON", () => {
    expect(() => readRunnerResult("{")).toThrow("it is not JSON");
  });
});

describe("the last figure of a runner's memory", () => {
  it("is the last one, however the line is spaced", () => {
    const memory = '{"event":"memory","peakBytes":   5}\n{"peakBytes":123,"event":"memory"}\n{"event":"output"}\n';
    expect(lastPeak(memory)).toBe(123);
    expect(lastPeak('{"event": "memory", "peakBytes":\t9}')).toBe(9);
  });

  it("is not the one in a line that was cut off", () => {
    expect(lastPeak('{"event":"memory","peakBytes":123456}\n{"event":"memory","peakBytes":12')).toBe(123456);
  });

  it("is none where there is no number", () => {
    expect([lastPeak(""), lastPeak('{"peakBytes": null}'), lastPeak('{"peakBytes"}')]).toEqual([null, null, null]);
  });
});

describe("a crash", () => {
  const dump = (...lines: readonly string[]): string => lines.join("\n");

  it("that Python does not tell of is the last words as they are", () => {
    expect(crashOf("Killed\nx", "/w")).toEqual({ words: "Killed\nx", trace: [] });
    expect(crashOf("it said Fatal Python error: no", "/w").words).toBe("it said Fatal Python error: no");
  });

  it("without frames is its one line", () => {
    expect(crashOf(dump("before", "Fatal Python error: Aborted", "after"), "/w")).toEqual({
      words: "Fatal Python error: Aborted.",
      trace: [],
    });
  });

  it("is traced by the current thread alone, through the user's own files, outermost first", () => {
    const { trace } = crashOf(
      dump(
        "Fatal Python error: Segmentation fault",
        "",
        "Current thread 0x02 (most recent call first):",
        '  File "/w/a b.py", line 31 in inner',
        '  File "/w/.venv/lib/site-packages/x.py", line 1 in y',
        '  File "/w/.air-executor/x.py", line 2 in y',
        '  File "/wines/other.py", line 3 in y',
        '  File "/w/steps/load.py", line 40 in <lambda>',
        "",
        "Thread 0x01 (most recent call first):",
        '  File "/w/wine.py", line 99 in wait',
      ),
      "/w",
    );
    expect(trace).toEqual([
      { file: "steps/load.py", line: 40, function: "<lambda>", text: "" },
      { file: "a b.py", line: 31, function: "inner", text: "" },
    ]);
  });

  it("is traced to its last line though no newline ends it", () => {
    const { trace } = crashOf(
      dump("Fatal Python error: x", "Current thread 0x1:", '  File "/w/wine.py", line 7 in f'),
      "/w",
    );
    expect(trace.map(({ line }) => line)).toEqual([7]);
  });
});

describe("the environment of a task", () => {
  it.each([
    "AIRFLOW_HOME",
    "airflow_home",
    "AIRFLOW__CORE__FERNET_KEY",
    "_AIRFLOW_WWW_USER_PASSWORD",
    "_airflow_x",
    "AQUEDUCT_DEMO_PASSWORD",
    "aqueduct_demo_password",
    "AWS_ACCESS_KEY_ID",
    "aws_secret_access_key",
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "ELECTRON_RUN_AS_NODE",
    "electron_x",
    "VSCODE_PID",
    "vscode_x",
    "NODE_OPTIONS",
    "node_options",
  ])("has no %s", (name) => {
    expect(withoutSecrets({ [name]: "x" })).toEqual({});
  });

  it("keeps what only looks like one of those, and what is empty", () => {
    const kept = {
      MY_AIRFLOW_HOME: "1",
      MY__AIRFLOW: "1",
      AQUEDUCT_DEMO_PASSWORD_FILE: "1",
      AQUEDUCT_HOME: "1",
      XAQUEDUCT_DEMO_PASSWORD: "1",
      AWS_REGION: "1",
      AWS_ACCESS_KEY_IDS: "1",
      MY_AWS_SESSION_TOKEN: "1",
      MY_ELECTRON_X: "1",
      MY_VSCODE_X: "1",
      NODE_OPTIONS_2: "1",
      MY_NODE_OPTIONS: "1",
      EMPTY: "",
    };
    expect(withoutSecrets({ ...kept, GONE: undefined })).toEqual(kept);
  });

  it("has the task's own over the submitter's", () => {
    expect(taskEnvironment({ A: "theirs", B: "b" }, { A: "own", AIRFLOW_HOME: "own" })).toEqual({
      A: "own",
      B: "b",
      AIRFLOW_HOME: "own",
    });
  });
});
