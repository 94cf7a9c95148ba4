import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, rm, stat, symlink, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { folderStore } from "../../../src/platform/folderStore.js";
import { isLoss } from "../../../src/core/store/loss.js";
import { describeStore } from "../../fakes/storeConformance.js";

describeStore("a store in a folder", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-store-"));
  return { store: folderStore(folder), close: () => rm(folder, { recursive: true }) };
});

it("refuses keys that lead out of the folder", async () => {
  await expect(async () => folderStore("/nowhere").get("../secret")).rejects.toThrow(/cannot be a key/);
});

it.skipIf(process.platform === "win32")("waits for no pipe and reads no device: neither is an object", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-store-"));
  try {
    const store = folderStore(folder);
    await store.putIfAbsent("runs/whole.json", new Uint8Array([1]));
    execFileSync("mkfifo", [path.join(folder, "runs", "pipe.json")]);
    await symlink("/dev/zero", path.join(folder, "runs", "zero.json"));
    for (const key of ["runs/pipe.json", "runs/zero.json"]) {
      expect(await store.get(key), key).toBeUndefined();
      expect(await store.digestOf(key), key).toBeUndefined();
    }
    expect(await store.list("runs/")).not.toContain("runs/pipe.json");
    expect((await store.get("runs/whole.json"))?.bytes).toHaveLength(1);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("names a file that is too large to be read at once, as a record that can't be read", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-store-"));
  try {
    const store = folderStore(folder);
    await store.putIfAbsent("runs/large.json", new Uint8Array([1]));
    await truncate(path.join(folder, "runs", "large.json"), 2 ** 31);
    const read = await store.get("runs/large.json").catch((error: unknown) => error);
    expect(isLoss(read)).toBe(true);
    expect(String(read)).toContain(
      `${path.join(folder, "runs", "large.json")} can't be read: it is larger than 64 MB.`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
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
