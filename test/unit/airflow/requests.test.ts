import { describe, expect, it } from "vitest";
import type { DagRunQuery } from "../../../src/core/airflow/types.js";
import type { HttpRequest } from "../../../src/core/ports.js";
import { client, json, url } from "./asking.js";

const { signal } = new AbortController();

/** What was asked behind the sign-in, without what each request has. */
function asked(requests: readonly HttpRequest[]): readonly string[] {
  return requests
    .filter(({ url: to }) => !to.endsWith("/auth/token"))
    .map(({ method, url: to, body }) => `${method} ${to.slice(url.length)}${body === undefined ? "" : ` ${body}`}`);
}

/** An Airflow that has so many runs, tasks or whatever is asked for, and gives `page` of them at a time at most. */
function paged(name: string, count: number, page: number): ReturnType<typeof client> {
  const all = Array.from({ length: count }, (_, index) => ({
    dag_id: "d",
    dag_run_id: `r${index}`,
    task_id: `t${index}`,
    state: "running",
  }));
  return client(({ method, url: to, body }) => {
    if (to.endsWith("/auth/token")) return undefined;
    const query = new URL(to).searchParams;
    const given = method === "POST" ? (JSON.parse(body ?? "{}") as Record<string, number>) : {};
    const offset = given["page_offset"] ?? Number(query.get("offset"));
    const limit = Math.min(page, given["page_limit"] ?? Number(query.get("limit")));
    return json({ [name]: all.slice(offset, offset + limit), total_entries: count });
  });
}

describe("runs of one DAG", () => {
  it("are asked for by nothing but what is wanted", async () => {
    const { airflow, http } = paged("dag_runs", 0, 100);
    await airflow.dagRuns("a dag", {});
    await airflow.dagRuns("~", { states: ["queued", "run ning"], orderBy: "-run_after", limit: 7 });
    expect(asked(http.asked)).toEqual([
      "GET /api/v2/dags/a%20dag/dagRuns?offset=0&limit=100",
      "GET /api/v2/dags/~/dagRuns?state=queued&state=run%20ning&order_by=-run_after&offset=0&limit=7",
    ]);
  });

  it("are all of them, page by page", async () => {
    const { airflow, http } = paged("dag_runs", 5, 2);
    expect((await airflow.dagRuns("d", {})).runs.map(({ runId }) => runId)).toEqual(["r0", "r1", "r2", "r3", "r4"]);
    expect(http.asked.map(({ url: to }) => /offset=\d+/.exec(to)?.[0]).slice(1)).toEqual([
      "offset=0",
      "offset=2",
      "offset=4",
    ]);
  });

  it("are no more than were wanted", async () => {
    const { airflow, http } = paged("dag_runs", 500, 100);
    expect((await airflow.dagRuns("d", { limit: 150 })).runs).toHaveLength(150);
    expect(http.asked.map(({ url: to }) => /limit=\d+/.exec(to)?.[0]).slice(1)).toEqual(["limit=100", "limit=50"]);
  });

  it("end where a page is empty, whatever Airflow counts", async () => {
    const { airflow, http } = client(({ url: to }) =>
      to.includes("/dagRuns") ? json({ dag_runs: [], total_entries: 9 }) : undefined,
    );
    expect((await airflow.dagRuns("d", {})).runs).toEqual([]);
    expect(http.asked).toHaveLength(2);
  });
});

