import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { nodeClock } from "../platform/clock.js";
import { userDataFolder } from "../platform/userData.js";
import { nodeHash } from "../platform/hash.js";
import { lineLog } from "../platform/log.js";
import { everybodysTrust, userTrust } from "../platform/trustedFolders.js";
import { startEngine } from "./engine.js";

// `node engine.js --base <folder>/.air-executor`: the local engine of one folder. It says one line on stdout, and logs to stderr.
void main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      base: { type: "string" },
      idle: { type: "string", default: "60000" },
      data: { type: "string", default: userDataFolder() },
      grace: { type: "string", default: "5000" },
      operators: { type: "string", default: process.env["AQUEDUCT_MAX_OPERATORS"] ?? "" },
      trusted: { type: "boolean", default: false },
    },
  });
  if (values.base === undefined) {
    process.stderr.write("Say whose jobs are run: --base <folder>/.air-executor\n");
    process.exit(2);
  }

  const world = {
    clock: nodeClock,
    hash: nodeHash,
    random: { uuid: () => randomUUID() },
    log: lineLog(
      (line) => process.stderr.write(line),
      () => nodeClock.now(),
    ),
    grace: Number(values.grace),
    operators: operatorsOf(values.operators),
  };
  // Whoever started us waits for this word, then goes away and closes the pipe.
  process.stdout.on("error", () => undefined);
  const engine = await startEngine(
    {
      base: path.resolve(values.base),
      idle: Number(values.idle),
      dataFolder: values.data,
      trust: values.trusted ? everybodysTrust : userTrust,
    },
    world,
  ).catch((error: unknown) => {
    world.log.error("not started", error);
    process.stdout.write(`${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`, () =>
      process.exit(1),
    );
    return new Promise<undefined>(() => undefined);
  });
  process.stdout.write(`${JSON.stringify(engine === undefined ? { held: true } : { ready: true })}\n`);
  if (engine !== undefined) {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => engine.stop("leave"));
    await engine.ended;
  }
  // Adopted tasks are watched by timers that would keep us; they go on without us.
  process.exit(0);
}

/** As many as there are cores where nothing else is said that makes sense. */
function operatorsOf(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : availableParallelism();
}
