import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AirflowClient, storeKeys, type ConnectStep, type PublishResult } from "../../src/core/index.js";
import { connect as testConnection } from "../../src/core/publish/connect.js";
import { publish as publishBuild } from "../../src/core/publish/publish.js";
import type { AskingPublishRequest, DagFileFormat } from "../../src/core/publish/request.js";
import { nameBuild, type NamedBuild } from "../../src/core/store/builds.js";
import { nodeClock } from "../../src/platform/clock.js";
import { nodeFiles } from "../../src/platform/files.js";
import { folderStore } from "../../src/platform/folderStore.js";
import { nodeHash } from "../../src/platform/hash.js";
import { nodeHttp } from "../../src/platform/http.js";
import { nodeRandom } from "../../src/platform/random.js";
import { s3Store } from "../../src/platform/s3Store.js";
import { makeWorld, type World } from "./support/world.js";

/**
 * What publishing owes whatever stands in the DAG file, on a real Airflow and a real S3 server. The DAGs here are written by hand, so that one can wait for
 * the test and another can break; the one that workflows get is proved by line.e2e.test.ts.
 */
let world: World;
let airflow: World["airflow"];
let s3: World["s3"];
let root: string;

beforeAll(async () => {
  world = await makeWorld();
  ({ airflow, s3, root } = world);
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", path.join(world.home, ".aws", "credentials"));
  await folderStore(path.join(root, "local")).putIfAbsent(
    storeKeys.blobKey(nodeHash.sha256("runtime")),
    new TextEncoder().encode("runtime"),
  );
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await world.stop();
});

function build(workflow: string, version: number): NamedBuild {
  const runtime = { version: String(version), blob: nodeHash.sha256("runtime") };
  return nameBuild(
    { format: 1, project: "p-1", workflow, schedule: "0 3 * * *", operators: [], artifacts: [], runtime, launcher: 1 },
    nodeHash,
  );
}

/** A DAG of two tasks, the first of which waits for a file; `top` is code at its top. */
function formatOf({ name, record }: NamedBuild, top: string): DagFileFormat {
  const owner = JSON.stringify({ project: record.project, workflow: record.workflow, target: "airflow" });
  return {
    ownerOf: (text) => {
      const line = /^# (\{.*\})$/m.exec(text)?.[1];
      return line === undefined
        ? undefined
        : (JSON.parse(line) as { project: string; workflow: string; target: string });
    },
    render: ({ dagId, startDate }) => `# ${owner}
import datetime, os, time
from airflow.sdk import DAG
from airflow.providers.standard.operators.python import PythonOperator
${top}
def wait():
    print("waiting")
    while not os.path.exists(${JSON.stringify(path.join(root, "go"))}):
        time.sleep(0.1)

with DAG(${JSON.stringify(dagId)}, schedule=${JSON.stringify(record.schedule)}, start_date=datetime.datetime.fromisoformat(${JSON.stringify(startDate.replace("Z", "+00:00"))}),
         catchup=False, tags=["aqueduct", "aqueduct-build:${name.slice(0, 12)}"], params={"floor": 6}) as dag:
    PythonOperator(task_id="first", python_callable=wait) >> PythonOperator(task_id="second", python_callable=lambda: print("done"))
`,
  };
}

const resource = (username = "admin") =>
  ({
    kind: "airflow",
    name: "airflow",
    url: airflow.url,
    username,
    dagFolder: airflow.dagsFolder,
    store: "lake",
  }) as const;
const lake = () =>
  ({
    kind: "s3",
    name: "lake",
    bucket: world.bucket,
    prefix: "aqueduct",
    region: s3.region,
    endpoint: s3.endpoint,
    profile: "lake",
    airflowConnection: "lake",
  }) as const;
const clientOf = (username = "admin", password = airflow.passwords[username]): AirflowClient =>
  new AirflowClient(resource(username), nodeHttp, { password: () => Promise.resolve(password) });

function publish(named: NamedBuild, top = "", more: Partial<AskingPublishRequest> = {}): Promise<PublishResult> {
  return publishBuild(
    { files: nodeFiles, clock: nodeClock, hash: nodeHash },
    {
      build: named,
      place: { project: "p-1", key: storeKeys.workflowKey(named.record.workflow, nodeHash) },
      source: { file: "wine.py", line: 15, column: 1, endLine: 15, endColumn: 40 },
      airflow: resource(),
      client: clientOf(),
      localStore: folderStore(path.join(root, "local")),
      store: s3Store(lake()),
      dagFormat: formatOf(named, top),
      publishedBy: "ann",
      warnings: [],
      confirm: () => Promise.resolve(true),
      onEvent: () => undefined,
      timeout: 60_000,
      ...more,
    },
  );
}

async function connect(client: AirflowClient): Promise<Readonly<Record<string, ConnectStep["state"]>>> {
  const store = { resource: lake(), objects: s3Store(lake()) };
  const steps = await testConnection(
    { files: nodeFiles, random: nodeRandom },
    { airflow: resource(), client, store, connections: { demo: "demo" }, onStep: () => undefined },
  );
  return Object.fromEntries(steps.map(({ name, state }) => [name, state]));
}

const dagFile = (name: string): string => path.join(airflow.dagsFolder, name);

