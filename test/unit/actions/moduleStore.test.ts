import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ModuleStore } from "../../../src/core/actions/moduleStore.js";
import { nodeFiles } from "../../../src/platform/files.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "modules-"));
});
afterEach(() => rm(folder, { recursive: true }));

// security.md 12: `helper.py -> /dev/zero` took all memory, a FIFO hung the process.
describe("a module that is no file to read", () => {
  it.each<readonly [string, (file: string) => Promise<unknown>, RegExp]>([
    ["a link to a device", (file) => symlink("/dev/zero", file), /helper\.py is not a regular file/],
    ["a pipe", (file) => Promise.resolve(execFileSync("mkfifo", [file])), /helper\.py is not a regular file/],
    [
      "huge",
      async (file) => {
        await writeFile(file, "");
        await truncate(file, 2 ** 40);
      },
      /helper\.py is larger than 4 MB/,
    ],
  ])("%s is told with its name, read once, and keeps no other from being read", async (_, make, words) => {
    await make(path.join(folder, "helper.py"));
    await writeFile(path.join(folder, "other.py"), "x = 1\n");
    const store = new ModuleStore(nodeFiles, await loadPythonParser(), () => undefined);
    const find = store.resolver(folder, folder);
    for (const name of ["helper", "other"]) expect(find(name)).toBeUndefined();
    expect(await store.loadMissing()).toBe(true);
    expect(store.problems(folder, "flow.py")).toMatchObject([
      { code: "module-unreadable", file: "flow.py", line: 1, message: expect.stringMatching(words) as string },
    ]);
    expect(find("other")?.text).toBe("x = 1\n");
    expect(find("helper")).toBeUndefined();
    expect(store.hasMissing).toBe(false);
    store.dispose();
  });
});
