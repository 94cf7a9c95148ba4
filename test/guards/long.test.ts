import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestOf } from "../../scripts/long/digest.mjs";
import { complaints, readResult, type Entry, type LongResult } from "../../scripts/long/result.mjs";
import { tables } from "../../scripts/long/tables.mjs";
import { root } from "./support/repository.js";

describe("the long tables", () => {
  it("were run, without a failure, since anything that they cover changed", async () => {
    expect(await complaints(root, tables, await readResult(root))).toEqual([]);
  });

  it("have names of their own", () => {
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
  });
});

describe("a planted change", () => {
  const covers = ["src/core/jobs", "test/unit/jobs/react.test.ts"];
  const table = { name: "jobs", covers };
  const because = `was run before something of this changed: ${covers.join(", ")}. Run: npm run test:long -- jobs`;
  let copy = "";
  let result: LongResult = {};

  beforeEach(async () => {
    copy = await mkdtemp(path.join(tmpdir(), "aqueduct-long-"));
    for (const cover of covers) await cp(path.join(root, cover), path.join(copy, cover), { recursive: true });
    result = { jobs: await entry() };
  });
  afterEach(() => rm(copy, { recursive: true }));

  async function entry(more: Partial<Entry> = {}): Promise<Entry> {
    const covered = await digestOf(copy, covers);
    return {
      commit: "0",
      ranAt: "2026-11-21T01:23:00Z",
      passed: 20,
      failed: 0,
      skipped: 0,
      minutes: 1,
      covered,
      ...more,
    };
  }

  const said = (): Promise<readonly string[]> => complaints(copy, [table], result);

  it("is needed: a copy of what was tried is fine, wherever it lies", async () => {
    expect(await digestOf(copy, covers)).toBe(await digestOf(root, covers));
    expect(await said()).toEqual([]);
  });

  it.each([
    ["a file that it covers", () => writeFile(path.join(copy, "src/core/jobs/react.ts"), "// changed\n")],
    ["a new file", () => writeFile(path.join(copy, "src/core/jobs/more.ts"), "")],
    ["a file that is gone", () => rm(path.join(copy, "src/core/jobs/status.ts"))],
    ["a test of the table", () => writeFile(path.join(copy, "test/unit/jobs/react.test.ts"), "// changed\n")],
  ])("in %s names the table and the command", async (_, change) => {
    await change();
    expect(await said()).toEqual([`The long table "jobs" ${because}`]);
  });

  it("of what it does not cover says nothing, nor do Python's caches", async () => {
    await writeFile(path.join(copy, "src/core/other.ts"), "");
    await mkdir(path.join(copy, "src/core/jobs/__pycache__"));
    await writeFile(path.join(copy, "src/core/jobs/__pycache__/x.pyc"), "");
    expect(await said()).toEqual([]);
  });

  it("that moves text from one file to the next is one", async () => {
    await writeFile(path.join(copy, "src/core/jobs/a.ts"), "ab");
    await writeFile(path.join(copy, "src/core/jobs/b.ts"), "c");
    result = { jobs: await entry() };
    await writeFile(path.join(copy, "src/core/jobs/a.ts"), "a");
    await writeFile(path.join(copy, "src/core/jobs/b.ts"), "bc");
    expect(await said()).toHaveLength(1);
  });

  it("in the result is seen: a table that failed, was never run, or is there no longer", async () => {
    result = { jobs: await entry({ failed: 2 }) };
    expect(await said()).toEqual([
      'The long table "jobs" had 2 failed when it was run last. Run: npm run test:long -- jobs',
    ]);
    result = {};
    expect(await said()).toEqual(['The long table "jobs" was never run. Run: npm run test:long -- jobs']);
    result = { jobs: await entry(), old: await entry() };
    expect(await said()).toEqual([
      'There is no long table "old", which test/long/result.json lists. Run: npm run test:long',
    ]);
  });

  it("of a folder's name is an error, not a table that covers nothing", async () => {
    await rm(path.join(copy, "src/core/jobs"), { recursive: true });
    await expect(said()).rejects.toThrow("src/core/jobs");
  });
});
