import { beforeEach, describe, expect, it } from "vitest";

import type { Run } from "../../../src/core/model/run.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { aqueductJson, FakeShell, jsonOf } from "../../fakes/fakeShell.js";

let shell: FakeShell;

beforeEach(() => {
  shell = new FakeShell();
});

/** Runs the workflow here; gives the run. */
async function ranHere(): Promise<Run> {
  return jsonOf<{ run: Run }>(await shell.type("run", "wine.py", "--json")).run;
}

/** Publishes the workflow and starts a run there; gives the run. */
async function startedThere(): Promise<Run> {
  await shell.type("publish", "wine.py", "--airflow", "airflow");
  return jsonOf<{ run: Run }>(await shell.type("trigger", "wine predictions", "--json")).run;
}

/** Starts a run here that goes on until it is cancelled, as one of another terminal. */
async function goesOnHere(): Promise<{ readonly rid: string; readonly end: Promise<unknown> }> {
  shell.engine.ends.set("predict", "waits");
  let end: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve) => {
    shell.engine.onRecord = (record) => {
      if (record.type === "started" && record.task === "predict") resolve();
    };
    end = shell.type("run", "wine.py");
  });
  return { rid: shell.engine.submitted.at(-1)?.job.run?.rid ?? "", end };
}

