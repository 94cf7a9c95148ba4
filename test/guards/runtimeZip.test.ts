import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { runtimeFiles, runtimeZip } from "../../scripts/build/runtimeZip.mjs";
import { plantedTree } from "./support/plantedTree.js";
import { root } from "./support/repository.js";

const modules = { "runtime/b/z.py": "z = 1\n", "runtime/a.py": "a = 1\n", "runtime/B.py": "b = 1\n" };

describe("runtime.zip", () => {
  it("has the same bytes whatever time zone and locale packed it, and whenever its files were written", async () => {
    await using tree = await plantedTree();
    await tree.write(modules);
    const before = packedBy(tree.folder, { TZ: "UTC", LC_ALL: "C" });
    await utimes(path.join(tree.folder, "runtime/a.py"), new Date(0), new Date(0));
    expect(packedBy(tree.folder, { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" })).toBe(before);
  });

  it("has other bytes when a file changed", async () => {
    await using tree = await plantedTree();
    await tree.write(modules);
    const before = packedBy(tree.folder, {});
    await writeFile(path.join(tree.folder, "runtime/a.py"), "a = 2\n");
    expect(packedBy(tree.folder, {})).not.toBe(before);
  });

  it("leaves out what Python and its tools leave behind", async () => {
    await using tree = await plantedTree();
    await tree.write({ ...modules, "runtime/__pycache__/a.cpython-311.pyc": "", "runtime/.mypy_cache/x.json": "{}" });
    expect(await runtimeFiles(path.join(tree.folder, "runtime"))).toEqual(["B.py", "a.py", "b/z.py"]);
  });

  it("leaves out the template of DAG files, whose text is in the bundles", async () => {
    const template = "aqueduct/launcher/dag_template.py";
    expect(existsSync(path.join(root, "src/runtime", template))).toBe(true);
    expect(await runtimeFiles(path.join(root, "src/runtime"))).not.toContain(template);
  });

  it("holds the runtime", async () => {
    const source = path.join(root, "src/runtime");
    expect(Object.keys(unzipSync(await runtimeZip(source)))).toEqual(await runtimeFiles(source));
  });
});

/** The digest of the zip, made in a process of its own because a process keeps its first time zone. */
function packedBy(folder: string, environment: Readonly<Record<string, string>>): string {
  const module = path.join(root, "scripts/build/runtimeZip.mjs");
  const script = `import { runtimeZip } from ${JSON.stringify(module)}; process.stdout.write(await runtimeZip("runtime"));`;
  const bytes = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: folder,
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  return createHash("sha256").update(bytes).digest("hex");
}
