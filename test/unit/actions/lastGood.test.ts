import { beforeEach, describe, expect, it } from "vitest";

import type { OpenFolder } from "../../../src/core/actions/folder.js";
import { readTypeMemory } from "../../../src/core/actions/lastGood.js";
import type { World } from "../../../src/core/actions/world.js";
import type { BuildRecord } from "../../../src/core/model/build.js";
import type { Manifest } from "../../../src/core/model/manifest.js";
import type { ArtifactType } from "../../../src/core/model/workflow.js";
import { nameBuild, putBuild } from "../../../src/core/store/builds.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { lastGoodKey, manifestKey, markerKey, runRecordKey, workflowKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { inMemoryFiles } from "../../fakes/inMemoryFiles.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { buildOperator, buildRecord, digestOf } from "../builds.js";
import { manifest, record } from "../runs/facts.js";

const give = buildOperator("give", { origin: digestOf("the code") });
const told = buildOperator("told", { inputs: ["give"], origin: digestOf("other code") });

let store: ReturnType<typeof inMemoryStore>;
let warnings: string[];
let world: World;
let open: OpenFolder;
let build: BuildRecord;
const placeOf = (): { project: string; key: string } => ({
  project: "p-1",
  key: workflowKey(build.workflow, nodeHash),
});

beforeEach(() => {
  store = inMemoryStore();
  warnings = [];
  const log = { warn: (message: string) => void warnings.push(message) };
  world = { hash: nodeHash, files: inMemoryFiles({}), log } as unknown as World;
  open = { folder: "/wine", project: "p-1", store, resources: new Map(), mayChangeType: [] } as unknown as OpenFolder;
  build = buildRecord([give, told]);
});

const lifeOfHour = (hour: number): string => `20261121T${String(hour).padStart(2, "0")}0000.000000Z`;
const ridOfHour = (hour: number): string => String(hour).padStart(20, "0");

/** A run of an hour whose `give` gave a value of a type; `told` failed where it is `failed`, and never ran where it is null. */
async function ran(
  hour: number,
  type: ArtifactType,
  toldStatus: Manifest["status"] | null = "succeeded",
): Promise<void> {
  const [life, rid, place] = [lifeOfHour(hour), ridOfHour(hour), placeOf()];
  const named = nameBuild(build, nodeHash);
  await putBuild(open.store, place, named);
  const { lastGood } = await readTypeMemory(world, open, build);
  const put = (key: string, value: unknown): Promise<unknown> => store.putIfAbsent(key, jsonBytes(value));
  const giving = manifest("give", {
    origin: digestOf("the code"),
    life,
    artifacts: [
      {
        id: "give",
        key: "k",
        sha256: "a".repeat(64),
        size: 1,
        type,
        encoding: "json",
        rows: null,
        schema: null,
        sample: null,
      },
    ],
  });
  await put(manifestKey(place, { rid, life, operator: "give", try: 1 }), giving);
  if (toldStatus !== null)
    await put(
      manifestKey(place, { rid, life, operator: "told", try: 1 }),
      manifest("told", { origin: digestOf("other code"), life, status: toldStatus }),
    );
  await put(lastGoodKey(place, rid, life), { format: 1, manifests: lastGood });
  await put(runRecordKey(place, rid, life), { ...record, target: "local", life, build: named.name });
  await store.putIfAbsent(markerKey(place, life, rid), new Uint8Array());
}

const heldTo = async (): Promise<ArtifactType | undefined> =>
  (await readTypeMemory(world, open, build)).expected.get("give")?.[0]?.type;

describe("what a run on this machine is held to", () => {
  it("is nothing at first", async () => {
    expect(await readTypeMemory(world, open, build)).toEqual({ lastGood: {}, expected: new Map() });
  });

  it("is the last run that succeeded, however many have failed or not ended since", async () => {
    await ran(1, "numeric");
    for (let hour = 2; hour < 14; hour += 1) await ran(hour, "string", hour % 2 === 0 ? "failed" : null);
    expect(await heldTo()).toBe("numeric");
    await ran(14, "list");
    expect(await heldTo()).toBe("list");
  });

  it("is nothing once the operator may change its type", async () => {
    await ran(1, "numeric");
    const { origin: _, ...free } = give;
    build = buildRecord([free, told]);
    expect(await heldTo()).toBeUndefined();
  });

  it("is told by an older run where the newest cannot be read, and the log says so", async () => {
    await ran(1, "numeric");
    await ran(2, "numeric");
    const key = runRecordKey(placeOf(), ridOfHour(2), lifeOfHour(2));
    await store.delete(key);
    await store.putIfAbsent(key, new TextEncoder().encode("{"));
    expect(await heldTo()).toBe("numeric");
    expect(warnings).toEqual(["types of an earlier run not told"]);
  });
});
