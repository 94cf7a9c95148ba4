import { beforeEach, describe, expect, it } from "vitest";

import type { OpenFolder } from "../../../src/core/actions/folder.js";
import { previewOperator } from "../../../src/core/actions/preview.js";
import { newestLocalRunOf, readStoredRun } from "../../../src/core/actions/storedRun.js";
import type { World } from "../../../src/core/actions/world.js";
import { compileBuild } from "../../../src/core/compile/build.js";
import type { BuildRecord } from "../../../src/core/model/build.js";
import type { Manifest, StoredArtifact } from "../../../src/core/model/manifest.js";
import type { Run } from "../../../src/core/model/run.js";
import type { Resource } from "../../../src/core/resources/resource.js";
import { nameBuild, putBuild } from "../../../src/core/store/builds.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { manifestKey, markerKey, runRecordKey, sampleKey, workflowKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { inMemoryFiles } from "../../fakes/inMemoryFiles.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { sample } from "../../fakes/previews.js";
import { wine, wineTrace } from "../../fakes/wine.js";
import { manifest, record } from "../runs/facts.js";

const workflow = "wine predictions";
const rid = "0123456789abcdef0123";
const place = { project: "p", key: workflowKey(workflow, nodeHash) };

let store: ReturnType<typeof inMemoryStore>;
let world: World;
let open: OpenFolder;
let build: { readonly name: string; readonly record: BuildRecord };

beforeEach(async () => {
  store = inMemoryStore();
  world = { hash: nodeHash, files: inMemoryFiles({}) } as unknown as World;
  open = { folder: "/wine", project: "p", store, resources: new Map() } as unknown as OpenFolder;
  const bound = {
    id: "less_than_2",
    name: "less than 2",
    kind: "check" as const,
    inputs: ["error"],
    outputs: ["less_than_2"],
    source: wine.operators[0]?.source ?? never(),
    definition: null,
    severity: "error" as const,
    bound: { comparison: "lessThan" as const, value: 2 },
  };
  const trace = {
    ...wineTrace,
    shipments: wineTrace.shipments.map((shipment) => ({
      ...shipment,
      operators: [...shipment.operators, { ...(shipment.operators[0] ?? never()), id: "less_than_2" }],
    })),
  };
  const resources = new Map<string, Resource>([
    ["demo", { kind: "database", name: "demo", url: "sqlite:///wine.db", airflowConnection: "demo" } as const],
  ]);
  const compiled = compileBuild({
    trace,
    workflow: { ...wine, operators: [...wine.operators, bound] },
    project: "p",
    resources,
    runtime: { version: "0.1.0", blob: "0".repeat(64) },
    hash: nodeHash,
  });
  build = nameBuild(compiled.value?.record ?? never(), nodeHash);
  await putBuild(store, place, nameBuild(build.record, nodeHash));
  await startRun(rid, record.life);
});

function never(): never {
  throw new Error("the fake is broken");
}

async function startRun(id: string, life: string): Promise<void> {
  await store.putIfAbsent(
    runRecordKey(place, id, life),
    jsonBytes({ ...record, workflow, target: "local", life, build: build.name }),
  );
  await store.putIfAbsent(markerKey(place, life, id), new Uint8Array());
}

async function ended(operator: string, changes: Partial<Manifest> = {}, id = rid, life = record.life): Promise<void> {
  await store.putIfAbsent(
    manifestKey(place, { rid: id, life, operator, try: 1 }),
    jsonBytes(manifest(operator, { life, build: build.name, engine: "local", ...changes })),
  );
}

async function artifactOf(operator: string, stored: unknown): Promise<StoredArtifact> {
  const attempt = { rid, life: record.life, operator, try: 1 };
  const key = sampleKey(place, attempt, 1);
  await store.putIfAbsent(key, jsonBytes(stored));
  return {
    id: operator,
    key: "a",
    sha256: "0".repeat(64),
    size: 12,
    type: "table",
    encoding: "parquet",
    rows: 4898,
    schema: null,
    sample: key,
  };
}

async function run(): Promise<Run> {
  return (await readStoredRun(world, open, "local", rid)) ?? never();
}

