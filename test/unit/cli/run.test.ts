import { beforeEach, describe, expect, it } from "vitest";

import type { Failure } from "../../../src/core/model/manifest.js";
import type { Run } from "../../../src/core/model/run.js";
import { FakeShell, jsonOf, traced, type Said } from "../../fakes/fakeShell.js";

let shell: FakeShell;

beforeEach(() => {
  shell = new FakeShell();
});

interface Answer {
  readonly run: Run;
  readonly reused: readonly { readonly operator: string; readonly run: string }[];
  readonly called: readonly { readonly operator: string; readonly why: string; readonly text: string }[];
}

const keyError: Failure = {
  type: "user",
  message: "KeyError: 'quality'",
  tip: "Look at the columns.",
  trace: [{ file: "wine.py", line: 7, function: "predict", text: "table['quality']" }],
};

describe("aqueduct run", () => {
  it("is 0 once every operator has succeeded: the result on stdout, the way to it on stderr", async () => {
    const { code, stdout, stderr } = await shell.type("run", "wine.py");
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines.slice(0, -2)).toEqual([
      "  demo_query: succeeded 1.00 s",
      "  floor: succeeded",
      "  seen: succeeded",
      "  predict: succeeded 1.00 s",
      "  error: succeeded 1.00 s",
      "  save_to_demo: succeeded 1.00 s",
    ]);
    expect(lines.at(-2)).toMatch(/^wine predictions on local: succeeded in \d\.\d s \([0-9a-f]{20}\)$/);
    expect(stderr).toMatch(/^wine predictions: build [0-9a-f]{12}, run [0-9a-f]{20}\n/);
    expect(stderr).toContain("  predict: running\n");
    expect(stderr).toContain("  predict | hello\n");
    expect(stderr).toContain("  predict: succeeded\n");
  });

  it("is the run itself with --json", async () => {
    const said = await shell.type("run", "wine.py", "--json");
    const { run, reused } = jsonOf<Answer>(said);
    expect([said.code, reused]).toEqual([0, []]);
    expect(run).toMatchObject({ target: "local", workflow: "wine predictions", state: "succeeded" });
    expect(run.operators.map(({ operator }) => operator)).toContain("save_to_demo");
    expect(said.stderr).toContain("  predict: running\n");
  });

  it("hands over the values of --param by the type of the parameter: a text is any text; the last word about a name counts", async () => {
    const said = await shell.type("run", "wine.py", "--param", "floor=7", "--param", "floor=8", "--json");
    expect([said.code, jsonOf<Answer>(said).run.parameters]).toEqual([0, { floor: 8 }]);
    shell.tracing.trace = traced(({ workflows: [workflow], ...graph }) => ({
      ...graph,
      workflows: [
        {
          ...(workflow ?? never()),
          operators: (workflow ?? never()).operators.map((operator) =>
            operator.id === "floor" ? { ...operator, default: { type: "string", json: "a" } } : operator,
          ),
        },
      ],
    }));
    for (const [typed, value] of [
      ["floor=red", "red"],
      ['floor="6"', '"6"'],
      ["floor=6", "6"],
      ["floor=true", "true"],
      ["floor=null", "null"],
      ["floor=20240101", "20240101"],
      ["floor=a=b", "a=b"],
      ["floor=", ""],
    ] as const)
      expect(jsonOf<Answer>(await shell.type("run", "wine.py", "--param", typed, "--json")).run.parameters).toEqual({
        floor: value,
      });
  });

  it("of one operator runs what it needs and saves nothing", async () => {
    const said = await shell.type("run", "wine.py", "--operator", "predict", "--json");
    const { run } = jsonOf<Answer>(said);
    expect([said.code, run.only]).toEqual([0, "predict"]);
    expect(run.operators.map(({ operator }) => operator)).toEqual(["demo_query", "floor", "predict"]);
    expect(shell.engine.submitted[0]?.job.run?.reuse).toEqual({ asked: "predict", operators: [], extracts: "again" });
  });

  it("of one operator reuses what was read from a database only with --use-cached", async () => {
    await shell.type("run", "wine.py", "--operator", "predict", "--use-cached");
    expect(shell.engine.submitted[0]?.job.run?.reuse).toEqual({
      asked: "predict",
      operators: ["demo_query"],
      extracts: "cached",
    });
  });

  it("tells which operators were not called, and which run their values are of", async () => {
    const reused = {
      rid: "0123456789abcdef0123",
      life: "20261120T100000.000000Z",
      try: 1,
      runStartedAt: "2026-11-20T10:00:00Z",
    };
    shell.engine.ends.set("demo_query", { reused });
    const args = ["run", "wine.py", "--operator", "predict", "--use-cached"];
    expect(jsonOf<Answer>(await shell.type(...args, "--json")).reused).toEqual([
      { operator: "demo_query", run: reused.rid, runStartedAt: reused.runStartedAt },
    ]);
    expect((await shell.type(...args)).stdout).toMatch(
      / {2}demo_query: succeeded, reused from run of .*: same code, inputs and packages/,
    );
  });

  it("tells why an operator was called, but of the one that was run itself only with --json", async () => {
    shell.engine.ends.set("demo_query", { called: { why: "extract" } });
    shell.engine.ends.set("predict", { called: { why: "asked" } });
    const args = ["run", "wine.py", "--operator", "predict"];
    expect(jsonOf<Answer>(await shell.type(...args, "--json")).called).toEqual([
      { operator: "demo_query", why: "extract", text: "it reads from a database" },
      { operator: "predict", why: "asked", text: "it is the operator that was run" },
    ]);
    const { stdout } = await shell.type(...args);
    expect(stdout).toMatch(/ {2}demo_query: succeeded \d\.\d\d s, called: it reads from a database$/m);
    expect(stdout).not.toContain("the operator that was run");
  });

  it("gives the engine a database's password, and keeps it out of the job", async () => {
    shell.files.contents.set(
      "/wine/aqueduct.json",
      (shell.files.contents.get("/wine/aqueduct.json") ?? "").replace("sqlite:///wine.db", "postgresql://ann@db/wine"),
    );
    shell.environment["AQUEDUCT_DEMO_PASSWORD"] = "s3cret";
    const withheld = await shell.type("run", "wine.py", "--json");
    expect([withheld.code, shell.engine.submitted]).toEqual([2, []]);
    expect(jsonOf(withheld)["error"]).toContain("or set AQUEDUCT_DEMO_ORIGIN=postgresql://db.");
    shell.environment["AQUEDUCT_DEMO_ORIGIN"] = "postgresql://ann@db/wine";
    const said = await shell.type("run", "wine.py", "--json");
    const [submitted] = shell.engine.submitted;
    expect(submitted?.secrets["demo"]).toContain("s3cret");
    expect(JSON.stringify(submitted?.job)).not.toContain("s3cret");
    expect(said.stdout + said.stderr).not.toContain("s3cret");
  });

  it("closes its connection to the engine", async () => {
    await shell.type("run", "wine.py");
    expect(shell.engine.open).toBe(0);
  });

  it("says on a terminal what it does meanwhile, and takes the line away before the next", async () => {
    shell.columns = 12;
    const { stderr } = await shell.type("run", "wine.py");
    expect(stderr).toMatch(/^Tracing win\r\u001b\[K/);
    shell.columns = undefined;
    expect((await shell.type("run", "wine.py")).stderr).not.toContain("Tracing");
  });

  it("says what happens underneath on stderr with --verbose alone, one line each", async () => {
    shell.onTrace = (world) => {
      world.log.info("tracing");
      world.log.warn("slow");
    };
    const { stderr } = await shell.type("run", "wine.py", "--verbose");
    expect(stderr).toMatch(/^\{.*"message":"tracing"\}\n\{.*"message":"slow"\}\nwine predictions: build /);
    expect((await shell.type("run", "wine.py")).stderr).not.toContain("tracing");
  });
});

