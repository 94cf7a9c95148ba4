import { build } from "esbuild";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import type { Job, JobRecord, JobTask } from "../../src/core/model/job.js";
import { connectEngine, type EngineOptions } from "../../src/platform/engineClient.js";
import type { EngineRpc } from "../../src/platform/engineConnection.js";
import { followFile } from "../../src/platform/followFile.js";
import { identityOf } from "../../src/platform/processIdentity.js";
import { bundles } from "../../scripts/build/bundles.mjs";
import { silentLog } from "../fakes/silentLog.js";

export type EngineConnection = EngineRpc;

const root = path.join(import.meta.dirname, "../..");
const testBundle = path.join(root, "out/test", `engine-${process.pid}.js`);
let bundled: Promise<unknown> | undefined;

// Real processes, on machines that do other things as well.
vi.setConfig({ testTimeout: 60_000 });

/** A folder with an engine of its own, from the sources as they are. It is stopped, with all that it runs, when the test ends. */
export class EngineFixture {
  readonly folder = mkdtempSync(path.join(tmpdir(), "engine-test-"));
  readonly base = path.join(this.folder, ".air-executor");
  private readonly connections: EngineConnection[] = [];

  static async make(): Promise<EngineFixture> {
    const { entryPoints, ...options } = bundles.find(({ outfile }) => outfile === "dist/engine.js") ?? {};
    bundled ??= build({
      ...options,
      entryPoints: entryPoints ?? [],
      absWorkingDir: root,
      outfile: testBundle,
      bundle: true,
      logLevel: "warning",
    });
    await bundled;
    const fixture = new EngineFixture();
    onTestFinished(() => fixture.dispose());
    return fixture;
  }

  async connect(
    options: { readonly idle?: number; readonly grace?: number; readonly operators?: number } = {},
  ): Promise<EngineConnection> {
    const connection = await connectEngine({ ...this.options, ...options });
    this.connections.push(connection);
    return connection;
  }

  get options(): EngineOptions {
    return {
      folder: this.folder,
      engineBundle: testBundle,
      nodePath: process.execPath,
      dataFolder: path.join(this.folder, "data", "aqueduct"),
      grace: 300,
      operators: 8, // What the tests start together, on machines of two cores too.
      log: silentLog,
    };
  }

  job(name: string, tasks: readonly Partial<JobTask>[], parallel = 4): Job {
    const whole = tasks.map((task, index) => ({
      id: `t${index + 1}`,
      dependencies: [],
      command: "/bin/sh",
      args: [],
      cwd: this.folder,
      environment: {},
      operator: null,
      ...task,
    }));
    return { format: 1, name, folder: this.folder, run: null, tasks: whole, parallel };
  }

  file(...names: readonly string[]): string {
    return path.join(this.folder, ...names);
  }

  read(...names: readonly string[]): string {
    return readFileSync(this.file(...names), "utf8");
  }

  remove(file: string): void {
    rmSync(file);
  }

  /** Resolves once a file holds a text that somebody is writing. */
  async waitFor(file: string, text: string): Promise<void> {
    await vi.waitFor(() => expect(existsSync(file)).toBe(true), { timeout: 10_000, interval: 10 });
    const end = new AbortController();
    let all = "";
    for await (const piece of followFile(file, end.signal)) {
      all += piece;
      if (all.includes(text)) end.abort();
    }
  }

  json(...names: readonly string[]): unknown {
    return JSON.parse(this.read(...names));
  }

  /** The daemon that is named in `engine.json`. */
  get daemonPid(): number {
    return (this.json(".air-executor", ".engine", "engine.json") as { readonly pid: number }).pid;
  }

  /** Kills the daemon as a crash would; resolves once it is gone. */
  async killDaemon(engine: EngineConnection): Promise<void> {
    process.kill(this.daemonPid, "SIGKILL");
    await engine.closed;
  }

  attempt(job: string, task: string, attempt = 1): string {
    return path.join(this.base, "jobs", job, ".engine", "attempts", task, String(attempt));
  }

  private async dispose(): Promise<void> {
    for (const connection of this.connections) connection.close();
    const engine = await this.connect();
    await engine.request("stop", { running: "cancel" });
    await engine.closed;
    rmSync(this.folder, { recursive: true });
  }
}

export async function submit(
  engine: EngineConnection,
  job: Job,
  secrets: Readonly<Record<string, string>> = {},
): Promise<void> {
  await engine.request("submit", { job, secrets, environment: { PATH: process.env["PATH"] ?? "" } });
}

/** The records of a job up to the first that `stop` wants; by default its end. */
export async function recordsUntil(
  engine: EngineConnection,
  job: string,
  stop: (record: JobRecord) => boolean = ({ type }) => type === "finished",
): Promise<readonly JobRecord[]> {
  const records: JobRecord[] = [];
  for await (const { record } of engine.records({ job, from: 1 })) {
    records.push(record);
    if (stop(record)) break;
  }
  return records;
}

export function started(task: string): (record: JobRecord) => boolean {
  return (record) => record.type === "started" && record.task === task;
}

export function isAliveNow(pid: number): boolean {
  return identityOf(pid) !== undefined;
}

export function outcomes(records: readonly JobRecord[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    records.flatMap((record): readonly (readonly [string, string])[] => {
      if (record.type === "ended") return [[record.task, record.outcome]];
      return record.type === "upstreamFailed" || record.type === "cancelled" ? [[record.task, record.type]] : [];
    }),
  );
}

export function runShell(script: string, more: Partial<JobTask> = {}): Partial<JobTask> {
  return { args: ["-c", script], ...more };
}
