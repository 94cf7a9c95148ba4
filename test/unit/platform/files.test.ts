import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../../../src/platform/files.js";

it("files are written whole, under a name that is hidden until then", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-files-"));
  try {
    const file = nodeFiles.join(folder, "deep", "dag.py");
    await nodeFiles.writeAtomically(file, "one");
    await nodeFiles.writeAtomically(file, "two");
    expect(await readFile(file, "utf8")).toBe("two");
    expect(await nodeFiles.list(nodeFiles.dirname(file))).toEqual([{ name: "dag.py", kind: "file" }]);
    expect(await nodeFiles.readText(nodeFiles.join(folder, "absent"))).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});

it.skipIf(process.platform === "win32")("files that have no end, or wait for somebody, are not read", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-files-"));
  try {
    const pipe = path.join(folder, "helper.py");
    execFileSync("mkfifo", [pipe]);
    await expect(nodeFiles.readText(pipe)).rejects.toThrow(`${pipe} is not a regular file, so it is not read.`);
    await symlink("/dev/zero", path.join(folder, "zero.py"));
    await expect(nodeFiles.read(path.join(folder, "zero.py"))).rejects.toThrow("is not a regular file");
    expect(await nodeFiles.kindOf(pipe)).toBe("other");
    expect(await nodeFiles.kindOf(folder)).toBe("folder");
    expect(await nodeFiles.kindOf(path.join(folder, "none"))).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});
