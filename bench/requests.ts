import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { AirflowFollower } from "../src/core/actions/airflowFollower.js";
import type { OpenFolder } from "../src/core/actions/folder.js";
import type { AirflowTarget } from "../src/core/actions/target.js";
import type { World } from "../src/core/actions/world.js";
import { AirflowClient, jsonBytes, storeKeys } from "../src/core/index.js";
import type { Publication } from "../src/core/publish/publication.js";
import { BuildCache } from "../src/core/runs/stored.js";
import { nodeHash } from "../src/platform/hash.js";
import { nodeHttp } from "../src/platform/http.js";
import { openStore } from "../src/platform/stores.js";
import { leastRounds, type Measured } from "./table.js";

/** Of the history, beside those that are under way. */
const ended = 100;

/** How many HTTP requests one look of *Runs* at an Airflow costs, counted by the server, beside a single request. */
export async function measureRequests(underWay: number, below: number): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), "requests-"));
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    answer(underWay, request, response);
  });
  try {
    const url = await listening(server);
    const follower = await follow(url, folder);
    // The first looks sign in and read what has ended.
    for (let look = 0; look < 2; look += 1) await follower.poll();
    const running = follower.runs.filter(({ state }) => state === "running").length;
    if (follower.state.state !== "answers" || running !== underWay)
      throw new Error(
        `${String(underWay)} runs should be under way, ${String(running)} are (${follower.state.state}).`,
      );
    const [ours, single]: [number[], number[]] = [[], []];
    for (let round = 0; round < leastRounds; round += 1) {
      count = 0;
      await follower.poll();
      ours.push(count);
      count = 0;
      await nodeHttp.send({ method: "GET", url: `${url}/api/v2/version` });
      single.push(count);
    }
    return {
      what: `requests to Airflow per look, ${underWay === 0 ? "idle" : `${String(underWay)} runs under way`}, history of ${String(ended)}`,
      unit: "requests",
      ours,
      beside: { what: "one request", values: single },
      budget: { kind: "value", below },
    };
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

async function follow(url: string, folder: string): Promise<AirflowFollower> {
  const objects = openStore({ kind: "folder", name: "lake", folder });
  const place = { project: "p", key: storeKeys.workflowKey("wine", nodeHash) };
  const publication: Publication = {
    format: 1,
    project: "p",
    workflow: "wine",
    target: "airflow",
    url,
    dagId: "wine",
    build: "b".repeat(64),
    dagFile: "wine.py",
    dagBlob: "d".repeat(64),
    startDate: "s",
    publishedAt: "t",
    publishedBy: "ann",
  };
  await objects.putIfAbsent(storeKeys.currentKey(place, "airflow"), jsonBytes(publication));
  const airflow = { kind: "airflow", name: "airflow", url, username: "ann" } as const;
  const client = new AirflowClient(airflow, nodeHttp, { password: () => Promise.resolve("secret") });
  const target: AirflowTarget = {
    airflow,
    client,
    store: { resource: { kind: "folder", name: "lake", folder }, objects },
  };
  return AirflowFollower.open({ hash: nodeHash } as World, { project: "p" } as OpenFolder, target, {
    workflow: undefined,
    limit: 20,
    builds: new BuildCache(nodeHash),
  });
}

/** As much of Airflow as a look asks for. */
function answer(underWay: number, { url = "" }: IncomingMessage, response: ServerResponse): void {
  const run = (index: number): object => ({
    dag_id: "wine",
    dag_run_id: `run ${String(index)}`,
    state: index < underWay ? "running" : "success",
    run_type: "manual",
    conf: {},
  });
  const runs = Array.from({ length: 20 }, (_nothing, index) => run(index));
  const task = { dag_id: "wine", dag_run_id: "r", task_id: "clean", state: "running", try_number: 1 };
  const json = (value: unknown, status = 200): void =>
    void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  if (url.endsWith("/auth/token")) json({ access_token: "t" }, 201);
  else if (url.endsWith("/dagRuns/list")) json({ dag_runs: runs, total_entries: ended });
  else if (url.includes("/taskInstances")) json({ task_instances: [task], total_entries: 1 });
  else if (url.endsWith("/dags/wine")) json({ dag_id: "wine", is_paused: false, next_dagrun_run_after: null });
  else if (url.endsWith("/version")) json({ version: "3.3.2" });
  else json({ detail: "Not Found" }, 404);
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    });
  });
}
