import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../../src/platform/files.js";
import { folderStore } from "../../../src/platform/folderStore.js";

let disk: string;

/** Whether this user may mount a small disk, as root may where the machine lets it. */
const mayMount = ((): boolean => {
  if (process.getuid?.() !== 0) return false;
  try {
    execFileSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

const mount = (...options: readonly string[]): void => {
  execFileSync("mount", [...options, disk]);
};

const sentence = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "it was written",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

// airflow.md D14, engine.md 2.4 and 2.5: bare "ENOSPC: no space left on device, write", and "ENOENT … mkdir" of a read-only disk.
describe.skipIf(!mayMount)("a disk", () => {
  beforeEach(async () => {
    disk = await mkdtemp(path.join(tmpdir(), "disk-"));
    mount("-t", "tmpfs", "-o", "size=256k", "tmpfs");
  });
  afterEach(async () => {
    execFileSync("umount", [disk]);
    await rm(disk, { recursive: true });
  });

  it("that is full is named, with what to do, and nothing half-written stays", async () => {
    const file = path.join(disk, "dags", "wine.py");
    const large = "x".repeat(1024 * 1024);
    const words = `there is no space left on the disk of ${path.dirname(file)}. Free some, then try again.`;
    expect(await sentence(nodeFiles.writeAtomically(file, large))).toBe(`${file} can't be written: ${words}`);
    expect(await readdir(path.dirname(file))).toEqual([]);
    const store = folderStore(path.join(disk, "store"));
    expect(await sentence(store.putIfAbsent("runs/a.json", Buffer.from(large)))).toMatch(
      /runs\/a\.json can't be written: there is no space left/,
    );
    expect(await readdir(path.join(disk, "store", ".scratch"))).toEqual([]);
  });

  it("that is read-only is called so, whatever the system calls it", async () => {
    mount("-o", "remount,ro");
    expect(await sentence(nodeFiles.writeAtomically(path.join(disk, "a", "b.json"), "{}"))).toMatch(
      new RegExp(`b\\.json can't be written: ${disk} is read-only\\.`),
    );
    expect(await sentence(nodeFiles.makeFolder(path.join(disk, "a", "b")))).toContain(`${disk} is read-only.`);
  });
});
