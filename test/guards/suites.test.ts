import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sideBySide } from "../../scripts/suites/schedule.mjs";
import { junitTimes, mochaTimes, slowestTests, vitestTimes } from "../../scripts/suites/slowest.mjs";

interface Task {
  readonly name: string;
  readonly needs?: "windows";
}

/** Suites that end when the test says so, and a note of those that are under way. */
function stage(tasks: readonly Task[]) {
  const running = new Map<string, () => void>();
  const began: string[] = [];
  const results = sideBySide(tasks, ({ name }) => {
    began.push(name);
    return new Promise<string>((resolve) => running.set(name, () => resolve(name)));
  });
  const end = async (name: string): Promise<void> => {
    running.get(name)?.();
    running.delete(name);
    await new Promise(setImmediate);
  };
  return { running, began, results, end };
}

const names = (running: ReadonlyMap<string, unknown>): readonly string[] => [...running.keys()].sort();

describe("suites side by side", () => {
  const windows = (name: string): Task => ({ name, needs: "windows" });
  const plain = (name: string): Task => ({ name });

  it("run one that opens windows beside one that does not, each of its kind in order", async () => {
    const { running, results, end } = stage([plain("lint"), plain("unit"), windows("e2e"), windows("integration")]);
    expect(names(running)).toEqual(["e2e", "lint"]);
    await end("lint");
    expect(names(running)).toEqual(["e2e", "unit"]);
    await end("e2e");
    expect(names(running)).toEqual(["integration", "unit"]);
    await end("unit");
    await end("integration");
    expect(await results).toEqual(["lint", "unit", "e2e", "integration"]);
  });

  it("never open windows in two suites at once, though a core is free", async () => {
    const { running, results, end } = stage([windows("e2e"), windows("integration")]);
    expect(names(running)).toEqual(["e2e"]);
    await end("e2e");
    expect(names(running)).toEqual(["integration"]);
    await end("integration");
    expect(await results).toEqual(["e2e", "integration"]);
  });

  it("run two that compute at once where no windows are left to open", async () => {
    const { running, began, results, end } = stage([plain("lint"), plain("unit"), plain("guards")]);
    expect(names(running)).toEqual(["lint", "unit"]);
    await end("unit");
    expect(names(running)).toEqual(["guards", "lint"]);
    await end("lint");
    await end("guards");
    await results;
    expect(began).toEqual(["lint", "unit", "guards"]);
  });
});

describe("the slowest tests of a suite", () => {
  const shown = async (text: string, read: Parameters<typeof slowestTests>[1]): Promise<readonly string[]> => {
    const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-slowest-"));
    try {
      await writeFile(path.join(folder, "report"), text);
      return await slowestTests([path.join(folder, "report"), path.join(folder, "not-written")], read);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  it("come first, ten of them, from several files", async () => {
    const tests = Array.from({ length: 12 }, (_, index) => ({
      fullName: `test ${String(index)}`,
      duration: index * 1000,
    }));
    const files = [tests.slice(0, 6), tests.slice(6)].map((assertionResults) => ({ assertionResults }));
    const lines = await shown(JSON.stringify({ testResults: files }), vitestTimes);
    expect(lines).toHaveLength(10);
    expect(lines[0]?.trim()).toBe("11.0 s  test 11");
    expect(lines[9]?.trim()).toBe("2.0 s  test 2");
  });

  it("are read from what mocha and pytest write", async () => {
    expect(
      await shown('{ "stats": {}, "tests": [{ "fullTitle": "a run ends", "duration": 1500 }] }', mochaTimes),
    ).toEqual(["       1.5 s  a run ends"]);
    expect(
      await shown(
        '<testsuite tests="1"><testcase classname="values.test_a" name="test_b" time="0.250" /></testsuite>',
        junitTimes,
      ),
    ).toEqual(["       0.3 s  values.test_a test_b"]);
  });
});
