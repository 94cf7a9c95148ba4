import { beforeEach, describe, expect, it } from "vitest";

import { AirflowFollower } from "../../../src/core/actions/airflowFollower.js";
import type { OpenFolder } from "../../../src/core/actions/folder.js";
import type { AirflowTarget } from "../../../src/core/actions/target.js";
import type { World } from "../../../src/core/actions/world.js";
import { AirflowClient } from "../../../src/core/airflow/client.js";
import { Unreachable } from "../../../src/core/ports.js";
import { BuildCache } from "../../../src/core/runs/stored.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { currentKey, markerKey, runRecordKey, workflowKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { fakeHttp } from "../../fakes/fakeHttp.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { record } from "../runs/facts.js";

interface Server {
  dagRuns: { dag_run_id: string; state: string; start_date?: string }[];
  /** Too old to be among the newest. */
  older: { dag_run_id: string; state: string }[];
  isReachable: boolean;
  /** The one task of each run. */
  task: { state: string; try_number: number };
  log: readonly unknown[];
  dag: { is_paused: boolean; next_dagrun_run_after: string | null } | undefined;
}

let server: Server;
let http: ReturnType<typeof fakeHttp>;
let follower: AirflowFollower;
let store: ReturnType<typeof inMemoryStore>;
const place = { project: "p", key: workflowKey("wine", nodeHash) };

beforeEach(async () => {
  server = {
    dagRuns: [],
    older: [],
    isReachable: true,
    task: { state: "running", try_number: 1 },
    log: [],
    dag: { is_paused: false, next_dagrun_run_after: "2026-11-26T03:00:00Z" },
  };
  const json = (value: unknown, status = 200) => ({ status, text: JSON.stringify(value) });
  http = fakeHttp(({ url, body }) => {
    if (!server.isReachable) throw new Unreachable(url, "connection refused");
    if (url.endsWith("/auth/token")) return json({ access_token: "t" }, 201);
    if (url.endsWith("/dagRuns/list"))
      return json({
        dag_runs: pageOf(server.dagRuns, body).map((run) => ({ dag_id: "wine", run_type: "manual", conf: {}, ...run })),
        total_entries: server.dagRuns.length,
      });
    if (url.endsWith("/taskInstances/list")) {
      const asked = (JSON.parse(body ?? "{}") as { readonly dag_run_ids: readonly string[] }).dag_run_ids;
      const tasks = asked.map((id) => ({ ...server.task, dag_id: "wine", dag_run_id: id, task_id: "clean" }));
      return json({ task_instances: tasks, total_entries: tasks.length });
    }
    if (url.includes("/logs/")) return json({ content: server.log });
    const one = server.older.find(({ dag_run_id: id }) => url.endsWith(`/dagRuns/${id}`));
    if (one !== undefined) return json({ dag_id: "wine", run_type: "manual", conf: {}, ...one });
    if (url.endsWith("/dags/wine"))
      return server.dag === undefined ? undefined : json({ dag_id: "wine", ...server.dag });
    return undefined;
  });
  store = inMemoryStore();
  const publication = {
    format: 1,
    project: "p",
    workflow: "wine",
    target: "airflow",
    url: "http://airflow",
    dagId: "wine",
    build: "b".repeat(64),
    dagFile: "wine.py",
    dagBlob: "d".repeat(64),
    startDate: "2026-11-21T14:00:00.000000Z",
    publishedAt: "2026-11-21T14:00:00.000000Z",
    publishedBy: "ann",
  };
  await store.putIfAbsent(currentKey(place, "airflow"), jsonBytes(publication));
  const airflow = { kind: "airflow", name: "airflow", url: "http://airflow", username: "ann" } as const;
  const secrets = { password: () => Promise.resolve("secret") };
  const target: AirflowTarget = {
    airflow,
    client: new AirflowClient(airflow, http, secrets),
    store: { resource: { kind: "folder", name: "lake", folder: "/lake" }, objects: store },
  };
  const options = { workflow: undefined, limit: 20, builds: new BuildCache(nodeHash) };
  follower = AirflowFollower.open({ hash: nodeHash } as World, { project: "p" } as OpenFolder, target, options);
  await follower.poll();
  http.asked.length = 0;
});

function pageOf<T>(items: readonly T[], body: string | undefined): readonly T[] {
  const asked = JSON.parse(body ?? "{}") as { readonly page_offset: number; readonly page_limit: number };
  return items.slice(asked.page_offset, asked.page_offset + asked.page_limit);
}

