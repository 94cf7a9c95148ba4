// @ts-check
/** The local engine that works on the sample, and the tasks that it runs: they are made to outlive the editor, not `npm start`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { endGroup, endProcess, identity } from "../testbed/processes.mjs";

const graceMilliseconds = 5_000;

/**
 * Ends them all: first the engine, so that it starts nothing more.
 *
 * @param {string} workspace
 */
export async function endEngine(workspace) {
  const folder = path.join(workspace, ".air-executor");
  const engine = living(path.join(folder, ".engine", "engine.json"));
  if (engine) await endProcess(engine.pid, graceMilliseconds);
  const tasks = recordsNamed("pid.json", path.join(folder, "jobs"))
    .map(living)
    .filter((task) => task !== undefined);
  await Promise.all(tasks.map(({ pid, processGroup = pid }) => endGroup(processGroup, "everyone", graceMilliseconds)));
}

/**
 * @param {string} name
 * @param {string} folder
 */
function recordsNamed(name, folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === name)
    .map((file) => path.join(folder, file));
}

/**
 * The process that a record of the engine names, if it is still that very process and not a later one with its number.
 *
 * @param {string} record
 * @returns {{ pid: number, processGroup?: number } | undefined}
 */
function living(record) {
  if (!existsSync(record)) return undefined;
  /** @type {{ pid: number, startTime: string, bootId: string, processGroup?: number }} */
  const written = JSON.parse(readFileSync(record, "utf8"));
  const now = identity(written.pid);
  return now && now.startTime === written.startTime && now.bootId === written.bootId ? written : undefined;
}
