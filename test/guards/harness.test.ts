import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, watch } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { countByReport, junitCounts, mochaCounts, vitestCounts } from "../../scripts/suites/reports.mjs";
import type { Counts } from "../../scripts/suites/suite.mjs";
import { isAlive } from "../../scripts/testbed/processes.mjs";

const execute = promisify(execFile);
const testbed = path.resolve("scripts/testbed");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "aqueduct-harness-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("what npm test counts", () => {
  const report = (): string => path.join(folder, "report.json");
  const writing = (text: string, exitCode: number) => async (): Promise<number> => {
    await writeFile(report(), text);
    return exitCode;
  };
  const mocha = (passes: number, failures: number): string =>
    JSON.stringify({ stats: { passes, failures, pending: 0 } });

  const said: string[] = [];
  const count = (file: string, runner: () => Promise<number>): Promise<Counts> =>
    countByReport(file, runner, mochaCounts, (line) => said.push(line));
  afterEach(() => said.splice(0));

  it("takes passed and failed from the report", async () => {
    expect(await count(report(), writing(mocha(3, 2), 1))).toEqual({
      passed: 3,
      failed: 2,
      skipped: 0,
    });
  });

  it("counts a runner that fails though every test passed as a failure", async () => {
    expect(await count(report(), writing(mocha(3, 0), 1))).toMatchObject({ passed: 3, failed: 1 });
    expect(said).toEqual(["  exit code 1 though every test passed: counted as a failure"]);
  });

  it("counts a runner that ran nothing as a failure", async () => {
    expect(await count(report(), writing(mocha(0, 0), 0))).toMatchObject({ failed: 1 });
  });

  it("counts a runner that wrote no report as a failure, whatever an earlier one wrote", async () => {
    await writeFile(report(), mocha(9, 0));
    expect(await count(report(), () => Promise.resolve(0))).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });

  it("counts a test file that does not load", () => {
    const text = JSON.stringify({
      numPassedTests: 1,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "passed", assertionResults: [{ status: "passed" }] },
      ],
    });
    expect(vitestCounts(text)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it("reads what pytest writes", () => {
    expect(
      junitCounts(
        '<testsuites name="a"><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="1">',
      ),
    ).toEqual({ passed: 4, failed: 3, skipped: 3 });
  });
});

describe("the cache of what is dear to install", () => {
  const ensure = async (make: string): Promise<string> => {
    const script = `import { ensureCached } from ${JSON.stringify(path.join(testbed, "cache.mjs"))};
      import { existsSync, writeFileSync } from "node:fs";
      console.log(await ensureCached("thing", ["1"], async (folder) => { ${make} }));`;
    const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", script], {
      env: { ...process.env, AQUEDUCT_DEV_CACHE: path.join(folder, "cache") },
    });
    return stdout.trim();
  };

  it("makes anew what was interrupted, and only that", async () => {
    await expect(
      ensure('writeFileSync(folder + "/half", ""); process.kill(process.pid, "SIGKILL");'),
    ).rejects.toMatchObject({ signal: "SIGKILL" });
    const made = await ensure(
      'if (existsSync(folder + "/half")) throw new Error("not empty"); writeFileSync(folder + "/whole", "first");',
    );
    expect(await ensure('writeFileSync(folder + "/whole", "second");')).toBe(made);
    expect(await readFile(path.join(made, "whole"), "utf8")).toBe("first");
  });
});

describe("a server of the harness", () => {
  it("ends with what left its group and stayed in its session, as a task of Airflow does", async () => {
    const file = path.join(folder, "stray");
    const changes = watch(folder);
    const { startGroup } = await import("../../scripts/testbed/processGroup.mjs");
    // With job control each job leads a group of its own.
    const group = await startGroup(
      "server",
      "bash",
      [
        "-c",
        `set -m; (trap '' TERM; echo $BASHPID > ${file}.part; mv ${file}.part ${file}; while :; do sleep 1; done) & wait`,
      ],
      {
        env: process.env,
        logFile: path.join(folder, "stray.log"),
        graceMilliseconds: 100,
      },
    );
    while (!existsSync(file)) await once(changes, "change");
    changes.close();
    const stray = Number(await readFile(file, "utf8"));
    expect(isAlive(stray)).toBe(true);
    await group.stop();
    expect(isAlive(stray)).toBe(false);
  }, 60_000);

  it("ends with the program that started it, with all its children and its folder, even when that is killed", async () => {
    const home = path.join(folder, "home");
    const script = `import { startGroup } from ${JSON.stringify(path.join(testbed, "processGroup.mjs"))};
      import { keepFolder } from ${JSON.stringify(path.join(testbed, "keeper.mjs"))};
      keepFolder(${JSON.stringify(home)});
      const group = await startGroup("server", "sh", ["-c", "trap '' TERM; sleep 600 & sleep 600"], { env: process.env, logFile: ${JSON.stringify(path.join(home, "log"))}, graceMilliseconds: 100 });
      console.log(group.pid, process.env.AQUEDUCT_KEEPERS);`;
    const keepers = await mkdtemp(path.join(folder, "keepers-"));
    const program = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, AQUEDUCT_KEEPERS: keepers },
    });
    const [line] = (await once(createInterface({ input: program.stdout }), "line")) as [string];
    const group = Number(line.split(" ")[0]);
    expect(isAlive(group)).toBe(true);
    program.kill("SIGKILL");

    const { keepersDone } = await import("../../scripts/testbed/keeper.mjs");
    await keepersDone(keepers);
    expect(isAlive(group)).toBe(false);
    expect(existsSync(home)).toBe(false);
  }, 60_000);
});