describe("aqueduct runs", () => {
  it("without runs says how to start one", async () => {
    expect(await shell.type("runs")).toEqual({
      code: 0,
      stdout: "No runs yet. Start one: aqueduct run FILE, or aqueduct trigger WORKFLOW.\n",
      stderr: "",
    });
    expect(jsonOf(await shell.type("runs", "--json"))).toEqual({
      runs: [],
      targets: [{ target: "airflow", state: "answers", message: "" }],
      workflows: [],
      unreadable: [],
    });
  });

  it("lists runs here and on Airflow in one table, newest first", async () => {
    const here = await ranHere();
    const there = await startedThere();
    const { code, stdout, stderr } = await shell.type("runs");
    expect([code, stderr]).toEqual([0, ""]);
    const rows = stdout.split("\n").map((line) => line.split(/ {2,}/));
    expect(rows).toEqual([
      ["RUN", "STARTED (UTC)", "WORKFLOW", "TARGET", "STATE", "DURATION", "BUILD"],
      [there.rid.slice(0, 8), "2026-11-21 01:23:01", "wine predictions", "airflow", "queued"],
      [
        here.rid.slice(0, 8),
        "2026-11-21 01:23:00",
        "wine predictions",
        "local",
        "succeeded",
        "0.0 s",
        here.build?.slice(0, 12),
      ],
      [""],
    ]);
  });

  it("is one object with --json: runs, targets and what is published", async () => {
    const here = await ranHere();
    const there = await startedThere();
    const said = await shell.type("runs", "--json");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    const history = jsonOf<{ runs: readonly Run[]; workflows: readonly unknown[] }>(said);
    expect(history.runs.map(({ rid }) => rid)).toEqual([there.rid, here.rid]);
    expect(history.workflows).toMatchObject([{ workflow: "wine predictions", target: "airflow" }]);
  });

  it("lists only those of the workflow that is named, and at most --limit of each", async () => {
    await ranHere();
    const second = await ranHere();
    shell.engine.isRunning = false; // One that lives tells of all its jobs.
    expect(jsonOf<{ runs: unknown[] }>(await shell.type("runs", "beer", "--json")).runs).toEqual([]);
    const limited = jsonOf<{ runs: Run[] }>(await shell.type("runs", "wine predictions", "--limit", "1", "--json"));
    expect(limited.runs.map(({ rid }) => rid)).toEqual([second.rid]);
  });

  it("is 0 while an Airflow does not answer: what is known is listed, and what to do follows", async () => {
    await ranHere();
    await startedThere();
    shell.airflowIsDown = "connection refused";
    const said = await shell.type("runs");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(said.stdout).toMatch(/local\s+succeeded/);
    expect(said.stdout).toMatch(/Airflow "airflow" at https:\/\/airflow does not answer: connection refused\n$/);
    const { targets } = jsonOf<{ targets: readonly unknown[] }>(await shell.type("runs", "--json"));
    expect(targets).toMatchObject([{ target: "airflow", state: "unreachable" }]);
  });

  it("says which password is missing, and how to give it", async () => {
    await startedThere();
    delete shell.environment["AQUEDUCT_AIRFLOW_PASSWORD"];
    expect((await shell.type("runs")).stdout).toContain("Set AQUEDUCT_AIRFLOW_PASSWORD.");
  });

  it("gives no password away: a look sends it to no server that nobody has confirmed, and does not ask", async () => {
    await startedThere();
    delete shell.environment["AQUEDUCT_AIRFLOW_ORIGIN"];
    shell.answer = "y";
    shell.sent.length = 0;
    const said = await shell.type("runs");
    expect([said.code, shell.asked]).toEqual([0, []]);
    expect(said.stdout).toContain(
      "The password in AQUEDUCT_AIRFLOW_PASSWORD is not sent to https://airflow as ann: nobody has confirmed that server yet.",
    );
    expect(JSON.stringify(shell.sent)).not.toContain('"password');
    expect(jsonOf<{ targets: readonly unknown[] }>(await shell.type("runs", "--json")).targets).toMatchObject([
      { target: "airflow", state: "signedOut" },
    ]);
    await shell.type("connect", "airflow");
    expect((await shell.type("runs")).stdout).not.toContain("nobody has confirmed");
  });

  it("--follow shows every change on stderr until nothing runs any more, then the end on stdout", async () => {
    const { rid } = await startedThere();
    const states = ["running", "success"];
    shell.onSleep = () => {
      const [run] = shell.dagRuns.runs;
      if (run !== undefined) shell.dagRuns.runs[0] = { ...run, state: states.shift() ?? run.state };
    };
    const said = await shell.type("runs", "--follow");
    expect(said.code).toBe(0);
    const seen = [...said.stderr.matchAll(/airflow\s+(\w+)/g)].map(([, state]) => state);
    expect(seen).toEqual(["queued", "running", "succeeded"]);
    // The whole table again at each change is of no use in a log.
    expect(said.stderr.match(/^RUN /gm)).toHaveLength(1);
    expect(said.stderr.trimEnd().split("\n")).toHaveLength(4);
    expect(said.stdout).toMatch(new RegExp(`${rid.slice(0, 8)}.*succeeded`));
  });

  it("says nothing of no runs where somebody does not answer, who may have some", async () => {
    await startedThere();
    shell.airflowIsDown = "connection refused";
    shell.dagRuns.runs.length = 0;
    const said = await shell.type("runs", "wine predictions");
    expect(said.stdout).not.toContain("No runs yet");
    expect(said.stdout).toContain("connection refused");
  });

  it("of one Airflow alone are listed with --airflow; one that is not there is named", async () => {
    const { rid } = await startedThere();
    await ranHere();
    const said = await shell.type("runs", "--airflow", "airflow", "--json");
    expect(jsonOf<{ runs: Run[] }>(said).runs.map((run) => run.rid)).toEqual([rid]);
    const wrong = await shell.type("runs", "--airflow", "nope");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('"nope" is not an Airflow server')]);
  });

  it("--follow with --json says nothing on the way, and one object at the end", async () => {
    await startedThere();
    shell.onSleep = () => {
      const [run] = shell.dagRuns.runs;
      if (run !== undefined) shell.dagRuns.runs[0] = { ...run, state: "success" };
    };
    const said = await shell.type("runs", "--follow", "--json");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(jsonOf<{ runs: Run[] }>(said).runs[0]?.state).toBe("succeeded");
  });

  it("--follow ends at Ctrl-C with 3", async () => {
    await startedThere();
    shell.onSleep = () => {
      shell.interrupt();
    };
    const said = await shell.type("runs", "--follow", "--json");
    expect([said.code, jsonOf(said)]).toEqual([3, { error: "Interrupted." }]);
  });
});

