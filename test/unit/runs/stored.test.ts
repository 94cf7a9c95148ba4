import { describe, expect, it } from "vitest";

import type { RunRecord } from "../../../src/core/model/manifest.js";
import { BuildCache, newestRids, readRunId, readStoredFacts } from "../../../src/core/runs/stored.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { nameBuild, putBuild } from "../../../src/core/store/builds.js";
import { manifestKey, markerKey, runRecordKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { buildRecord } from "../builds.js";
import { manifest, record } from "./facts.js";

const place = { project: "p", key: "wine-12345678" };
const first = "20261121T010000.000000Z";
const second = "20261121T020000.000000Z";

async function factsOf(
  lives: Readonly<Record<string, { readonly clearNumber: number; readonly operators: readonly string[] }>>,
) {
  const store = inMemoryStore();
  for (const [life, { clearNumber, operators }] of Object.entries(lives)) {
    const ofLife: RunRecord = { ...record, life, clearNumber };
    await store.putIfAbsent(runRecordKey(place, "r", life), jsonBytes(ofLife));
    for (const operator of operators)
      await store.putIfAbsent(
        manifestKey(place, { rid: "r", life, operator, try: 1 }),
        jsonBytes(manifest(operator, { life })),
      );
  }
  return readStoredFacts({ store, place, target: "airflow", workflow: "wine" }, "r", new BuildCache(nodeHash));
}

describe("the lives of a run", () => {
  it("keep what a clear left of the life before", async () => {
    const { record: newest, manifests } = await factsOf({
      [first]: { clearNumber: 0, operators: ["clean", "predict"] },
      [second]: { clearNumber: 1, operators: ["predict"] },
    });
    expect(newest?.life).toBe(second);
    expect(manifests.map(({ operator, life }) => [operator, life])).toEqual([
      ["clean", first],
      ["predict", second],
    ]);
  });

  it("begin anew where the run was deleted and triggered again under its id", async () => {
    const { manifests } = await factsOf({
      [first]: { clearNumber: 0, operators: ["clean", "predict"] },
      [second]: { clearNumber: 0, operators: ["clean"] },
    });
    expect(manifests.map(({ operator, life }) => [operator, life])).toEqual([["clean", second]]);
  });
});

describe("builds that are kept", () => {
  const build = nameBuild(buildRecord([]), nodeHash);

  it("are read once, even by many at once", async () => {
    const store = inMemoryStore();
    await putBuild(store, place, build);
    let reads = 0;
    const counting = { ...store, get: (key: string) => ((reads += 1), store.get(key)) };
    const cache = new BuildCache(nodeHash);
    const [first, second] = await Promise.all([
      cache.read(counting, place, build.name),
      cache.read(counting, place, build.name),
    ]);
    expect([first, second, await cache.read(counting, place, build.name), reads]).toEqual([
      build.record,
      build.record,
      build.record,
      1,
    ]);
  });

  it("are read again after the store could not be reached", async () => {
    const store = inMemoryStore();
    await putBuild(store, place, build);
    let isUp = false;
    const failing = { ...store, get: (key: string) => (isUp ? store.get(key) : Promise.reject(new Error("down"))) };
    const cache = new BuildCache(nodeHash);
    await expect(cache.read(failing, place, build.name)).rejects.toThrow("down");
    isUp = true;
    expect(await cache.read(failing, place, build.name)).toEqual(build.record);
  });
});

describe("what the store knows of a run", () => {
  const from = (store: ReturnType<typeof inMemoryStore>) => ({ store, place, target: "airflow", workflow: "wine" });

  it("is its record, manifests and build", async () => {
    const store = inMemoryStore();
    const build = nameBuild(buildRecord([]), nodeHash);
    await putBuild(store, place, build);
    const ofLife: RunRecord = { ...record, life: first, build: build.name };
    await store.putIfAbsent(runRecordKey(place, "r", first), jsonBytes(ofLife));
    expect(await readStoredFacts(from(store), "r", new BuildCache(nodeHash))).toEqual({
      losses: { records: [], attempts: new Map() },
      rid: "r",
      target: "airflow",
      project: "p",
      workflow: "wine",
      record: ofLife,
      manifests: [],
      isCancelled: false,
      build: build.record,
    });
    expect(await readRunId(from(store), "r")).toBe("aqueduct__1");
  });

  it("is nothing where it has nothing of it yet", async () => {
    const store = inMemoryStore();
    expect(await readStoredFacts(from(store), "r", new BuildCache(nodeHash))).toMatchObject({
      record: undefined,
      manifests: [],
      build: undefined,
    });
    expect(await readRunId(from(store), "r")).toBeUndefined();
  });

  it("is of every life down to one that says so: a record without a count counts as the first", async () => {
    const { clearNumber: _, ...plain } = { ...record, clearNumber: 0 };
    const store = inMemoryStore();
    for (const life of [first, second]) {
      await store.putIfAbsent(runRecordKey(place, "r", life), jsonBytes({ ...plain, life }));
      const key = manifestKey(place, { rid: "r", life, operator: `of_${life.slice(9, 11)}`, try: 1 });
      await store.putIfAbsent(key, jsonBytes(manifest(`of_${life.slice(9, 11)}`, { life })));
    }
    const { manifests } = await readStoredFacts(from(store), "r", new BuildCache(nodeHash));
    expect(manifests.map(({ operator }) => operator)).toEqual(["of_02"]);
  });

  it("is of a life without a record, too, and of what lies before it", async () => {
    const store = inMemoryStore();
    await store.putIfAbsent(runRecordKey(place, "r", first), jsonBytes({ ...record, life: first }));
    const key = manifestKey(place, { rid: "r", life: second, operator: "clean", try: 1 });
    await store.putIfAbsent(key, jsonBytes(manifest("clean", { life: second })));
    const found = await readStoredFacts(from(store), "r", new BuildCache(nodeHash));
    expect([found.record?.life, found.manifests.map(({ operator }) => operator)]).toEqual([first, ["clean"]]);
  });

  it("has its newest runs once each, however many lives they had", async () => {
    const store = inMemoryStore();
    for (const [life, rid] of [
      [first, "a"],
      [second, "b"],
      ["20261121T030000.000000Z", "a"],
    ] as const)
      await store.putIfAbsent(markerKey(place, life, rid), new Uint8Array());
    expect((await newestRids(from(store), 10)).rids).toEqual(["a", "b"]);
    expect((await newestRids(from(store), 1)).rids).toEqual(["a"]);
  });
});
