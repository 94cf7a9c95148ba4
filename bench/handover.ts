import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Job, JobTask } from "../src/core/model/job.js";
import { connectEngine } from "../src/platform/engineClient.js";
import type { EngineRpc } from "../src/platform/engineConnection.js";
import { lineLog } from "../src/platform/log.js";

export interface HandoverTimes {
  /** Milliseconds from the end of a task to the first act of the one that depends on it, one a round. */
  readonly engine: readonly number[];
  /** The same work by two processes, the second spawned by Node at the first one's exit. */
  readonly bare: readonly number[];
}

/**
 * Measures how long after a task's end its dependent begins, beside bare `spawn`, in interleaved rounds.
 *
 * Each of the two prints the time and ends; what lies between the two times is measured, so the start of the second process is part of it, and no part of the
 * first but its end.
 *
 * @param engineBundle absolute path of `dist/engine.js`
 */
export async function measureHandover(rounds: number, engineBundle: string): Promise<HandoverTimes> {
  const folder = mkdtempSync(path.join(tmpdir(), "handover-"));
  const engine = await connectEngine({
    folder,
    engineBundle,
    nodePath: process.execPath,
    dataFolder: path.join(folder, "data"),
    log: lineLog(
      (line) => process.stderr.write(line),
      () => new Date().toISOString(),
    ),
  });
  try {
    const times = { engine: [] as number[], bare: [] as number[] };
    // One round of each that does not count: files and caches are cold.
    for (let round = 0; round <= rounds; round += 1) {
      const measured = { engine: await throughEngine(engine, folder, `round-${round}`), bare: await bySpawn() };
      if (round === 0) continue;
      times.engine.push(measured.engine);
      times.bare.push(measured.bare);
    }
    return times;
  } finally {
    await engine.request("stop", { running: "cancel" });
    await engine.closed;
    rmSync(folder, { recursive: true });
  }
}

const clock = { command: "date", args: ["+%s%N"] } as const;

async function throughEngine(engine: EngineRpc, folder: string, name: string): Promise<number> {
  const task: JobTask = { id: "first", dependencies: [], ...clock, cwd: folder, environment: {}, operator: null };
  const job: Job = {
    format: 1,
    name,
    folder,
    run: null,
    tasks: [task, { ...task, id: "second", dependencies: ["first"] }],
    parallel: 2,
  };
  await engine.request("submit", { job, secrets: {}, environment: { PATH: process.env["PATH"] ?? "" } });
  for await (const { record } of engine.records({ job: name, from: 1 })) if (record.type === "finished") break;
  const logs = await Promise.all(
    ["first", "second"].map((id) =>
      readFile(path.join(folder, ".air-executor/jobs", name, "logs", `${id}.log`), "utf8"),
    ),
  );
  return between(logs);
}

async function bySpawn(): Promise<number> {
  return between([await printed(), await printed()]);
}

async function printed(): Promise<string> {
  const child = spawn(clock.command, clock.args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
  return text;
}

function between([first = "", second = ""]: readonly string[]): number {
  return Number(BigInt(second.trim()) - BigInt(first.trim())) / 1e6;
}
