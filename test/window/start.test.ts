import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, stillPage } from "../../scripts/testbed/browser.mjs";
import { endGroup, isAlive } from "../../scripts/testbed/processes.mjs";
import { isFree } from "../../scripts/testbed/waiting.mjs";
import { aqueduct, expectExit } from "../e2e/support/cli.js";

interface Start {
  readonly process: ChildProcess;
  /** Everything that it has written so far. */
  readonly output: () => string;
  /** Waits for a line that fits; fails where the command ends before. */
  readonly line: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | NodeJS.Signals>;
  /** What Ctrl-C in a terminal does: SIGINT to npm and to what it runs. */
  readonly interrupt: () => void;
}

const mark = `AQUEDUCT_TEST_MARK=start-${process.pid}`;
const started: Start[] = [];
let folder: string;
let ports: readonly [number, number, number];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "aqueduct-start-"));
  ports = await threeFreePorts();
});

afterEach(async () => {
  for (const { process: child } of started.splice(0))
    if (child.pid !== undefined) await endGroup(child.pid, "everyone", 20_000);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** `npm run test:long -- start` starts an Airflow too, which takes a core for a minute. */
const withAirflow = process.env["AQUEDUCT_WHOLE"] === "1";

describe("npm start", () => {
  it("says what it takes when it is given something else", async () => {
    const start = npmStart("--", "--airfow");
    expect(await start.ended).toBe(2);
    expect(start.output()).toContain("does not know --airfow");
  });

  it("names a port that is taken, and how to choose others", async () => {
    const taken = createServer().listen(ports[0], "127.0.0.1");
    const start = npmStart();
    expect(await start.ended).toBe(1);
    expect(start.output()).toMatch(
      new RegExp(`Port ${ports[0]} of 127\\.0\\.0\\.1 is taken.*AQUEDUCT_START_PORT=`, "u"),
    );
    await new Promise((resolve) => taken.close(resolve));
  });

  it("opens the sample with the extension and its servers, ends all of it on Ctrl-C, and can be run again at once", async () => {
    const first = npmStart(...(withAirflow ? ["--", "--airflow"] : []));
    const [, url = ""] = await first.line(/the sample: {2}(http\S+)/u);
    await first.line(/Ctrl-C/u);
    await seeSample(url);
    if (withAirflow) {
      const [, airflow = ""] = await first.line(/Airflow [\d.]+: {2}(http\S+)/u);
      expect((await fetch(`${airflow}/api/v2/monitor/health`)).status).toBe(200);
    }

    const sample = path.join(folder, "sample");
    expectExit(
      await aqueduct({ cwd: sample, env: { PATH: process.env["PATH"] ?? "", HOME: folder } }, "run", "level3.py"),
      0,
    );
    const engine = JSON.parse(await readFile(path.join(sample, ".air-executor/.engine/engine.json"), "utf8")) as {
      pid: number;
    };
    expect(isAlive(engine.pid)).toBe(true);

    first.interrupt();
    await first.ended;
    expect(isAlive(engine.pid)).toBe(false);
    expect(await processesWithMark()).toEqual([]);
    expect(await Promise.all(ports.map(isFree))).toEqual([true, true, true]);

    const second = npmStart();
    await second.line(/Ctrl-C/u);
    const { resources } = JSON.parse(await readFile(path.join(sample, "aqueduct.json"), "utf8")) as {
      resources: object;
    };
    expect(Object.keys(resources)).toEqual(["aqueduct_demo"]);
    second.interrupt();
    await second.ended;
    expect(await processesWithMark()).toEqual([]);
  }, 480_000);
});

function npmStart(...args: readonly string[]): Start {
  const [name = "", value = ""] = mark.split("=");
  const env = {
    ...process.env,
    [name]: value,
    AQUEDUCT_SAMPLE: path.join(folder, "sample"),
    AQUEDUCT_START_PORT: String(ports[0]),
  };
  const child = spawn("npm", ["start", ...args], { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (text) => {
      lines.push(text);
      for (const look of [...waiting]) look();
    });
  }
  const output = (): string => lines.join("\n");
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once("close", (code, signal) => resolve(code ?? signal ?? 0)),
  );
  const line = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(output());
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void ended.then((how) => reject(new Error(`npm start ended (${how}):\n${output()}`)));
    });
  const interrupt = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
  };
  const start = { process: child, output, line, ended, interrupt };
  started.push(start);
  return start;
}

/** Opens the window as a person would, and waits for the workflow file and the button that the extension puts on it. */
async function seeSample(url: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await stillPage(browser);
    await page.goto(url);
    // Airflow's pages stay blank where code-server opens them under a path of its own.
    const settings = await page.locator("#vscode-workbench-web-configuration").getAttribute("data-settings");
    expect(settings).toContain('"proxyEndpointTemplate":""');
    await page
      .locator(".explorer-folders-view .monaco-list-row", { hasText: "level3.py" })
      .dblclick({ timeout: 120_000 });
    await page.locator('a[aria-label*="Show Workflow Graph"]').first().waitFor({ timeout: 90_000 });
  } finally {
    await browser.close();
  }
}

async function threeFreePorts(): Promise<readonly [number, number, number]> {
  for (let first = 20_000 + (process.pid % 20_000); ; first += 3) {
    const three = [first, first + 1, first + 2] as const;
    if ((await Promise.all(three.map(isFree))).every(Boolean)) return three;
  }
}

/** Command lines of the processes that stem from a start of this test: all of them inherit its mark, but for those that get an environment of their own. */
async function processesWithMark(): Promise<readonly string[]> {
  const found = [];
  for (const pid of (await readdir("/proc")).filter((entry) => /^\d+$/u.test(entry))) {
    const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => ""); // ended while we looked
    if (environment.split("\0").includes(mark) && isAlive(Number(pid)))
      found.push(await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => pid));
  }
  return found;
}
