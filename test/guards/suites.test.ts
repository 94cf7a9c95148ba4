import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { sideBySide } from "../../scripts/suites/schedule.mjs";
import {
  failures,
  junitResults,
  mochaResults,
  skippedTests,
  slowest,
  type TestResult,
  testResults,
  vitestResults,
} from "../../scripts/suites/results.mjs";

interface Task {
  readonly name: string;
  readonly needs?: "airflow" | "windows";
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
  const airflow = (name: string): Task => ({ name, needs: "airflow" });
  const windows = (name: string): Task => ({ name, needs: "windows" });
  const plain = (name: string): Task => ({ name });

  it("run one with Airflow and one that opens windows beside one that computes, each of its kind in order", async () => {
    const tasks = [plain("lint"), plain("unit"), airflow("e2e"), windows("window"), windows("integration")];
    const { running, results, end } = stage(tasks);
    expect(names(running)).toEqual(["e2e", "lint", "window"]);
    await end("lint");
    expect(names(running)).toEqual(["e2e", "unit", "window"]);
    await end("window");
    expect(names(running)).toEqual(["e2e", "integration", "unit"]);
    for (const name of ["e2e", "unit", "integration"]) await end(name);
    expect(await results).toEqual(["lint", "unit", "e2e", "window", "integration"]);
  });

  it("never open windows in two suites at once, though a core is free", async () => {
    const { running, results, end } = stage([windows("window"), windows("integration")]);
    expect(names(running)).toEqual(["window"]);
    await end("window");
    expect(names(running)).toEqual(["integration"]);
    await end("integration");
    expect(await results).toEqual(["window", "integration"]);
  });

  it("run those that compute in each lane that has nothing else left", async () => {
    const { running, began, results, end } = stage([plain("lint"), plain("unit"), plain("guards"), plain("wild")]);
    expect(names(running)).toEqual(["guards", "lint", "unit"]);
    await end("unit");
    expect(names(running)).toEqual(["guards", "lint", "wild"]);
    for (const name of ["lint", "guards", "wild"]) await end(name);
    await results;
    expect(began).toEqual(["lint", "unit", "guards", "wild"]);
  });
});

