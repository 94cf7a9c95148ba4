import { expect, it } from "vitest";

import type { OpenFolder } from "../../../src/core/actions/folder.js";
import { readHistory } from "../../../src/core/actions/history.js";
import type { World } from "../../../src/core/actions/world.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { markerKey, runRecordKey, workflowKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { record } from "../runs/facts.js";

it("lists the runs of this machine, and says why its engine cannot be asked", async () => {
  const store = inMemoryStore();
  const place = { project: "p", key: workflowKey("wine", nodeHash) };
  const [life, rid] = ["20261121T012301.048772Z", "a".repeat(20)];
  await store.putIfAbsent(markerKey(place, life, rid), new Uint8Array());
  await store.putIfAbsent(runRecordKey(place, rid, life), jsonBytes({ ...record, life, target: "local" }));
  const message = "/w/.air-executor/.engine/engine.json is not a regular file but a link, so it is not used.";
  const world = {
    hash: nodeHash,
    engine: { find: () => Promise.reject(new Error(message)) },
    files: { join: (...parts: string[]) => parts.join("/"), readOwned: () => Promise.resolve(undefined) },
  } as unknown as World;
  const open = { folder: "/w", project: "p", store, resources: new Map() } as unknown as OpenFolder;

  const { runs, targets } = await readHistory(world, open);

  expect(runs).toHaveLength(1);
  expect(targets).toEqual([{ target: "local", state: "engineFailed", message }]);
});
