import { describe, expect, it } from "vitest";
import { fields, readDag, readDagRun, readLogLine, readPage, text } from "../../../src/core/airflow/answers.js";
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
    expect(readDag({ dag_id: "wine", is_paused: "yes", is_stale: 1, has_import_errors: 1 })).toMatchObject({
      isPaused: false,
      isStale: false,
      hasImportErrors: false,
      file: "",
    });
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
        queued_at: "q",
        start_date: "s",
        end_date: "e",
        run_after: "a",
      }),
    ).toEqual({
      dagId: "wine",
      runId: "r",
      state: "running",
      runType: "manual",
      conf: { floor: 7 },
      queuedAt: "q",
      startedAt: "s",
      endedAt: "e",
      runAfter: "a",
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

  it("has texts, and what is no text is none", () => {
    expect([text("a"), text(""), text(7), text(undefined)]).toEqual(["a", "", null, null]);
  });

  it("may hold a line of a log as a text", () => {
    expect(readLogLine("a line")).toEqual({ at: null, text: "a line", level: null, logger: null });
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