describe("a run that used what does not ship", () => {
  beforeEach(() => {
    shell.engine.ends.set("predict", { notShipped: [{ path: "data/one.csv", use: "read" }] });
  });

  it("is 0, with a warning on the operator's line on stderr", async () => {
    const { code, stdout, stderr } = await shell.type("run", "wine.py");
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^wine\.py:\d+:1: warning: `predict` read data\/one\.csv, which does not ship .* add file_dependencies=\['data\/one\.csv'\] to its decorator\. \[not-shipped\]$/m,
    );
    expect(stdout).not.toContain("data/one.csv");
  });

  it("names it with --json", async () => {
    const said = await shell.type("run", "wine.py", "--json");
    expect(jsonOf(said)).toMatchObject({ notShipped: [{ code: "not-shipped", severity: "warning", file: "wine.py" }] });
  });
});

describe("a run that fails", () => {
  it("is 1, with the user's own frames and what to do", async () => {
    shell.engine.ends.set("predict", { status: "failed", failure: keyError });
    const { code, stdout, stderr } = await shell.type("run", "wine.py");
    expect(code).toBe(1);
    expect(stdout).toContain(
      [
        "predict: KeyError: 'quality'",
        "    wine.py:7, in predict",
        "      table['quality']",
        "    Look at the columns.",
        "wine predictions on local: failed",
      ].join("\n"),
    );
    expect(stderr).toContain("  predict: failed (KeyError: 'quality')\n");
    expect(stderr).toContain("  save_to_demo: not run, since predict did not succeed\n");
    expect(stderr).not.toContain("save_to_demo: running");
  });

  it("is 1 with --json too, and the object is the run", async () => {
    shell.engine.ends.set("predict", { status: "failed", failure: keyError });
    const said = await shell.type("run", "wine.py", "--json");
    const { run } = jsonOf<Answer>(said);
    expect([said.code, run.state]).toEqual([1, "failed"]);
    expect(run.operators.find(({ operator }) => operator === "predict")?.manifest?.failure).toEqual(keyError);
  });

  it("is 0 where only a check of severity warning did not pass, and says so", async () => {
    shell.engine.ends.set("error", { check: { passed: false, severity: "warning" }, metric: 2.5 });
    const { code, stdout } = await shell.type("run", "wine.py");
    expect(code).toBe(0);
    expect(stdout).toContain("  error: warning 1.00 s = 2.5\n");
    expect(stdout).toContain("wine predictions on local: succeeded with a warning in ");
  });
});

