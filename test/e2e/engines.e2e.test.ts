import { copyFile, mkdir, readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperatorState, Run } from "../../src/core/model/run.js";
import { askAirflow, dagRuns, isEnded } from "./support/airflow.js";
import { aqueduct, expectExit, start, type Place } from "./support/cli.js";
import { canariesIn, canariesInFolder, canariesInStore } from "./support/canaries.js";
import { eventually } from "./support/eventually.js";
import { edit } from "./support/edit.js";
import { makeWorld, queryDatabase, type World } from "./support/world.js";

interface RunAnswer {
  readonly run: Run;
}

let world: World;

beforeAll(async () => {
  world = await makeWorld();
}, 240_000);

afterAll(async () => {
  await world.stop();
}, 60_000);

describe("a check that does not pass", () => {
  it("with severity ERROR ends the run alike here and on Airflow, and leaves the saved table as it was", async () => {
    const place = await workspaceWith("error", "00000000000000e1", "judged.py");
    await edit(place, "judged.py", "return len(wines) > 0", "return False");
    await queryDatabase(
      world,
      "[db.execute('DROP TABLE IF EXISTS my_predictions').rowcount, db.execute('CREATE TABLE my_predictions AS SELECT 1 AS untouched').rowcount]",
    );

    const local = expectExit<RunAnswer>(await aqueduct(place, "run", "judged.py", "--python", world.python), 1).run;
    const onAirflow = await published(place, "judged.py", "judged");

    expect(onAirflow.state).toBe("failed");
    expect(states(onAirflow)).toEqual(states(local));
    expect(states(local)).toMatchObject({ every_wine_is_judged: "failed", save_to_aqueduct_demo: "upstreamFailed" });
    expect(failureOf(onAirflow)).toEqual(failureOf(local));
    expect(await queryDatabase(world, "db.execute('SELECT * FROM my_predictions').fetchall()")).toEqual([[1]]);
  });

  it("with severity WARNING leaves the run succeeded with a warning alike here and on Airflow", async () => {
    const place = await workspaceWith("warning", "00000000000000e2", "judged.py");
    await edit(place, "judged.py", "upper=10", "upper=0.01");

    const local = expectExit<RunAnswer>(await aqueduct(place, "run", "judged.py", "--python", world.python), 0).run;
    const onAirflow = await published(place, "judged.py", "judged");

    expect(onAirflow).toMatchObject({ state: "succeeded", warning: true });
    expect(states(onAirflow)).toEqual(states(local));
    expect(states(local)).toMatchObject({ less_than_0_01: "warning", save_to_aqueduct_demo: "succeeded" });
  });
});

describe("numbers that no double holds", () => {
  it("arrive on Airflow as they were written: by default, by our trigger and in JSON of Airflow's own; others are refused there", async () => {
    const place = await workspaceWith("numbers", "00000000000000e6", "numbers.py");
    const byDefault = await published(place, "numbers.py", "numbers");
    expect(await written(place, byDefault)).toBe("(9007199254740995, 1.0, [1])");

    const given = [
      "--param",
      "ident=9007199254740993",
      "--param",
      "rate=2",
      "--param",
      "items=[9007199254740993, 1.0]",
    ];
    const { run } = expectExit<RunAnswer>(await aqueduct(place, "trigger", "numbers", ...given), 0);
    expectExit(await aqueduct(place, "runs", "--follow"), 0);
    expect(await written(place, run)).toBe("(9007199254740993, 2.0, [9007199254740993, 1.0])");

    const raw = (conf: string): string => `{"dag_run_id": "by_airflow", "logical_date": null, "conf": ${conf}}`;
    await expect(askAirflow(world.airflow, "POST", "/dags/numbers/dagRuns", raw('{"ident": "half"}'))).rejects.toThrow(
      "400",
    );
    await askAirflow(world.airflow, "POST", "/dags/numbers/dagRuns", raw('{"ident": 9007199254740997, "rate": 3}'));
    expectExit(await aqueduct(place, "runs", "--follow"), 0);
    const other = (await runsOf(place)).find(({ runId }) => runId === "by_airflow");
    expect(other && (await written(place, other))).toBe("(9007199254740997, 3.0, [1])");
  });
});

describe("calls as people write them", () => {
  it("give here and on Airflow what plain Python gives", async () => {
    const place = await workspaceWith("calls", "00000000000000e7", "calls.py");
    await copyFile("test/e2e/workflows/plain.py", path.join(place.cwd, "plain.py"));
    const plain = (await promisify(execFile)(world.python, ["plain.py"], { cwd: place.cwd })).stdout.trim();
    const local = expectExit<RunAnswer>(await aqueduct(place, "run", "calls.py", "--python", world.python), 0).run;
    const onAirflow = await published(place, "calls.py", "calls");
    expect(states(local)).toMatchObject({ positive: "succeeded", written: "succeeded" });
    expect(states(onAirflow)).toEqual(states(local));
    expect(await written(place, local)).toBe(plain);
    expect(await written(place, onAirflow)).toBe(plain);
  });
});

describe("a schedule", () => {
  it("of every minute starts a run by itself after the first publish, and none by publishing", async () => {
    const place = await workspaceWith("minutely", "00000000000000e3", "minutely.py");
    const before = new Date().toISOString();
    const { dagId } = expectExit<{ dagId: string }>(await publish(place, "minutely.py"), 0);
    const started = await eventually("a run by the schedule ends", async () =>
      (await dagRuns(world.airflow, dagId)).find(isEnded),
    );
    await askAirflow(world.airflow, "PATCH", `/dags/${dagId}`, { is_paused: true });

    const run = (await runsOf(place)).find(({ runId }) => runId === started.dag_run_id);
    expect(run).toMatchObject({ state: "succeeded" });
    expect(run?.runId).toMatch(/^scheduled__/);
    expect((run?.runId ?? "").slice("scheduled__".length) > before.slice(0, 16)).toBe(true);
  });
});

