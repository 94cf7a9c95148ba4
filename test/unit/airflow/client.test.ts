import { describe, expect, it } from "vitest";
import { AirflowClient } from "../../../src/core/airflow/client.js";
import { Unreachable } from "../../../src/core/ports.js";
import { fakeHttp } from "../../fakes/fakeHttp.js";
import { client, json, token, url } from "./asking.js";

describe("signing in", () => {
  it("is done once for many requests", async () => {
    const { airflow, http } = client(({ url: asked }) =>
      asked.includes("/dags/") ? json({ dag_id: "d" }) : undefined,
    );
    await Promise.all([airflow.dag("a"), airflow.dag("b")]);
    await airflow.dag("c");
    expect(http.asked.filter((request) => request.url.endsWith("/auth/token"))).toHaveLength(1);
    expect(http.asked.at(-1)?.headers?.["authorization"]).toBe("Bearer t1");
  });

  it.each([
    ["401", json({ detail: "Token Expired" }, 401)],
    ["403 of a token of another key", json({ detail: "Invalid JWT token" }, 403)],
  ])("is repeated after a %s", async (_, refusal) => {
    let tokens = 0;
    const { airflow } = client(({ url: asked, headers }) => {
      if (asked.endsWith("/auth/token")) return json({ access_token: `t${(tokens += 1)}` }, 201);
      return headers?.["authorization"] === "Bearer t2" ? json({ dag_id: "d" }) : refusal;
    });
    expect((await airflow.dag("d"))?.dagId).toBe("d");
    expect(tokens).toBe(2);
  });

  it("that fails says which variable to mend and does not tell the password", async () => {
    const { airflow } = client(
      ({ url: asked }) => (asked.endsWith("/auth/token") ? json({ detail: "Invalid credentials" }, 401) : undefined),
      "hunter2",
    );
    const error: unknown = await airflow.dag("d").catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      kind: "signedOut",
      message: expect.stringContaining("AQUEDUCT_AIRFLOW_PASSWORD") as string,
    });
    expect(JSON.stringify(error)).not.toContain("hunter2");
  });

  it("without a password says which variable to set", async () => {
    const http = fakeHttp(() => token);
    const airflow = new AirflowClient({ name: "my air", url, username: "ann" }, http, {
      password: () => Promise.resolve(undefined),
    });
    await expect(airflow.signIn()).rejects.toMatchObject({
      kind: "signedOut",
      message: expect.stringContaining("AQUEDUCT_MY_AIR_PASSWORD") as string,
    });
    expect(http.asked).toEqual([]);
  });
});

describe("failures", () => {
  it("of the role are told from those of the token", async () => {
    const { airflow } = client(({ url: asked }) =>
      asked.includes("/dags/") ? json({ detail: "Forbidden" }, 403) : undefined,
    );
    await expect(airflow.setPaused("d", false)).rejects.toMatchObject({
      kind: "forbidden",
      message: expect.stringContaining("PATCH /api/v2/dags/d") as string,
    });
  });

  it("of the network are a state of their own", async () => {
    const { airflow } = client(() => {
      throw new Unreachable(url, "nothing listens there.");
    });
    await expect(airflow.version()).rejects.toMatchObject({ kind: "unreachable" });
  });

  it("of Airflow carry its own words", async () => {
    const { airflow } = client(({ method }) =>
      method === "POST" ? json({ detail: "floor: 11 is greater than 10" }, 400) : undefined,
    );
    const http = fakeHttp(({ url: asked }) =>
      asked.endsWith("/auth/token") ? token : json({ detail: [{ loc: ["body", "conf"], msg: "bad" }] }, 422),
    );
    const other = new AirflowClient(airflow.account, http, { password: () => Promise.resolve("pw") });
    await expect(other.trigger("d", "r", {})).rejects.toMatchObject({
      kind: "refused",
      message: expect.stringContaining("body.conf: bad") as string,
    });
  });
});

