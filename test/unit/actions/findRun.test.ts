import { beforeEach, describe, expect, it } from "vitest";

import { WrongRequest } from "../../../src/core/actions/errors.js";
import { findRun, runOf } from "../../../src/core/actions/findRun.js";
import type { OpenFolder } from "../../../src/core/actions/folder.js";
import { findPublished } from "../../../src/core/actions/trigger.js";
import type { World } from "../../../src/core/actions/world.js";
import type { ObjectStore } from "../../../src/core/ports.js";
import type { AirflowResource, Resource } from "../../../src/core/resources/resource.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { currentKey, runKey, runRecordKey, workflowKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { fakeHttp } from "../../fakes/fakeHttp.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { record } from "../runs/facts.js";

function publicationOf(workflow: string): object {
  return {
    format: 1,
    project: "p",
    workflow,
    url: "http://prod",
    dagId: workflow,
    build: "b".repeat(64),
    dagFile: `${workflow}.py`,
    dagBlob: "d".repeat(64),
    startDate: "2026-11-21T14:00:00.000000Z",
    publishedAt: "2026-11-21T14:00:00.000000Z",
    publishedBy: "ann",
  };
}

describe("looking for a run by its id", () => {
  it("calls an id wrong where every target answered and none has it", () => {
    expect(() =>
      runOf(
        { runs: [], targets: [{ target: "airflow", state: "answers", message: "" }], workflows: [], unreadable: [] },
        "d48b2a08",
      ),
    ).toThrow(WrongRequest);
  });

  it("does not blame the id while a target that may have the run does not answer", () => {
    const look = (): unknown =>
      runOf(
        {
          runs: [],
          targets: [{ target: "airflow", state: "unreachable", message: "Airflow does not answer." }],
          workflows: [],
          unreadable: [],
        },
        "d48b2a08",
      );
    expect(look).toThrow("Run d48b2a08 was not found where there was an answer. Airflow does not answer.");
    expect(look).not.toThrow(WrongRequest);
  });
});

describe("a run with a record in a store", () => {
  const rid = runKey({ project: "p", workflow: "wine", target: "prod", runId: "manual__1" }, nodeHash);
  const place = { project: "p", key: workflowKey("wine", nodeHash) };
  const life = "20261121T012301.048772Z";
  let store: ReturnType<typeof inMemoryStore>;
  let http: ReturnType<typeof fakeHttp>;
  let world: World;

  const airflow = (name: string, storeName: string): AirflowResource => ({
    kind: "airflow",
    name,
    url: `http://${name}`,
    username: "ann",
    store: storeName,
  });
  const open = (): OpenFolder =>
    ({
      project: "p",
      folder: "/f",
      store: inMemoryStore(),
      resources: new Map<string, Resource>([
        ["prod", airflow("prod", "lake")],
        ["staging", airflow("staging", "broken")],
        ["lake", { kind: "folder", name: "lake", folder: "/lake" }],
        ["broken", { kind: "folder", name: "broken", folder: "/broken" }],
      ]),
    }) as unknown as OpenFolder;

  beforeEach(async () => {
    store = inMemoryStore();
    await store.putIfAbsent(
      currentKey(place, "prod"),
      jsonBytes({ ...publicationOf("wine"), target: "prod", url: "http://prod" }),
    );
    await store.putIfAbsent(
      runRecordKey(place, rid, life),
      jsonBytes({ ...record, target: "prod", runId: "manual__1", life, clearNumber: 0 }),
    );
    const json = (value: unknown, status = 200): { status: number; text: string } => ({
      status,
      text: JSON.stringify(value),
    });
    const run = { dag_id: "wine", dag_run_id: "manual__1", state: "running", conf: {}, run_type: "manual" };
    http = fakeHttp(({ url }) => {
      if (url.endsWith("/auth/token")) return json({ access_token: "t" }, 201);
      if (url.endsWith("/dagRuns/manual__1")) return json(run);
      if (url.includes("/dagRuns/manual__1/taskInstances"))
        return json({ task_instances: [{ ...run, task_id: "clean", try_number: 1 }], total_entries: 1 });
      return undefined;
    });
    world = {
      hash: nodeHash,
      http,
      secrets: { password: () => Promise.resolve("p") },
      openStore: ({ name }: { name: string }) => (name === "lake" ? store : refusing()),
    } as unknown as World;
  });

  /** A store that is away, as that of another target may be. */
  const refusing = (): ObjectStore => {
    const refuse = (): Promise<never> => Promise.reject(new Error("The store is away."));
    return { ...inMemoryStore(), get: refuse, list: refuse, listFolder: refuse };
  };

  // `show` and `cancel` read 200 runs of every workflow first, and were kept by any store that was away.
  it.each([
    ["its id", () => rid],
    ["the beginning of its id", () => rid.slice(0, 5)],
    ["Airflow's own id", () => "manual__1"],
  ])("is found by %s with three requests, whatever else does not answer", async (_, id) => {
    const run = await findRun(world, open(), id());
    expect(run).toMatchObject({ rid, target: "prod", state: "running" });
    expect(http.asked.map(({ url }) => url.replace(/^http:\/\/prod(\/api\/v2)?/, "").replace(/\?.*/, ""))).toEqual([
      "/auth/token",
      "/dags/wine/dagRuns/manual__1",
      "/dags/wine/dagRuns/manual__1/taskInstances",
    ]);
  });

  it("is looked for where somebody says, and an Airflow that is not there is named", async () => {
    await expect(findRun(world, open(), rid, { target: "nope" })).rejects.toThrow(/"nope" is not an Airflow server/);
    expect(await findRun(world, open(), rid, { target: "prod" })).toMatchObject({ rid });
  });
});

// A second Airflow whose bucket was missing kept everything from being started.
it("a workflow is started where it is published, though the store of another target is away", async () => {
  const store = inMemoryStore();
  const place = { project: "p", key: workflowKey("wine", nodeHash) };
  await store.putIfAbsent(currentKey(place, "prod"), jsonBytes({ ...publicationOf("wine"), target: "prod" }));
  const away = (): Promise<never> => Promise.reject(new Error("The store is away."));
  const world = {
    hash: nodeHash,
    openStore: ({ name }: { name: string }) =>
      name === "lake" ? store : { ...inMemoryStore(), listFolder: away, get: away },
  } as unknown as World;
  const resources = new Map<string, unknown>([
    ["prod", { kind: "airflow", name: "prod", url: "http://prod", store: "lake" }],
    ["staging", { kind: "airflow", name: "staging", url: "http://staging", store: "broken" }],
    ["lake", { kind: "folder", name: "lake", folder: "/lake" }],
    ["broken", { kind: "folder", name: "broken", folder: "/broken" }],
  ]);
  const open = { project: "p", resources } as unknown as OpenFolder;
  expect((await findPublished(world, open, { workflow: "wine" })).target.airflow.name).toBe("prod");
  await expect(findPublished(world, open, { workflow: "other" })).rejects.toThrow(
    'No workflow "other" is published where there was an answer. The store is away.',
  );
});
