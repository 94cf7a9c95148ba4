import { mkdtemp, readFile, rm } from "node:fs/promises";
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