function asked(): readonly string[] {
  return http.asked.map(({ url }) => url.replace("http://airflow/api/v2", "").replace(/\?.*/, ""));
}

describe("following an Airflow", () => {
  it("costs one request where nothing of ours runs", async () => {
    await follower.poll();
    expect(asked()).toEqual(["/dags/~/dagRuns/list"]);
  });

  it("loses a run that can't be read alone, until it can", async () => {
    const good = { dag_run_id: "r", state: "success" };
    server.dagRuns = [{ dag_run_id: "odd", state: "success", start_date: "yesterday" }, good];
    await follower.poll();
    expect(follower.state.state).toBe("answers");
    expect(follower.runs.map(({ runId }) => runId)).toEqual(["r"]);
    const message =
      "What Airflow says of run odd of wine can't be read: start_date is not a time such as 2026-11-21T01:23:01.048772Z.";
    expect(follower.unreadable).toMatchObject([{ target: "airflow", workflow: "wine", message }]);

    server.dagRuns = [{ dag_run_id: "odd", state: "success", start_date: "2026-11-21T01:23:01Z" }, good];
    await follower.poll();
    expect(follower.runs.map(({ runId }) => runId).sort()).toEqual(["odd", "r"]);
    expect(follower.unreadable).toEqual([]);
  });

  it("asks for the tasks of an unfinished run at every look, of a finished one once more", async () => {
    server.dagRuns = [{ dag_run_id: "r", state: "running" }];
    await follower.poll();
    await follower.poll();
    expect(asked().filter((url) => url.includes("/taskInstances/list"))).toHaveLength(2);
    expect(follower.runs).toMatchObject([
      { runId: "r", state: "running", operators: [{ operator: "clean", state: "running" }] },
    ]);

    server.dagRuns = [{ dag_run_id: "r", state: "success" }];
    await follower.poll();
    http.asked.length = 0;
    await follower.poll();
    expect(asked()).toEqual(["/dags/~/dagRuns/list"]);
    expect(follower.runs).toMatchObject([{ runId: "r", state: "succeeded" }]);
  });

  // 302 runs without manifests cost 302 requests at once, and Airflow did not keep up.
  describe("with a long history of which the store has nothing", () => {
    const failed = { state: "failed", start_date: "2026-11-21T01:23:01Z", end_date: "2026-11-21T01:24:01Z" };

    beforeEach(() => {
      server.task = { state: "failed", try_number: 1 };
      server.dagRuns = Array.from({ length: 302 }, (_, index) => ({
        ...failed,
        dag_run_id: `r${index}`,
        start_date: new Date(Date.parse(failed.start_date) - index * 60_000).toISOString(),
      }));
      server.log = [{ event: "e", error_detail: [{ exc_type: "KeyError", exc_value: "'a'", frames: [] }] }];
      follower.renew(302);
    });

    it("asks for the operators of the newest together, and for one reason", async () => {
      await follower.poll();
      const paths = asked();
      expect(paths.filter((path) => path.includes("/taskInstances/list"))).toHaveLength(1);
      expect(paths.filter((path) => path.includes("/logs/"))).toHaveLength(1);
      expect(paths.length).toBeLessThanOrEqual(8);
      expect(follower.runs).toHaveLength(302);
      expect(follower.runs.every(({ state }) => state === "failed")).toBe(true);
      const told = follower.runs.flatMap(({ operators }) => operators.flatMap((one) => one.loggedFailure ?? []));
      expect(told.map(({ message }) => message)).toEqual(["KeyError: 'a'"]);
    });

    it("costs one request a look where nothing has changed", async () => {
      await follower.poll();
      http.asked.length = 0;
      await follower.poll();
      expect(new Set(asked())).toEqual(new Set(["/dags/~/dagRuns/list"]));
    });

    it("asks for the operators of an older one once it is unfolded", async () => {
      await follower.poll();
      const silent = follower.runs.find(({ operators }) => operators.length === 0);
      http.asked.length = 0;
      follower.unfold(silent?.rid ?? "");
      await follower.poll();
      expect(asked().filter((path) => path.includes("/taskInstances/list"))).toHaveLength(1);
      const unfolded = follower.runs.find(({ rid }) => rid === silent?.rid);
      expect(unfolded?.operators).toMatchObject([{ operator: "clean", state: "failed" }]);
    });
  });

  it("shows a queued run as queued", async () => {
    server.dagRuns = [{ dag_run_id: "q", state: "queued" }];
    await follower.poll();
    expect(follower.runs).toMatchObject([{ runId: "q", state: "queued" }]);
  });

  it("keeps what it knows while Airflow is unreachable, and goes on when it is back", async () => {
    server.dagRuns = [{ dag_run_id: "r", state: "running" }];
    await follower.poll();
    server.isReachable = false;
    await follower.poll();
    expect(follower.state).toMatchObject({ target: "airflow", state: "unreachable" });
    expect(follower.runs).toMatchObject([{ runId: "r", state: "running" }]);

    server.isReachable = true;
    server.dagRuns = [{ dag_run_id: "r", state: "failed" }];
    await follower.poll();
    expect(follower.state.state).toBe("answers");
    expect(follower.runs).toMatchObject([{ runId: "r", state: "failed" }]);
  });

  it("says of each workflow whether it is paused and when it runs next, and asks that again when something of it moved or everything is read anew", async () => {
    expect(follower.workflows).toMatchObject([
      {
        workflow: "wine",
        target: "airflow",
        dagId: "wine",
        url: "http://airflow",
        build: "b".repeat(64),
        dag: { isPaused: false, nextRun: "2026-11-26T03:00:00Z" },
      },
    ]);

    server.dag = { is_paused: true, next_dagrun_run_after: null };
    await follower.poll();
    expect(follower.workflows).toMatchObject([{ dag: { isPaused: false } }]);
    server.dagRuns = [{ dag_run_id: "r", state: "success" }];
    await follower.poll();
    expect(follower.workflows).toMatchObject([{ dag: { isPaused: true, nextRun: null } }]);

    server.dag = undefined;
    follower.renew();
    await follower.poll();
    expect(follower.workflows).toMatchObject([{ workflow: "wine", dag: null }]);
  });

  it("keeps a run that was deleted in Airflow, marked, and asks about it once", async () => {
    server.dagRuns = [{ dag_run_id: "r", state: "success" }];
    await follower.poll();
    server.dagRuns = [];
    await follower.poll();
    expect(follower.runs).toMatchObject([{ runId: "r", state: "succeeded", deleted: true }]);
    http.asked.length = 0;
    await follower.poll();
    expect(asked()).toEqual(["/dags/~/dagRuns/list"]);

    server.dagRuns = [{ dag_run_id: "r", state: "running" }];
    await follower.poll();
    expect(follower.runs).toMatchObject([{ runId: "r", state: "running", deleted: false }]);
  });

  it("does not wait for a run that was deleted while it ran", async () => {
    server.dagRuns = [{ dag_run_id: "r", state: "running" }];
    await follower.poll();
    server.dagRuns = [];
    await follower.poll();
    expect(follower.runs).toMatchObject([{ runId: "r", state: "unknown", deleted: true }]);
    http.asked.length = 0;
    await follower.poll();
    expect(asked()).toEqual(["/dags/~/dagRuns/list"]);
  });

  it("tells a run of the store that Airflow has deleted from one that is merely too old for its answer", async () => {
    const life = "20261121T010000.000000Z";
    for (const [rid, runId] of [
      ["11111111111111111111", "old"],
      ["22222222222222222222", "gone"],
    ] as const) {
      await store.putIfAbsent(runRecordKey(place, rid, life), jsonBytes({ ...record, runId, life }));
      await store.putIfAbsent(markerKey(place, life, rid), new Uint8Array());
    }
    server.older = [{ dag_run_id: "old", state: "success" }];
    follower.renew();
    await follower.poll();
    expect(follower.runs.map(({ runId, deleted }) => [runId, deleted])).toEqual([
      ["gone", true],
      ["old", false],
    ]);
  });

  it("reads everything once its store answers again", async () => {
    const listFolder = store.listFolder.bind(store);
    store.listFolder = () => Promise.reject(new Error("The bucket does not answer."));
    follower.renew();
    await follower.poll();
    expect(follower.state).toEqual({ target: "airflow", state: "storeFailed", message: "The bucket does not answer." });
    store.listFolder = listFolder;
    await follower.poll();
    expect(follower.state.state).toBe("answers");
    expect(follower.workflows).toHaveLength(1);
  });
});