describe("a file that cannot be built", () => {
  it("is 1, with each problem on its line, and starts nothing", async () => {
    const failure = {
      message: "KeyError: 'x'",
      tip: "Look there.",
      trace: [{ file: "wine.py", line: 4, function: "<module>", text: "x" }],
    };
    shell.tracing.trace = traced((graph) => graph, { failure });
    const said = await shell.type("run", "wine.py");
    expect(said).toEqual({
      code: 1,
      stdout: "",
      stderr: "wine.py:4:1: error: KeyError: 'x'. Look there. [trace-failed]\nwine.py cannot be built.\n",
    });
    const asJson = await shell.type("run", "wine.py", "--json");
    expect([asJson.code, asJson.stderr]).toEqual([1, ""]);
    expect(jsonOf(asJson)).toMatchObject({
      error: "wine.py cannot be built.",
      problems: [{ code: "trace-failed", line: 4 }],
    });
    expect(shell.engine.submitted).toEqual([]);
  });

  it("shows what the file prints, and its warnings, on stderr", async () => {
    const problem = { code: "w", severity: "warning", message: "Mind this.", file: "wine.py" } as const;
    const place = { line: 3, column: 2, endLine: 3, endColumn: 4 };
    shell.tracing.prints = "reading…\n";
    shell.tracing.trace = traced((graph) => ({ ...graph, problems: [{ ...problem, ...place }] }));
    const said = await shell.type("run", "wine.py", "--json");
    expect([said.code, said.stderr.split("\n").slice(0, 2)]).toEqual([
      0,
      ["reading…", "wine.py:3:2: warning: Mind this. [w]"],
    ]);
    expect(jsonOf<Answer>(said).run.state).toBe("succeeded");
  });
});