describe("runs of several DAGs", () => {
  const of = async (count: number, page: number, query: Omit<DagRunQuery, "updatedSince">) => {
    const { airflow, http } = paged("dag_runs", count, page);
    const { runs } = await airflow.dagRunsOf(["a", "b"], query);
    const bodies = http.asked.slice(1).map(({ body }) => JSON.parse(body ?? "") as unknown);
    return { ids: runs.map(({ runId }) => runId), bodies, asked: asked(http.asked) };
  };

  it("are asked for together, by nothing but what is wanted", async () => {
    expect((await of(1, 100, {})).asked).toEqual([
      'POST /api/v2/dags/~/dagRuns/list {"dag_ids":["a","b"],"page_offset":0,"page_limit":100}',
    ]);
    expect((await of(1, 100, { states: ["running"], orderBy: "-run_after", limit: 3 })).bodies).toEqual([
      { dag_ids: ["a", "b"], page_offset: 0, page_limit: 3, states: ["running"], order_by: "-run_after" },
    ]);
  });

  it("are all of them: each page begins where the one before ended", async () => {
    const { ids, bodies } = await of(5, 2, {});
    expect(ids).toEqual(["r0", "r1", "r2", "r3", "r4"]);
    expect(bodies).toMatchObject([{ page_offset: 0 }, { page_offset: 2 }, { page_offset: 4 }]);
  });

  it("are no more than were wanted", async () => {
    const { ids, bodies } = await of(500, 100, { limit: 150 });
    expect(ids).toHaveLength(150);
    expect(bodies).toMatchObject([{ page_limit: 100 }, { page_limit: 50 }]);
  });

  it("are asked no further where the first page had all that was wanted", async () => {
    expect((await of(500, 100, { limit: 100 })).bodies).toHaveLength(1);
  });

  it("end where a page is empty, whatever Airflow counts", async () => {
    const { airflow, http } = client(({ url: to }) =>
      to.endsWith("/list") ? json({ dag_runs: [], total_entries: 9 }) : undefined,
    );
    expect((await airflow.dagRunsOf(["a"], {})).runs).toEqual([]);
    expect(http.asked).toHaveLength(2);
  });

  it("of no DAG ask nothing", async () => {
    const { airflow, http } = paged("dag_runs", 5, 5);
    expect((await airflow.dagRunsOf([], {})).runs).toEqual([]);
    expect(http.asked).toEqual([]);
  });
});