describe("aqueduct show", () => {
  const key = "samples/predict.json";
  const artifact = {
    id: "predict",
    key: "a",
    sha256: "0".repeat(64),
    size: 12,
    type: "table",
    encoding: "parquet",
    rows: 30,
    schema: null,
    sample: key,
  } as const;

  async function ranWithTable(sample: unknown): Promise<Run> {
    shell.store("local").objects.set(key, jsonBytes(sample));
    shell.store("local").objects.set("logs/out", new TextEncoder().encode("two\nlines\n"));
    shell.engine.ends.set("predict", { artifacts: [artifact], logs: { stdout: "logs/out", stderr: null } });
    return ranHere();
  }

  const table = {
    format: 1,
    type: "table",
    rows: 30,
    columns: [
      { name: "quality", dtype: "int64" },
      { name: "colour", dtype: "object" },
    ],
    values: Array.from({ length: 25 }, (_, row) => [row, row === 0 ? null : "red"]),
    text: null,
  };

  it("shows the first rows of a table, and the log", async () => {
    const { rid } = await ranWithTable(table);
    const { code, stdout, stderr } = await shell.type("show", rid, "predict");
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout.split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "predict: succeeded 1.00 s",
      "--- predict: table, 12 bytes, 20 of 30 rows",
      "quality  colour",
      "0        null",
      "1        red",
    ]);
    expect(lines.slice(-4)).toEqual(["--- log", "two", "lines", ""]);
  });

  it("gives the whole sample, the log and the attempt with --json", async () => {
    const { rid } = await ranWithTable(table);
    const said = await shell.type("show", rid, "predict", "--json");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(jsonOf(said)).toEqual({
      run: rid,
      operator: "predict",
      state: "succeeded",
      try: 1,
      value: table,
      values: [{ artifact, sample: table }],
      log: { stdout: "two\nlines\n", stderr: null },
      failure: null,
      metric: null,
      check: null,
      reused: null,
      called: null,
      missing: null,
    });
  });

  it("shows a value that is no table as text, or as JSON", async () => {
    const text = { ...table, columns: null, values: null, text: "<Model>" };
    const first = await ranWithTable(text);
    expect((await shell.type("show", first.rid, "predict")).stdout).toContain("bytes\n<Model>\n");
    const second = await ranWithTable({ ...text, text: null, values: { a: [1] } });
    expect((await shell.type("show", second.rid, "predict")).stdout).toContain('bytes\n{"a":[1]}\n');
  });

  it.each([
    [{ values: 1, python: "float" }, "1.0"],
    [{ values: 1, python: "int" }, "1"],
    [{ values: "9007199254740993", python: "int" }, "9007199254740993"],
    [{ values: ["9007199254740993"], python: "list" }, '["9007199254740993"]'],
  ])("shows a number as Python prints it: %j", async (sample, shown) => {
    const { rid } = await ranWithTable({ ...table, columns: null, ...sample });
    expect((await shell.type("show", rid, "predict")).stdout).toContain(`bytes\n${shown}\n`);
  });

  it("says of a value that it has no sample", async () => {
    const { rid } = await ranWithTable(table);
    shell.store("local").objects.delete(key);
    expect((await shell.type("show", rid, "predict")).stdout).toContain("12 bytes; it has no sample\n");
  });

  it("shows why an operator failed", async () => {
    const trace = [{ file: "wine.py", line: 7, function: "predict", text: "x" }];
    const failure = { type: "user", message: "KeyError: 'x'", tip: "Look.", trace } as const;
    shell.engine.ends.set("predict", { status: "failed", failure });
    const { rid } = await ranHereFailing();
    const said = await shell.type("show", rid, "predict");
    expect(said.code).toBe(0);
    expect(said.stdout).toBe(
      "predict: failed 1.00 s\npredict: KeyError: 'x'\n    wine.py:7, in predict\n      x\n    Look.\n",
    );
    expect(jsonOf(await shell.type("show", rid, "predict", "--json"))).toMatchObject({ state: "failed", failure });
  });

  async function ranHereFailing(): Promise<Run> {
    const said = await shell.type("run", "wine.py", "--json");
    expect(said.code).toBe(1);
    return jsonOf<{ run: Run }>(said).run;
  }

  it("says of an operator that has not run why there is nothing", async () => {
    shell.engine.ends.set("predict", { status: "failed" });
    const { rid } = await ranHereFailing();
    const said = await shell.type("show", rid, "save_to_demo");
    expect([said.code, said.stdout]).toEqual([
      0,
      "save_to_demo: upstreamFailed\nsave_to_demo has not run, since what it needs failed.\n",
    ]);
  });

  it("shows what a running operator has printed until now, here and on Airflow", async () => {
    const { rid, end } = await goesOnHere();
    const attempt = `/wine/.air-executor/jobs/${shell.engine.submitted[0]?.job.name ?? ""}/.engine/attempts/predict/1`;
    shell.files.contents.set(`${attempt}/stdout.log`, "half\n");
    expect((await shell.type("show", rid, "predict")).stdout).toBe("predict: running\n--- log\nhalf\n");
    const there = await startedThere();
    shell.dagRuns.tasks.set("predict", "running");
    shell.dagRuns.log = ["one", "two"];
    expect((await shell.type("show", there.rid, "predict")).stdout).toBe("predict: running\n--- log\none\ntwo\n");
    await shell.type("cancel", rid);
    await end;
  });

  it("is 2 for an operator that the run does not have, and names those that it has", async () => {
    const { rid } = await ranHere();
    const said = await shell.type("show", rid, "predct");
    expect([said.code, said.stderr]).toEqual([
      2,
      `Run ${rid} has no operator predct. It has demo_query, floor, seen, predict, error, save_to_demo.\n`,
    ]);
  });

  it("finds a run by the beginning of its id; one of fewer than 4 characters is no beginning", async () => {
    const { rid } = await ranHere();
    expect((await shell.type("show", rid.slice(0, 4), "predict")).code).toBe(0);
    expect((await shell.type("show", rid.slice(0, 3), "predict")).code).toBe(2);
  });

  it("is 3 where the run may be on an Airflow that does not answer", async () => {
    await startedThere();
    shell.airflowIsDown = "connection refused";
    const said = await shell.type("show", "deadbeef", "predict", "--json");
    expect(said.code).toBe(3);
    expect(jsonOf(said)["error"]).toContain("Run deadbeef was not found where there was an answer. Airflow");
  });

  it("is 2 where nothing says where the values of an Airflow are", async () => {
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ airflow: airflowWithoutStore }));
    const said = await shell.type("runs");
    expect([said.code, said.stdout]).toEqual([0, expect.stringContaining('"airflow" has no store in aqueduct.json')]);
  });

  const airflowWithoutStore = { type: "airflow", url: "https://airflow", username: "ann", dagFolder: "/dags" };
});