describe("a run that is under way", () => {
  it("on Airflow is shown, hides every secret from its operator and from /proc, and ends with its process when it is cancelled", async () => {
    const { place, folder } = await patientWorkspace("cancel-airflow", "00000000000000e4");
    expectExit(await publish(place, "patient.py"), 0);
    const { run } = expectExit<RunAnswer>(
      await aqueduct(place, "trigger", "patient", "--param", `folder=${folder}`),
      0,
    );
    const pid = await operatorPid(folder);
    expect(await found(place, run.rid)).toMatchObject({ state: "running" });
    expect(await canariesInProcess(pid)).toEqual([]);

    expect(expectExit<RunAnswer>(await aqueduct(place, "cancel", run.rid), 0).run.state).toBe("cancelled");
    await eventually("the operator's process ends", async () => ((await isRunning(pid)) ? undefined : true), 30);
    const ended = await found(place, run.rid);
    expect(ended.state).toBe("cancelled");
    expect(Object.values(states(ended))).not.toContain("failed");
    expect(await canariesInStore(world)).toEqual([]);
    expect(await canariesInFolder(world, world.airflow.dagsFolder)).toEqual([]);
    expect(await canariesInFolder(world, path.join(world.airflow.home, "logs"))).toEqual([]);
  });

  it("here hides every secret as well, and ends with its process when it is cancelled", async () => {
    const { place, folder } = await patientWorkspace("cancel-local", "00000000000000e5");
    const running = start(place, "run", "patient.py", "--python", world.python, "--param", `folder=${folder}`);
    const pid = await operatorPid(folder);
    const [run] = await runsOf(place);
    expect(run).toMatchObject({ state: "running", target: "local" });
    expect(await canariesInProcess(pid)).toEqual([]);

    expect(expectExit<RunAnswer>(await aqueduct(place, "cancel", run?.rid ?? ""), 0).run.state).toBe("cancelled");
    const answer = await running.answer;
    expect(expectExit<RunAnswer>(answer, 1).run.state).toBe("cancelled");
    expect(await isRunning(pid)).toBe(false);
    expect(canariesIn(world, `${answer.stdout}${answer.stderr}`)).toEqual([]);
    expect(await canariesInFolder(world, path.join(place.cwd, ".air-executor"))).toEqual([]);
    expect(await canariesInFolder(world, path.join(place.cwd, ".aqueduct"))).toEqual([]);
  });
});

function publish(place: Place, file: string) {
  return aqueduct(place, "publish", file, "--airflow", "airflow", "--python", world.python, "--yes");
}

/** Publishes, triggers, and waits for the end. */
async function published(place: Place, file: string, workflow: string): Promise<Run> {
  expectExit(await publish(place, file), 0);
  const { run } = expectExit<RunAnswer>(await aqueduct(place, "trigger", workflow), 0);
  expectExit(await aqueduct(place, "runs", "--follow"), 0);
  const ended = await found(place, run.rid);
  if (ended.endedAt === null) throw new Error(`Run ${run.rid} has not ended: ${JSON.stringify(ended)}`);
  return ended;
}

async function patientWorkspace(
  name: string,
  project: string,
): Promise<{ readonly place: Place; readonly folder: string }> {
  const place = await workspaceWith(name, project, "patient.py");
  const folder = path.join(world.root, `${name}-signals`);
  await mkdir(folder);
  return { place, folder };
}

/** A workspace with one of our small workflows: Airflow starts a process for each of its operators. */
async function workspaceWith(name: string, project: string, file: string): Promise<Place> {
  const place = await world.workspace(name, project);
  await copyFile(path.join("test/e2e/workflows", file), path.join(place.cwd, file));
  return place;
}

async function runsOf(place: Place): Promise<readonly Run[]> {
  return expectExit<{ runs: readonly Run[] }>(await aqueduct(place, "runs"), 0).runs;
}

async function found(place: Place, rid: string): Promise<Run> {
  const run = (await runsOf(place)).find((one) => one.rid === rid);
  if (run === undefined) throw new Error(`Run ${rid} is not listed.`);
  return run;
}

/** What the operator `written` of a workflow has seen. */
async function written(place: Place, { rid }: Run): Promise<unknown> {
  const shown = await aqueduct(place, "show", rid, "written");
  return expectExit<{ value: { text: string } }>(shown, 0).value.text;
}

function states(run: Run): Readonly<Record<string, OperatorState>> {
  return Object.fromEntries(run.operators.map(({ operator, state }) => [operator, state]));
}

function failureOf(run: Run): unknown {
  return run.operators.find(({ manifest }) => manifest?.failure != null)?.manifest?.failure;
}

async function operatorPid(folder: string): Promise<number> {
  const text = await eventually("the operator says who it is", async () =>
    (await readdir(folder)).includes("pid") ? readFile(path.join(folder, "pid"), "utf8") : undefined,
  );
  return Number(text);
}

async function isRunning(pid: number): Promise<boolean> {
  return readFile(`/proc/${pid}/stat`, "utf8").then(
    (stat) => !/\) [ZX] /.test(stat),
    () => false,
  );
}

async function canariesInProcess(pid: number): Promise<readonly string[]> {
  const texts = await Promise.all(["cmdline", "environ"].map((name) => readFile(`/proc/${pid}/${name}`, "utf8")));
  return canariesIn(world, texts.join("\n"));
}