describe("the report of a suite", () => {
  const read = async (text: string, reader: Parameters<typeof testResults>[1]) => {
    const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-results-"));
    try {
      await writeFile(path.join(folder, "report"), text);
      return await testResults([path.join(folder, "report"), path.join(folder, "not-written")], reader);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  it("names its ten slowest tests, the slowest first", async () => {
    const tests = Array.from({ length: 12 }, (_, index) => ({
      fullName: `test ${String(index)}`,
      duration: index * 1000,
      status: "passed",
    }));
    const files = [tests.slice(0, 6), tests.slice(6)].map((assertionResults) => ({ assertionResults }));
    const lines = slowest(await read(JSON.stringify({ testResults: files }), vitestResults));
    expect(lines).toHaveLength(10);
    expect(lines[0]?.trim()).toBe("11.0 s  test 11");
    expect(lines[9]?.trim()).toBe("2.0 s  test 2");
  });

  it("is read from what mocha and pytest write", async () => {
    expect(
      slowest(await read('{ "stats": {}, "tests": [{ "fullTitle": "a run ends", "duration": 1500 }] }', mochaResults)),
    ).toEqual(["       1.5 s  a run ends"]);
    expect(
      slowest(
        await read(
          '<testsuite tests="1"><testcase classname="values.test_a" name="test_b" time="0.250" /></testsuite>',
          junitResults,
        ),
      ),
    ).toEqual(["       0.3 s  values.test_a test_b"]);
  });

  it("names what failed in vitest and why, and a file that did not load", async () => {
    const testResults = [
      {
        name: "/a.test.ts",
        status: "failed",
        assertionResults: [
          { fullName: " a holds", status: "passed", duration: 1 },
          { fullName: " b holds", status: "failed", failureMessages: ["\u001b[31mexpected 1\u001b[39m\n  at b"] },
        ],
      },
      { name: "/broken.test.ts", status: "failed", message: "no such module", assertionResults: [] },
    ];
    expect(failures(await read(JSON.stringify({ testResults }), vitestResults))).toEqual([
      "b holds",
      "    expected 1",
      "      at b",
      "/broken.test.ts",
      "    no such module",
    ]);
  });

  it("names what failed in mocha, hooks included, and in pytest", async () => {
    const failed = { fullTitle: 'a "before each" hook', err: { message: "it timed out" } };
    expect(failures(await read(JSON.stringify({ tests: [], failures: [failed] }), mochaResults))).toEqual([
      'a "before each" hook',
      "    it timed out",
    ]);
    const xml =
      '<testcase classname="a" name="good" time="0.1" /><testcase classname="a" name="bad[&lt;x&gt;]" time="0.2">' +
      '<failure message="assert 1 == 2&#10; +  where">the whole trace</failure></testcase>';
    expect(failures(await read(`<testsuite>${xml}</testsuite>`, junitResults))).toEqual([
      "a bad[<x>]",
      "    assert 1 == 2",
      "     +  where",
    ]);
  });

  it("names what was skipped, by whatever runner", async () => {
    const skipped = { fullTitle: "a is skipped" };
    const mocha = JSON.stringify({ tests: [skipped, { fullTitle: "b holds" }], pending: [skipped], failures: [] });
    const assertionResults = ["passed", "skipped", "pending", "todo"].map((status) => ({ fullName: status, status }));
    const vitest = JSON.stringify({ testResults: [{ name: "/a.test.ts", status: "passed", assertionResults }] });
    const pytest = `<testsuite><testcase classname="a" name="good" time="0.1" />
      <testcase classname="a" name="left" time="0.1"><skipped type="pytest.skip" message="not here" /></testcase></testsuite>`;
    expect(skippedTests(await read(mocha, mochaResults))).toEqual(["a is skipped"]);
    expect(skippedTests(await read(vitest, vitestResults))).toEqual(["skipped", "pending", "todo"]);
    expect(skippedTests(await read(pytest, junitResults))).toEqual(["a left"]);
  });

  it("is written by what runs inside VS Code, with tests and hooks that failed; there too, no test shuts out its neighbours", async () => {
    const suite = `
      it("holds", () => {});
      it("breaks", () => { throw new Error("it broke"); });
      describe("hooked", () => { before(() => { throw new Error("no hook"); }); it("never runs", () => {}); });`;
    expect(failures(await inExtensionHost(suite))).toEqual([
      "breaks",
      "    it broke",
      'hooked "before all" hook for "never runs"',
      "    no hook",
    ]);
    await expect(
      inExtensionHost('it.only("alone", () => {}); it("breaks", () => { throw new Error(); });'),
    ).rejects.toThrow("forbidden");
  });

  it("names what left a file unsaved inside VS Code, once", async () => {
    const suite = `
      const { workspace } = require("vscode");
      const left = { isDirty: true, uri: { scheme: "file" }, fileName: "/w/flow.py" };
      it("edits", () => { workspace.textDocuments.push(left, { ...left, uri: { scheme: "untitled" } }); });
      it("holds", () => {});`;
    expect(failures(await inExtensionHost(suite))).toEqual([
      "edits leaves flow.py unsaved",
      "    VS Code could not save it. Save or revert it in the test.",
    ]);
  });

  it("shows how a long failure begins", () => {
    const failure = Array.from({ length: 20 }, (_, index) => `line ${String(index)}`).join("\n");
    const lines = failures([{ name: "a", milliseconds: 0, failure }]);
    expect(lines.slice(0, 2)).toEqual(["a", "    line 0"]);
    expect(lines.at(-1)).toBe("    …");
    expect(lines).toHaveLength(10);
  });
});

/** As much of VS Code as is asked what is unsaved; reverting a file saves it. */
const vscode = `
  const workspace = { textDocuments: [] };
  const window = { showTextDocument: (document) => { document.isDirty = false; } };
  module.exports = { workspace, window, commands: { executeCommand: () => undefined } };`;

/** What the file that VS Code loads reports of a test file. */
async function inExtensionHost(suite: string): Promise<readonly TestResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-mocha-"));
  try {
    const report = path.join(folder, "report.json");
    await writeFile(path.join(folder, "planted.test.js"), suite);
    const modules = path.join(folder, "modules");
    await mkdir(path.join(modules, "vscode"), { recursive: true });
    await writeFile(path.join(modules, "vscode", "index.js"), vscode);
    const run = `require(${JSON.stringify(path.resolve("scripts/suites/mochaInExtensionHost.cjs"))}).run().catch((error) => {
      if (!/tests failed/.test(error.message)) throw error;
    })`;
    const env = {
      ...process.env,
      AQUEDUCT_TESTS: folder,
      AQUEDUCT_TEST_REPORT: report,
      AQUEDUCT_TEST_PATIENCE: "100",
      NODE_PATH: modules,
    };
    await promisify(execFile)(process.execPath, ["-e", run], { env });
    return await testResults([report], mochaResults);
  } finally {
    await rm(folder, { recursive: true });
  }
}
