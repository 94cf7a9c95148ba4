import { mkdtemp, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { walkStore } from "../../../src/core/actions/storeWalk.js";
import { folderStore } from "../../../src/platform/folderStore.js";
import { nodeHash } from "../../../src/platform/hash.js";

test("a record that is too large to be read at once is one finding, and all others are looked at", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-store-"));
  try {
    const store = folderStore(folder);
    const large = "runs/p/w/r/l/lastGood.json";
    for (const key of [large, "runs/p/w/r/l/run.json"]) await store.putIfAbsent(key, new Uint8Array([1]));
    await truncate(path.join(folder, large), 2 ** 31);
    const { checked, findings } = await walkStore(store, nodeHash, { onProgress: () => undefined });
    expect(checked.records).toBe(2);
    expect(findings.map(({ key, problem }) => [key, problem])).toEqual([
      [large, "unreadable"],
      ["runs/p/w/r/l/run.json", "unreadable"],
    ]);
    expect(JSON.stringify(findings[0])).toContain("can't be read: it is larger than 64 MB.");
  } finally {
    await rm(folder, { recursive: true });
  }
});