describe("a preview of an operator of a run", () => {
  it("has the names of the build, the run, and the sample", async () => {
    const stored = sample({ type: "table", rows: 4898, columns: [{ name: "quality", dtype: "int64" }], values: [[6]] });
    await ended("predict", { artifacts: [await artifactOf("predict", stored)] });
    const preview = await previewOperator(world, open, await run(), "predict");
    expect(preview).toMatchObject({
      workflow,
      run: { rid, target: "local", build: build.name },
      operator: { name: "predict", kind: "function", state: "succeeded", python: "3.11.7" },
      values: [
        { artifact: "predict", name: "predict artifact", type: "table", rows: 4898, sample: stored, reason: null },
      ],
      missing: null,
    });
  });

  it("says of a value without a sample why it has none", async () => {
    const artifact = await artifactOf("predict", sample({}));
    await ended("predict", { artifacts: [{ ...artifact, sample: null }] });
    expect((await previewOperator(world, open, await run(), "predict")).values[0]?.reason).toContain(
      "was not opened on the way",
    );
    store.objects.delete(artifact.sample ?? "");
    await ended("error", { artifacts: [artifact] });
    expect((await previewOperator(world, open, await run(), "error")).values[0]?.reason).toContain(
      "is no longer in memory",
    );
  });

  it("refuses a sample that is none", async () => {
    await ended("predict", { artifacts: [await artifactOf("predict", { hello: 1 })] });
    await expect(previewOperator(world, open, await run(), "predict")).rejects.toThrow(
      "can't be read: format is missing",
    );
  });

  it("has the bounds of a metric and how they came out", async () => {
    await ended("error", { kind: "metric", metric: 2.25 });
    const bound = { comparison: "lessThan", value: 2, operator: "less_than_2", name: "less than 2", severity: "error" };
    expect((await previewOperator(world, open, await run(), "error")).operator.bounds).toEqual([
      { ...bound, passed: null },
    ]);
    await ended("less_than_2", { kind: "check", check: { passed: false, severity: "error" }, status: "failed" });
    expect((await previewOperator(world, open, await run(), "error")).operator.bounds).toEqual([
      { ...bound, passed: false },
    ]);
  });

  it("has the failure with the innermost of the user's own lines", async () => {
    const frame = { file: "wine.py", line: 7, function: "predict", text: "x" };
    await ended("predict", {
      status: "failed",
      failure: { type: "user", message: "KeyError: 'x'", tip: "Look.", trace: [{ ...frame, line: 3 }, frame] },
    });
    const { operator, missing } = await previewOperator(world, open, await run(), "predict");
    expect(operator.failure).toEqual({
      type: "user",
      message: "KeyError: 'x'",
      tip: "Look.",
      at: { file: "wine.py", line: 7, function: "predict" },
    });
    expect(missing).toBeNull();
  });

  it("says why there is no value of an operator that has not ended", async () => {
    expect((await previewOperator(world, open, await run(), "predict")).missing).toBe(
      "predict did not run in this run, as far as its store tells.",
    );
    await expect(previewOperator(world, open, await run(), "nowhere")).rejects.toThrow("has no operator nowhere");
  });
});

describe("a run in the store", () => {
  it("is found by its id alone; one that is gone is not there", async () => {
    expect((await run()).workflow).toBe(workflow);
    expect(await readStoredRun(world, open, "local", "ffffffffffffffffffff")).toBeUndefined();
  });

  it("is the newest in which the operator came to an end", async () => {
    expect(await newestLocalRunOf(world, open, workflow, "predict")).toBeUndefined();
    await ended("predict");
    await startRun("aaaaaaaaaaaaaaaaaaaa", "20261122T012301.048772Z");
    expect((await newestLocalRunOf(world, open, workflow, "predict"))?.rid).toBe(rid);
    await ended("predict", {}, "aaaaaaaaaaaaaaaaaaaa", "20261122T012301.048772Z");
    expect((await newestLocalRunOf(world, open, workflow, "predict"))?.rid).toBe("aaaaaaaaaaaaaaaaaaaa");
  });
});
