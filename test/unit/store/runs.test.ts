import type { Manifest } from "../../../src/formats/manifest.js";
import { manifest as manifestOf } from "../runs/facts.js";
import { describe, expect, it } from "vitest";
import { nameBuild, putBuild, readBuild } from "../../../src/core/store/builds.js";
import { canonicalJson, readJson } from "../../../src/core/store/json.js";
import { cancelledKey, manifestKey, markerKey, runRecordKey } from "../../../src/core/store/keys.js";
import { livesOf, newestRuns, readAttempts, readRunRecord } from "../../../src/core/store/runs.js";
import { manifestFormat } from "../../../src/formats/manifest.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";

const place = { project: "p-1", key: "wine-12345678" };
const lives = ["20261121T010000.000000Z", "20261121T020000.000000Z"] as const;
const put = (store: ReturnType<typeof inMemoryStore>, key: string, value: unknown): void =>
  void store.objects.set(key, new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)));

function manifest(operator: string, life: string, attempt: number): Manifest {
  return manifestOf(operator, { life, try: attempt });
}

describe("manifests of a run", () => {
  it("are those of the highest attempt of each operator, a later life above any try", async () => {
    const store = inMemoryStore();
    const at = (operator: string, life: string, attempt: number): void =>
      put(store, manifestKey(place, { rid: "r", life, operator, try: attempt }), manifest(operator, life, attempt));
    at("clean", lives[0], 9);
    at("clean", lives[0], 10);
    at("predict", lives[0], 3);
    at("predict", lives[1], 1);
    put(store, `runs/p-1/${place.key}/r/${lives[1]}/clean/0011/artifacts/1`, "not over yet");
    const { manifests: found } = await readAttempts(store, place, "r", await livesOf(store, place, "r"));
    expect(found.map(({ operator, life, try: attempt }) => [operator, life, attempt])).toEqual([
      ["clean", lives[0], 10],
      ["predict", lives[1], 1],
    ]);
    expect((await readAttempts(store, place, "r", [lives[1]])).manifests.map(({ operator }) => operator)).toEqual([
      "predict",
    ]);
  });

  it("remember that the newest life was cancelled, and no longer once it was cleared", async () => {
    const store = inMemoryStore();
    const lives = ["20261121T010000.000000Z", "20261121T020000.000000Z"];
    await store.putIfAbsent(cancelledKey(place, "r", lives[0] ?? ""), new Uint8Array());
    expect((await readAttempts(store, place, "r", lives.slice(0, 1))).isCancelled).toBe(true);
    expect((await readAttempts(store, place, "r", lives)).isCancelled).toBe(false);
  });

  it("that are none are an error that names the key", async () => {
    const store = inMemoryStore("s3://wines");
    put(store, "k", { format: 2 });
    put(store, "broken", "{");
    await expect(readJson(store, "k", manifestFormat)).rejects.toThrow(
      "k in s3://wines can't be read: it has format 2, and this Aqueduct reads up to 1: update it.",
    );
    await expect(readJson(store, "broken", manifestFormat)).rejects.toThrow(
      "broken in s3://wines can't be read: it is not JSON.",
    );
    expect(await readJson(store, "absent", manifestFormat)).toBeUndefined();
  });
});

describe("the newest runs", () => {
  it("come first, over months, without reading more than it takes", async () => {
    const store = inMemoryStore();
    for (const start of ["20261030T000000.000000Z", "20261101T000000.000000Z", "20261102T000000.000000Z"])
      put(store, markerKey(place, start, `rid-${start.slice(4, 8)}`.replace("-", "")), "");
    expect((await newestRuns(store, place, 2)).markers.map(({ start }) => start)).toEqual([
      "20261102T000000.000000Z",
      "20261101T000000.000000Z",
    ]);
    expect((await newestRuns(store, place, 9)).markers).toHaveLength(3);
    expect((await newestRuns(store, place, 1)).markers[0]?.rid).toBe("rid1102");
  });

  it("of a workflow that never ran are none", async () => {
    expect(await newestRuns(inMemoryStore(), place, 5)).toEqual({ markers: [], losses: [] });
    expect(await readRunRecord(inMemoryStore(), place, "r", lives[0])).toBeUndefined();
  });

  it("have their record in their life", async () => {
    const store = inMemoryStore();
    const record = {
      format: 1,
      project: "p-1",
      workflow: "wine",
      target: "local",
      runId: "x",
      life: lives[0],
      build: "b".repeat(64),
      parameters: {},
      startedBy: "local",
      scheduled: false,
    };
    put(store, runRecordKey(place, "r", lives[0]), record);
    expect(await readRunRecord(store, place, "r", lives[0])).toEqual(record);
  });
});

describe("builds in the store", () => {
  it("are put once and read back as they were named", async () => {
    const store = inMemoryStore();
    const build = nameBuild(
      {
        format: 1,
        project: "p-1",
        workflow: "wine",
        schedule: null,
        operators: [],
        artifacts: [],
        runtime: { version: "1", blob: "b".repeat(64) },
        launcher: 1,
      },
      nodeHash,
    );
    expect(await putBuild(store, place, build)).toBe(true);
    expect(await putBuild(store, place, build)).toBe(false);
    expect(await readBuild(store, nodeHash, place, build.name)).toEqual(build.record);
  });

  it("are canonical: the order of members does not show", () => {
    expect(canonicalJson({ b: 1, a: [1.0, "é"] })).toBe('{"a":[1,"é"],"b":1}');
  });
});