describe("the version", () => {
  it("is that of the newer interface where there is one", async () => {
    const { airflow } = client(({ url: asked }) =>
      asked.endsWith("/api/v2/version") ? json({ version: "3.4.0b2" }) : undefined,
    );
    expect(await airflow.version()).toEqual({ text: "3.4.0b2", major: 3, minor: 4 });
  });

  it("2 comes later", async () => {
    const { airflow } = client(({ url: asked }) =>
      asked.endsWith("/api/v1/version") ? json({ version: "2.11.2" }) : undefined,
    );
    await expect(airflow.version()).rejects.toMatchObject({
      kind: "unsupported",
      message: expect.stringContaining("Airflow 2 comes later") as string,
    });
  });

  it("of a page that is no Airflow's is none", async () => {
    const { airflow } = client(() => ({ status: 200, text: "<html>hello" }));
    await expect(airflow.version()).rejects.toMatchObject({
      kind: "failed",
      message: expect.stringContaining("not as Airflow does") as string,
    });
  });
});

describe("runs", () => {
  it("are started with a null logical date and an id of ours", async () => {
    const { airflow, http } = client(({ method, url: asked }) =>
      method === "POST" && asked.endsWith("/dagRuns")
        ? json({ dag_id: "d", dag_run_id: "r", state: "queued" })
        : undefined,
    );
    expect(await airflow.trigger("d", "r", { floor: 7 })).toMatchObject({ runId: "r", state: "queued" });
    expect(JSON.parse(http.asked.at(-1)?.body ?? "")).toEqual({
      dag_run_id: "r",
      logical_date: null,
      conf: { floor: 7 },
    });
  });

  it("that are there already are given back", async () => {
    const { airflow } = client(({ method, url: asked }) => {
      if (method === "POST" && asked.endsWith("/dagRuns"))
        return json({ detail: { reason: "Unique constraint violation" } }, 409);
      return asked.endsWith("/dagRuns/r") ? json({ dag_id: "d", dag_run_id: "r", state: "running" }) : undefined;
    });
    expect((await airflow.trigger("d", "r", {})).state).toBe("running");
  });

  it("are read page by page, whatever the page size", async () => {
    const all = Array.from({ length: 5 }, (_, index) => ({
      dag_id: "d",
      dag_run_id: `r${index}`,
      task_id: `t${index}`,
    }));
    const { airflow } = client(({ url: asked }) => {
      const offset = Number(/offset=(\d+)/.exec(asked)?.[1]);
      return asked.includes("/taskInstances")
        ? json({ task_instances: all.slice(offset, offset + 2), total_entries: 5 })
        : undefined;
    });
    expect((await airflow.taskInstances("d", "r")).tasks.map(({ taskId }) => taskId)).toEqual([
      "t0",
      "t1",
      "t2",
      "t3",
      "t4",
    ]);
  });

  it("spell a time with an offset so that its plus survives", async () => {
    const { airflow, http } = client(({ method }) =>
      method === "GET" ? json({ dag_runs: [], total_entries: 0 }) : undefined,
    );
    await airflow.dagRuns("~", { updatedSince: "2026-11-21T00:00:00+00:00" });
    expect(http.asked.at(-1)?.url).toContain(
      "/dags/~/dagRuns?updated_at_gte=2026-11-21T00%3A00%3A00%2B00%3A00&order_by=updated_at",
    );
  });

  it("are cancelled by what is read afterwards, not by what the request answered", async () => {
    let patched = 0;
    const { airflow } = client(({ method }) => {
      if (method === "PATCH") return (patched += 1) === 1 ? { status: 500, text: "Internal Server Error" } : json({});
      return method === "GET"
        ? json({ dag_id: "d", dag_run_id: "r", state: patched < 2 ? "running" : "failed" })
        : undefined;
    });
    expect((await airflow.cancel("d", "r")).state).toBe("failed");
    expect(patched).toBe(2);
  });

  it("that do not end by cancelling are said to go on", async () => {
    const { airflow } = client(({ method }) =>
      method === "GET" || method === "PATCH" ? json({ dag_id: "d", dag_run_id: "r", state: "running" }) : undefined,
    );
    await expect(airflow.cancel("d", "r")).rejects.toMatchObject({
      kind: "refused",
      message: expect.stringContaining("still running") as string,
    });
  });
});

it("import errors are those of the file alone", async () => {
  const rows = ["dags/wine.py", "wine.py", "other_wine.py"].map((filename, index) => ({
    import_error_id: index,
    timestamp: "t",
    filename,
    stack_trace: "s",
  }));
  const { airflow } = client(({ url: asked }) =>
    asked.includes("/importErrors") ? json({ import_errors: rows, total_entries: 3 }) : undefined,
  );
  expect((await airflow.importErrors("wine.py")).map(({ id }) => id)).toEqual([0, 1]);
});