describe("a run", () => {
  it("that was started is read as Airflow answers it, with 200 or 201", async () => {
    for (const status of [200, 201]) {
      const { airflow } = client(({ method, url: to }) =>
        method === "POST" && to.endsWith("/dagRuns")
          ? json({ dag_id: "d", dag_run_id: "r", state: "queued" }, status)
          : undefined,
      );
      expect((await airflow.trigger("d", "r", {})).state).toBe("queued");
    }
  });

  it("is started by one request of the DAG", async () => {
    const { airflow, http } = client(({ method }) =>
      method === "POST" ? json({ access_token: "t", dag_id: "a dag", dag_run_id: "r 1", state: "queued" }) : undefined,
    );
    await airflow.trigger("a dag", "r 1", { floor: 7 }, signal);
    expect(asked(http.asked)).toEqual([
      'POST /api/v2/dags/a%20dag/dagRuns {"dag_run_id":"r 1","logical_date":null,"conf":{"floor":7}}',
    ]);
    expect(http.asked.at(-1)?.signal).toBe(signal);
  });

  it("of a DAG that is not there says to publish again", async () => {
    const { airflow } = client(({ url: to }) =>
      to.endsWith("/dagRuns") ? json({ detail: "No DAG." }, 404) : undefined,
    );
    await expect(airflow.trigger("d", "r", {})).rejects.toMatchObject({
      kind: "absent",
      message:
        'Airflow "airflow" did not start d. It is not there, or its file is broken: publish the workflow again. No DAG.',
    });
  });

  it("that Airflow refuses carries its words", async () => {
    const { airflow } = client(({ url: to }) => (to.endsWith("/dagRuns") ? json({ detail: "Bad." }, 400) : undefined));
    await expect(airflow.trigger("d", "r", {})).rejects.toMatchObject({
      kind: "refused",
      message: 'Airflow "airflow" did not start d. Bad.',
    });
  });

  it("that is refused as a repetition, and is not there, was not started", async () => {
    const { airflow } = client(({ method, url: to }) =>
      method === "POST" && to.endsWith("/dagRuns") ? json({ detail: "Twice." }, 409) : undefined,
    );
    await expect(airflow.trigger("d", "r", {})).rejects.toMatchObject({ kind: "refused" });
  });

  it("is not looked for where Airflow refuses for another reason", async () => {
    const { airflow } = client(({ method, url: to }) => {
      if (!to.includes("/dagRuns")) return undefined;
      return method === "POST"
        ? json({ detail: "Bad." }, 400)
        : json({ dag_id: "d", dag_run_id: "r", state: "running" });
    });
    await expect(airflow.trigger("d", "r", {})).rejects.toMatchObject({ kind: "refused" });
  });

  it("has an address in which its id keeps its signs", async () => {
    const { airflow, http } = client(({ method }) =>
      method === "GET" ? json({ dag_id: "d", dag_run_id: "r", state: "queued" }) : undefined,
    );
    await airflow.dagRun("a dag", "manual__2026-11-21T00:00:00+00:00", signal);
    expect(asked(http.asked)).toEqual(["GET /api/v2/dags/a%20dag/dagRuns/manual__2026-11-21T00%3A00%3A00%2B00%3A00"]);
    expect(http.asked.at(-1)?.signal).toBe(signal);
  });

  it("and a DAG that are not there are nothing, which is no failure", async () => {
    const { airflow } = client(() => undefined);
    expect([await airflow.dagRun("d", "r"), await airflow.dag("d"), await airflow.dagSource("d")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("that cannot be asked for is not taken for one that is not there", async () => {
    const { airflow } = client(({ url: to }) => (to.includes("/dags/") ? { status: 500 } : undefined));
    await expect(airflow.dagRun("d", "r")).rejects.toMatchObject({ kind: "failed" });
  });
});

describe("cancelling a run", () => {
  /** An Airflow whose run goes through these states, one a look. */
  function going(states: readonly string[], patch: () => ReturnType<typeof json> = () => json({})) {
    let looks = 0;
    return client(({ method, url: to }) => {
      if (method === "PATCH") return patch();
      if (to.endsWith("/auth/token")) return undefined;
      const state = states[Math.min(looks, states.length - 1)];
      looks += 1;
      return state === undefined ? undefined : json({ dag_id: "d", dag_run_id: "r", state });
    });
  }

  it("marks it failed, and reads how it stands", async () => {
    const { airflow, http } = going(["failed"]);
    expect((await airflow.cancel("d", "r")).state).toBe("failed");
    expect(asked(http.asked)).toEqual([
      'PATCH /api/v2/dags/d/dagRuns/r?update_mask=state {"state":"failed"}',
      "GET /api/v2/dags/d/dagRuns/r",
    ]);
  });

  it("is over where the run had succeeded meanwhile", async () => {
    expect((await going(["success"]).airflow.cancel("d", "r")).state).toBe("success");
  });

  it("is tried three times", async () => {
    const { airflow, http } = going(["running"]);
    await expect(airflow.cancel("d", "r")).rejects.toMatchObject({
      kind: "refused",
      message: 'Airflow "airflow" did not end run r: it is still running. End it in Airflow\'s own interface.',
    });
    expect(http.asked.filter(({ method }) => method === "PATCH")).toHaveLength(3);
  });

  it("that broke three times says so", async () => {
    const { airflow } = going(["running"], () => json({ detail: "Broken." }, 500));
    await expect(airflow.cancel("d", "r")).rejects.toMatchObject({
      kind: "failed",
      message: expect.stringContaining("Broken.") as string,
    });
  });

  it("that the role may not do is not tried again", async () => {
    const { airflow, http } = going(["running"], () => json({ detail: "Forbidden" }, 403));
    await expect(airflow.cancel("d", "r")).rejects.toMatchObject({ kind: "forbidden" });
    expect(http.asked.filter(({ method }) => method === "PATCH")).toHaveLength(1);
  });

  it("of a run that is not there says which", async () => {
    await expect(going([]).airflow.cancel("d", "r")).rejects.toMatchObject({
      kind: "absent",
      message: 'Airflow "airflow" has no run r of d.',
    });
  });
});

describe("a task's log", () => {
  const page = (answer: unknown): ReturnType<typeof client> =>
    client(({ url: to }) => (to.includes("/logs/") ? json(answer) : undefined));

  it("is asked for by task and try, and from where the page before ended", async () => {
    const { airflow, http } = page({ content: [], continuation_token: null });
    await airflow.log("d", "r 1", "clean up", 2);
    await airflow.log("d", "r 1", "clean up", 2, "a/b", signal);
    expect(asked(http.asked)).toEqual([
      "GET /api/v2/dags/d/dagRuns/r%201/taskInstances/clean%20up/logs/2?full_content=false",
      "GET /api/v2/dags/d/dagRuns/r%201/taskInstances/clean%20up/logs/2?full_content=false&token=a%2Fb",
    ]);
    expect(http.asked.at(-1)?.signal).toBe(signal);
  });

  it("is lines with their time, level and logger, and where the next ones begin", async () => {
    const content = [
      { timestamp: "2026-11-21T00:00:00Z", event: "hello", level: "info", logger: "task.stdout" },
      { other: 1 },
      "an old line",
    ];
    expect(await page({ content, continuation_token: "next" }).airflow.log("d", "r", "t", 1)).toMatchObject({
      lines: [
        { at: "2026-11-21T00:00:00Z", text: "hello", level: "info", logger: "task.stdout" },
        { at: null, text: '{"other":1}', level: null, logger: null },
        { at: null, text: "an old line", level: null, logger: null },
      ],
      next: "next",
    });
  });

  it("may be one text", async () => {
    const read = await page({ content: "one\ntwo" }).airflow.log("d", "r", "t", 1);
    expect(read?.lines.map(({ text }) => text)).toEqual(["one", "two"]);
    expect(read?.next).toBeNull();
  });

  it("that says nothing is one empty line", async () => {
    expect((await page({}).airflow.log("d", "r", "t", 1))?.lines.map(({ text }) => text)).toEqual([""]);
  });

  it("of a try that never was is none", async () => {
    expect(await client(() => undefined).airflow.log("d", "r", "t", 9)).toBeUndefined();
  });
});

describe("a DAG's text", () => {
  it("is asked for as text", async () => {
    const { airflow, http } = client(({ url: to }) => (to.includes("/dagSources/") ? { text: "import x" } : undefined));
    expect(await airflow.dagSource("a dag", signal)).toBe("import x");
    expect(http.asked.at(-1)).toEqual({
      method: "GET",
      url: `${url}/api/v2/dagSources/a%20dag`,
      headers: { accept: "text/plain", authorization: "Bearer t1" },
      signal,
    });
  });

  it("that Airflow does not show is a refusal with its words", async () => {
    const { airflow } = client(({ url: to }) =>
      to.includes("/dagSources/") ? json({ detail: "Not acceptable." }, 406) : undefined,
    );
    await expect(airflow.dagSource("d")).rejects.toMatchObject({
      kind: "refused",
      message: 'Airflow "airflow" does not show the text of d (406): Not acceptable.',
    });
  });
});

describe("asking Airflow to read a file", () => {
  const parse = (status: number): Promise<boolean> =>
    client(({ method }) => (method === "PUT" ? json({ detail: "no" }, status) : undefined)).airflow.requestParse("t");

  it("is done", async () => {
    expect(await parse(201)).toBe(true);
  });

  it.each([403, 404, 409])("is not done where it answers %i, and that is no failure", async (status) => {
    expect(await parse(status)).toBe(false);
  });

  it("is a failure where Airflow breaks", async () => {
    await expect(parse(500)).rejects.toMatchObject({ kind: "failed" });
  });
});

describe("import errors", () => {
  const rows = ["/opt/dags/wine.py", "wine.py", "other_wine.py", "wine.py/x"].map((filename, id) => ({
    import_error_id: id,
    timestamp: `t${id}`,
    filename,
    stack_trace: `s${id}`,
  }));

  it("are asked for newest first, as many as a page has", async () => {
    const { airflow, http } = client(({ url: to }) =>
      to.includes("/importErrors") ? json({ import_errors: rows, total_entries: 4 }) : undefined,
    );
    expect(await airflow.importErrors("wine.py", signal)).toEqual([
      { id: 0, timestamp: "t0", file: "/opt/dags/wine.py", stackTrace: "s0" },
      { id: 1, timestamp: "t1", file: "wine.py", stackTrace: "s1" },
    ]);
    expect(asked(http.asked)).toEqual(["GET /api/v2/importErrors?order_by=-timestamp&limit=100"]);
  });

  it("are none where Airflow lists none", async () => {
    const { airflow } = client(({ url: to }) =>
      to.includes("/importErrors") ? json({ import_errors: [], total_entries: 0 }) : undefined,
    );
    expect(await airflow.importErrors("wine.py")).toEqual([]);
  });
});

describe("a Connection", () => {
  it("is there, or is not", async () => {
    const { airflow, http } = client(({ url: to }) => (to.endsWith("/connections/my%20db") ? json({}) : undefined));
    expect([await airflow.hasConnection("my db"), await airflow.hasConnection("other")]).toEqual([true, false]);
    expect(asked(http.asked)[0]).toBe("GET /api/v2/connections/my%20db");
  });
});

describe("the process that reads DAG files", () => {
  it.each([
    [{ dag_processor: { status: "healthy" } }, true],
    [{ dag_processor: { status: "unhealthy" } }, false],
    [{ dag_processor: { status: null } }, false],
    [{ dag_processor: null }, true],
    [{}, true],
  ])("is alive by %j: %s", async (health, isHealthy) => {
    const { airflow } = client(({ url: to }) => (to.endsWith("/api/v2/monitor/health") ? json(health) : undefined));
    expect(await airflow.isDagProcessorHealthy()).toBe(isHealthy);
  });
});

it("pausing and un-pausing a DAG changes that alone", async () => {
  const { airflow, http } = client(({ method }) => (method === "PATCH" ? json({}) : undefined));
  await airflow.setPaused("a dag", true);
  await airflow.setPaused("a dag", false);
  expect(asked(http.asked)).toEqual([
    'PATCH /api/v2/dags/a%20dag?update_mask=is_paused {"is_paused":true}',
    'PATCH /api/v2/dags/a%20dag?update_mask=is_paused {"is_paused":false}',
  ]);
});

it("the tasks of a run are read with what is known of each", async () => {
  const task = {
    dag_id: "d",
    dag_run_id: "r",
    task_id: "clean",
    state: "running",
    try_number: 2,
    queued_when: "2026-11-21T01:23:01Z",
    start_date: "2026-11-21T01:23:01Z",
    end_date: null,
  };
  const { airflow, http } = client(({ url: to }) =>
    to.includes("/taskInstances")
      ? json({ task_instances: [task, { dag_id: "d", dag_run_id: "r", task_id: "later" }], total_entries: 2 })
      : undefined,
  );
  expect((await airflow.taskInstances("d", "r")).tasks).toEqual([
    {
      dagId: "d",
      runId: "r",
      taskId: "clean",
      state: "running",
      tryNumber: 2,
      queuedAt: "2026-11-21T01:23:01Z",
      startedAt: "2026-11-21T01:23:01Z",
      endedAt: null,
    },
    expect.objectContaining({ taskId: "later", state: null, tryNumber: 0, startedAt: null }),
  ]);
  expect(asked(http.asked)).toEqual(["GET /api/v2/dags/d/dagRuns/r/taskInstances?offset=0&limit=100"]);
});
