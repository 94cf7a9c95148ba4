import { describe, expect, it } from "vitest";

import type { RunRecord } from "../../../src/core/model/manifest.js";
import { BuildCache, readStoredFacts } from "../../../src/core/runs/stored.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { manifestKey, runRecordKey } from "../../../src/core/store/keys.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
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
  return readStoredFacts({ store, place, target: "airflow", workflow: "wine" }, "r", new BuildCache());
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