describe("a world that fails", () => {
  it("is 3: there is no Python", async () => {
    shell.interpreter = undefined;
    const said = await shell.type("run", "wine.py");
    expect(said).toEqual({
      code: 3,
      stdout: "",
      stderr: "There is no Python here. Install Python 3.9 or newer, or name one with --python.\n",
    });
  });

  it("is 3: the engine does not take the run", async () => {
    shell.engine.refusal = new Error("The disk is full. Free some space.");
    const said = await shell.type("run", "wine.py", "--json");
    expect([said.code, jsonOf(said), said.stderr]).toEqual([3, { error: "The disk is full. Free some space." }, ""]);
  });
});

describe("Ctrl-C", () => {
  /** Types the command, and Ctrl-C once the task runs. */
  function interruptedAt(task: string, ...typed: readonly string[]): Promise<Said> {
    shell.engine.onRecord = (record) => {
      if (record.type === "started" && record.task === task) shell.interrupt();
    };
    return shell.type(...typed);
  }

  beforeEach(() => {
    shell.engine.ends.set("predict", "waits");
  });

  it("cancels the run, waits for its end, and is 1 with the run that was cancelled", async () => {
    const said = await interruptedAt("predict", "run", "wine.py");
    expect(said.code).toBe(1);
    expect(said.stderr).toContain("Cancelling…\n");
    expect(said.stdout).toMatch(/wine predictions on local: cancelled in .*\n$/);
    expect(shell.engine.cancelled).toHaveLength(1);
    expect(shell.engine.open).toBe(0);
  });

  it("is one object with --json, as at every other end", async () => {
    const said = await interruptedAt("predict", "run", "wine.py", "--json");
    expect([said.code, jsonOf<Answer>(said).run.state]).toEqual([1, "cancelled"]);
  });

  it("cancels the run also where it came while the run was handed over", async () => {
    shell.engine.onRecord = (record) => {
      if (record.type === "submitted") shell.interrupt();
    };
    const said = await shell.type("run", "wine.py");
    expect([said.code, shell.engine.cancelled.length]).toEqual([1, 1]);
  });

  it("says that the run goes on, and how to end it, where the engine is gone", async () => {
    shell.engine.ends.set("predict", {});
    shell.engine.onRecord = (record) => {
      if (record.type !== "started" || record.task !== "predict") return;
      shell.engine.refusal = new Error("The local engine went away.");
      shell.interrupt();
    };
    const said = await shell.type("run", "wine.py", "--json");
    const { run } = jsonOf<Answer>(said);
    expect(said.stderr).toContain(
      `The run can't be cancelled: it goes on. The local engine went away. End it with: aqueduct cancel ${run.rid}\n`,
    );
    expect([said.code, run.state]).toEqual([0, "succeeded"]);
  });

  it("before the run has started is 3, with one sentence", async () => {
    shell.interrupt();
    shell.engine.refusal = new Error("Interrupted at once.");
    const said = await shell.type("run", "wine.py");
    expect([said.code, said.stdout, said.stderr]).toEqual([3, "", "Interrupted.\n"]);
    const asJson = await shell.type("run", "wine.py", "--json");
    expect([asJson.code, jsonOf(asJson)]).toEqual([3, { error: "Interrupted." }]);
  });
});

function never(): never {
  throw new Error("the fake is broken");
}