describe("connecting", () => {
  it("passes each step that this server allows, and leaves nothing in the DAG folder", async () => {
    expect(await connect(clientOf())).toEqual({
      address: "passed",
      signIn: "passed",
      store: "passed",
      dagFolder: "passed",
      connections: "unchecked",
    });
    expect(await readdir(airflow.dagsFolder)).toEqual([]);
  });

  it("says which step fails where the password is wrong", async () => {
    expect(await connect(clientOf("admin", "wrong"))).toMatchObject({
      address: "passed",
      signIn: "failed",
      store: "passed",
      connections: "unchecked",
    });
  });
});

describe("publishing to a real Airflow", () => {
  let first: PublishResult;

  it("ends when Airflow has parsed this build, un-pauses and starts no run", async () => {
    first = await publish(build("wine predictions", 1));
    expect(first).toMatchObject({ outcome: "published", dagId: "wine_predictions" });
    const dag = await clientOf().dag("wine_predictions");
    expect(dag).toMatchObject({
      isPaused: false,
      isStale: false,
      tags: expect.arrayContaining([`aqueduct-build:${first.build.slice(0, 12)}`]) as string[],
    });
    expect(await clientOf().dagSource("wine_predictions")).toBe(await readFile(first.dagFile, "utf8"));
    expect((await clientOf().dagRuns("wine_predictions", {})).runs).toEqual([]);
  });

  it("of the same again sends no write to the store", async () => {
    await s3.resetRequests();
    expect(await publish(build("wine predictions", 1))).toMatchObject({ outcome: "unchanged" });
    const requests = await s3.requests();
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter(({ method }) => method !== "GET" && method !== "HEAD")).toEqual([]);
  });

  it("puts the old file back after an import error, shows Airflow's words, and a run under way goes on", async () => {
    const client = clientOf();
    const before = await readFile(first.dagFile, "utf8");
    await client.trigger("wine_predictions", "aqueduct__under_way", { floor: 7 });
    await vi.waitFor(
      async () =>
        expect(
          (await client.taskInstances("wine_predictions", "aqueduct__under_way")).tasks.map(({ state }) => state),
        ).toContain("running"),
      { timeout: 60_000, interval: 250 },
    );

    await expect(publish(build("wine predictions", 2), "raise RuntimeError('boom at import')")).rejects.toMatchObject({
      kind: "importError",
      problems: [
        { code: "airflow-import-error", line: 15, message: expect.stringContaining("boom at import") as string },
      ],
    });
    expect(await readFile(first.dagFile, "utf8")).toBe(before);

    await writeFile(path.join(root, "go"), "");
    await vi.waitFor(
      async () => expect((await client.dagRun("wine_predictions", "aqueduct__under_way"))?.state).toBe("success"),
      { timeout: 60_000, interval: 250 },
    );
    await rm(path.join(root, "go"));
    const page = await client.log("wine_predictions", "aqueduct__under_way", "first", 1);
    expect(page?.lines.map(({ text }) => text)).toContain("waiting");
  });

  it("of an edit makes the next build live, under the same id and start date", async () => {
    const second = await publish(build("wine predictions", 3));
    expect(second).toMatchObject({ outcome: "published", dagId: first.dagId, startDate: first.startDate });
    expect((await clientOf().dag("wine_predictions"))?.tags).toContain(`aqueduct-build:${second.build.slice(0, 12)}`);
  });

  it("removes a first DAG file that Airflow cannot import", async () => {
    await expect(publish(build("broken from the start", 1), "import nothing_of_that_name")).rejects.toMatchObject({
      kind: "importError",
      message: expect.stringContaining("nothing_of_that_name") as string,
    });
    expect(await readdir(airflow.dagsFolder)).not.toContain("broken_from_the_start.py");
  });

  it("does not touch a DAG that somebody wrote by hand", async () => {
    const text = formatOf(build("taken", 1), "")
      .render({ dagId: "taken", startDate: "2026-11-21T00:00:00Z" })
      .replace(/^#.*\n/, "");
    await writeFile(dagFile("by_hand.py"), text);
    await vi.waitFor(async () => expect(await clientOf().dag("taken")).toBeDefined(), {
      timeout: 60_000,
      interval: 250,
    });
    expect((await publish(build("taken", 1))).dagId).toMatch(/^taken_[0-9a-f]{6}$/);
    expect(await readFile(dagFile("by_hand.py"), "utf8")).toBe(text);
  });

  it("says so where the role may not see or change what it must", async () => {
    await expect(
      publish(build("wine predictions", 4), "", { airflow: resource("vera"), client: clientOf("vera") }),
    ).resolves.toMatchObject({ outcome: "published" });
    await expect(clientOf("vera").trigger("wine_predictions", "r", {})).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("cancels a run, whose tasks end", async () => {
    const client = clientOf();
    await client.trigger("wine_predictions", "aqueduct__cancelled", {});
    await vi.waitFor(
      async () =>
        expect(
          (await client.taskInstances("wine_predictions", "aqueduct__cancelled")).tasks.map(({ state }) => state),
        ).toContain("running"),
      { timeout: 60_000, interval: 250 },
    );
    expect((await client.cancel("wine_predictions", "aqueduct__cancelled")).state).toBe("failed");
    expect(
      (await client.taskInstances("wine_predictions", "aqueduct__cancelled")).tasks.map(({ state }) => state).sort(),
    ).toEqual(["failed", "skipped"]);
  });

  it("keeps secrets out of the store and the DAG folder", async () => {
    const store = s3Store(lake());
    const keys = await store.list("");
    const texts = await Promise.all(keys.map(async (key) => new TextDecoder().decode((await store.get(key))?.bytes)));
    for (const secret of Object.values<string>({ ...world.canaries })) expect(texts.join()).not.toContain(secret);
  });
});