describe("aqueduct cancel", () => {
  it("ends a run here, and is 0 once it has ended", async () => {
    const { rid, end } = await goesOnHere();
    const said = await shell.type("cancel", rid.slice(0, 8));
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(said.stdout).toMatch(new RegExp(`^wine predictions on local: cancelled in .* \\(${rid}\\)\\n$`));
    expect(await end).toMatchObject({ code: 1 });
    expect(shell.engine.open).toBe(0);
  });

  it("ends a run on Airflow, and is the run with --json", async () => {
    const { rid } = await startedThere();
    const said = await shell.type("cancel", rid, "--json");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(jsonOf<{ run: Run }>(said).run).toMatchObject({ rid, target: "airflow", state: "cancelled" });
    expect(shell.dagRuns.runs[0]?.state).toBe("failed");
  });

  it("takes Airflow's own id of a run", async () => {
    const { runId } = await startedThere();
    expect((await shell.type("cancel", runId)).code).toBe(0);
  });

  it("of a run that has ended is 2, and says how it ended", async () => {
    const { rid } = await ranHere();
    const said = await shell.type("cancel", rid);
    expect(said).toEqual({ code: 2, stdout: "", stderr: `Run ${rid} has already ended: it succeeded.\n` });
  });

  it("is 3 where the engine does not take it", async () => {
    const { rid, end } = await goesOnHere();
    shell.engine.refusal = new Error("The local engine went away.");
    const said = await shell.type("cancel", rid, "--json");
    expect([said.code, jsonOf(said)]).toEqual([3, { error: "The local engine went away." }]);
    shell.engine.refusal = undefined;
    await shell.type("cancel", rid);
    await end;
  });
});
