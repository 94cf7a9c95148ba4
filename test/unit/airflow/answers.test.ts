import { describe, expect, it } from "vitest";
import {
  fields,
  readDag,
  readDagRun,
  readDagRuns,
  readDags,
  readLogLine,
  readPage,
  readTaskInstances,
} from "../../../src/core/airflow/answers.js";
import { client, json } from "./asking.js";

describe("a DAG that Airflow tells of", () => {
  it("is read with all that we use", () => {
    expect(
      readDag({
        dag_id: "wine",
        is_paused: true,
        is_stale: true,
        has_import_errors: true,
        tags: [{ name: "aqueduct" }, { name: "b" }],
        relative_fileloc: "wine.py",
        fileloc: "/opt/dags/wine.py",
        file_token: "token",
        last_parsed_time: "2026-11-21T00:00:00Z",
        next_dagrun_run_after: "2026-11-22T03:00:00Z",
        unknown: 1,
      }),
    ).toEqual({
      dagId: "wine",
      isPaused: true,
      isStale: true,
      hasImportErrors: true,
      tags: ["aqueduct", "b"],
      file: "wine.py",
      fileToken: "token",
      lastParsed: "2026-11-21T00:00:00Z",
      nextRun: "2026-11-22T03:00:00Z",
    });
  });

  it("is neither paused nor stale nor broken where it says nothing of it", () => {
    expect(readDag({ dag_id: "wine", fileloc: "/opt/dags/wine.py" })).toEqual({
      dagId: "wine",
      isPaused: false,
      isStale: false,
      hasImportErrors: false,
      tags: [],
      file: "/opt/dags/wine.py",
      fileToken: null,
      lastParsed: null,
      nextRun: null,
    });
    expect(() => readDag({ dag_id: "wine", is_paused: "yes" })).toThrow(
      "What Airflow says of a DAG can't be read: is_paused is not true or false.",
    );
  });
});

describe("a run that Airflow tells of", () => {
  it("is read with all that we use", () => {
    expect(
      readDagRun({
        dag_id: "wine",
        dag_run_id: "r",
        state: "running",
        run_type: "manual",
        conf: { floor: 7 },
        queued_at: "2026-11-21T01:23:01Z",
        start_date: "2026-11-21T01:23:01Z",
        end_date: "2026-11-21T01:23:01Z",
        run_after: "2026-11-21T01:23:01Z",
      }),
    ).toEqual({
      dagId: "wine",
      runId: "r",
      state: "running",
      runType: "manual",
      conf: { floor: 7 },
      queuedAt: "2026-11-21T01:23:01Z",
      startedAt: "2026-11-21T01:23:01Z",
      endedAt: "2026-11-21T01:23:01Z",
      runAfter: "2026-11-21T01:23:01Z",
    });
  });

  it("has no values and no times where there are none", () => {
    expect(readDagRun({ dag_id: "wine", dag_run_id: "r", state: "queued", conf: null })).toMatchObject({
      conf: {},
      queuedAt: null,
      startedAt: null,
      endedAt: null,
      runAfter: null,
    });
  });
});

