import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { folderStore } from "../../../src/platform/folderStore.js";
import { describeStore } from "../../fakes/storeConformance.js";

describeStore("a store in a folder", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-store-"));
  return { store: folderStore(folder), close: () => rm(folder, { recursive: true }) };
});

it("refuses keys that lead out of the folder", async () => {
  await expect(async () => folderStore("/nowhere").get("../secret")).rejects.toThrow(/cannot be a key/);
});

it.skipIf(process.platform === "win32").each([
  [0o700, 0],
  [0o755, 0o044],
])(
  "in a folder of mode %o gives others the rights %o on what it makes, whatever else the user's way is",
  async (mode, others) => {
    const before = process.umask(0o022);
    const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-store-"));
    try {
      await chmod(folder, mode);
      const store = folderStore(path.join(folder, "store"));
      await store.putIfAbsent("workflows/p/w.json", new Uint8Array([1]));
      const { etag } = (await store.get("workflows/p/w.json")) ?? { etag: "" };
      await store.putIfMatch("workflows/p/w.json", new Uint8Array([2]), etag);
      for (const name of [
        "store",
        "store/workflows",
        "store/workflows/p",
        "store/.scratch",
        "store/workflows/p/w.json",
      ])
        expect((await stat(path.join(folder, name))).mode & 0o044, name).toBe(others);
    } finally {
      process.umask(before);
      await rm(folder, { recursive: true });
    }
  },
);