describe("an answer", () => {
  it.each([
    [null, "null"],
    [undefined, "a undefined"],
    [7, "a number"],
    ["text", "a string"],
    [[], "a list"],
  ])("that is %j is refused where an object is due", (value, words) => {
    expect(() => fields(value)).toThrow(`Airflow answered ${words} where an object was due. Does one answer there`);
    expect(() => readDag(value)).toThrow("where an object was due");
  });

  it("is a page with a list and a count, and none without the list", () => {
    expect(readPage({ rows: [1], total_entries: 5 }, "rows")).toEqual({ items: [1], total: 5 });
    for (const page of [{ rows: { 0: 1 } }, {}])
      expect(() => readPage(page, "rows")).toThrow('Airflow answered without "rows".');
  });

  it("that can't be read loses its own run alone, and names it where it can", () => {
    const good = { dag_id: "wine", dag_run_id: "r", state: "queued", start_date: null };
    const { runs, losses } = readDagRuns([null, good, { ...good, dag_run_id: "odd", start_date: "yesterday" }, 7]);
    expect(runs.map(({ runId }) => runId)).toEqual(["r"]);
    expect(losses).toEqual([
      { dagId: null, runId: null, message: "A run that Airflow lists can't be read: it is not a run of Airflow." },
      {
        dagId: "wine",
        runId: "odd",
        message:
          "What Airflow says of run odd of wine can't be read: start_date is not a time such as 2026-11-21T01:23:01.048772Z.",
      },
      { dagId: null, runId: null, message: "A run that Airflow lists can't be read: it is not a run of Airflow." },
    ]);
  });

  it("that can't be read loses its own task alone", () => {
    const good = { dag_id: "wine", dag_run_id: "r", task_id: "clean", state: "running", try_number: 1 };
    const { tasks, losses } = readTaskInstances([{ ...good, task_id: "odd", try_number: "1" }, good, {}]);
    expect(tasks.map(({ taskId }) => taskId)).toEqual(["clean"]);
    expect(losses.map(({ taskId }) => taskId)).toEqual(["odd", null]);
    expect(losses[0]?.message).toBe(
      "What Airflow says of task odd can't be read: try_number is not a whole number from 0.",
    );
  });

  it("of a list of DAGs loses the one that can't be read, and no other", () => {
    const dags = readDags([{ dag_id: 7 }, null, { dag_id: "wine", is_paused: true }]);
    expect(dags.map(({ dagId, isPaused }) => [dagId, isPaused])).toEqual([["wine", true]]);
  });

  it("may hold a line of a log as a text", () => {
    expect(readLogLine("a line")).toMatchObject({ at: null, text: "a line", level: null, logger: null });
    const deep: unknown = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
    expect(readLogLine(deep).text).toBe("(a line that is nested deeper than 700 levels)");
    expect(readLogLine({ extra: deep }).text).toBe("(a line that is nested deeper than 700 levels)");
  });
});

describe("the version", () => {
  const version = (answer: (path: string) => ReturnType<typeof json> | undefined) => {
    const { airflow, http } = client(({ url }) => answer(url.replace("http://airflow", "")));
    return { version: airflow.version(), http };
  };

  it("is read without signing in, and the old interface is not asked where the new one answers", async () => {
    const { version: found, http } = version((path) =>
      path === "/api/v2/version" ? json({ version: "3.0.0" }) : undefined,
    );
    expect(await found).toEqual({ text: "3.0.0", major: 3, minor: 0 });
    expect(http.asked).toEqual([
      { method: "GET", url: "http://airflow/api/v2/version", headers: { accept: "application/json" } },
    ]);
  });

  it("may have two digits in each part", async () => {
    const answer = json({ git_version: null, version: "10.12.1" });
    expect(await version(() => answer).version).toEqual({ text: "10.12.1", major: 10, minor: 12 });
  });

  it("2 is refused with its number", async () => {
    const { version: found } = version((path) =>
      path === "/api/v1/version" ? json({ version: "2.11.2" }) : { status: 404, text: '{"version": "9.9"}' },
    );
    await expect(found).rejects.toMatchObject({
      kind: "unsupported",
      message: 'Airflow "airflow" is 2.11.2. Publishing to Airflow 2 comes later; use an Airflow from 3.0 on for now.',
    });
  });

  it("of something else names the setting", async () => {
    await expect(version(() => undefined).version).rejects.toMatchObject({
      kind: "failed",
      message:
        'http://airflow answers, but not as Airflow does. "url" of "airflow" has to be the address of Airflow\'s web interface.',
    });
  });

  it.each([500, 503])("of one that answers %i is not known yet", async (status) => {
    await expect(version(() => ({ status, text: '{"version":"3.0.0"}' })).version).rejects.toMatchObject({
      kind: "failed",
      message: `Airflow "airflow" is broken or still starting (${status} at /api/v2/version). Try again in a minute; its own log tells more.`,
    });
  });

  it("is asked for with the caller's signal", async () => {
    const { signal } = new AbortController();
    const { airflow, http } = client(() => json({ version: "3.1.0" }));
    await airflow.version(signal);
    expect(http.asked[0]?.signal).toBe(signal);
  });
});
