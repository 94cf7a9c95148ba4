import { spawn } from "node:child_process";
import { cp, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseParameters } from "../../../src/cli/terminal.js";
import type { BuiltFile } from "../../../src/core/index.js";
import type { OperatorState, RunState } from "../../../src/core/model/run.js";
import { confOf as toConf } from "../../../src/core/runs/conf.js";
import { type CheckedParameters, checkParameters } from "../../../src/core/runs/parameters.js";
import { blobsOf, putBuild } from "../../../src/core/store/builds.js";
import { readAttempts } from "../../../src/core/store/runs.js";
import { folderStore } from "../../../src/platform/folderStore.js";
import { asAnotherUser } from "./anotherUser.js";
import { execute, type Places } from "./places.js";
import type { Prepared } from "./prepared.js";
import { seenOperator, type SeenRun } from "./seen.js";

interface WorkerAnswer {
  readonly user: number;
  readonly folder: string;
  readonly runs: Readonly<Record<string, WorkerRun>>;
}

interface WorkerRun {
  readonly refused?: string;
  readonly rid?: string;
  readonly life?: string;
  readonly states?: Readonly<Record<string, OperatorState>>;
}

/** Runs the builds of a case as a worker does: their records and blobs alone, in an empty folder, as a user who has nothing else. */
export async function runFromBlobs(places: Places, prepared: Prepared): Promise<ReadonlyMap<string, SeenRun>> {
  const { built, name } = prepared;
  if (built.length === 0) return new Map();
  const folder = path.join(places.root, "blobs", name);
  for (const each of ["store", "empty", "temporary", "home"]) await mkdir(path.join(folder, each), { recursive: true });
  for (const { file } of built) await copyBuild(file, path.join(folder, "store"));
  const database = path.join(folder, "demo.db");
  if (prepared.database !== undefined) await cp(prepared.database, database);
  const given = built.map(({ file, expected }) => ({ file, conf: confOf(file, expected.param ?? []) }));
  const asked = {
    store: path.join(folder, "store"),
    answer: path.join(folder, "answer.json"),
    database,
    runs: given.flatMap(({ file, conf }) => (conf.ok ? [{ spec: specOf(file), conf: conf.values }] : [])),
  };
  await runWorker(places, folder, JSON.stringify(asked));
  const answer = JSON.parse(await readFile(asked.answer, "utf8")) as WorkerAnswer;
  const runs = given.map(async ({ file, conf }) => {
    const { workflow } = file.build.record;
    const run = conf.ok ? (answer.runs[workflow] ?? {}) : { refused: conf.errors.join(" ") };
    return [workflow, await seenRun(asked.store, file, run)] as const;
  });
  return new Map(await Promise.all(runs));
}

async function copyBuild({ open, place, build }: BuiltFile, store: string): Promise<void> {
  const blobs = path.join("blobs", "sha256");
  await mkdir(path.join(store, blobs), { recursive: true });
  for (const digest of blobsOf(build.record))
    await cp(path.join(open.storeFolder, blobs, digest), path.join(store, blobs, digest));
  await putBuild(folderStore(store), place, build);
}

/** The conf of a run, or why there is none, as `aqueduct trigger` makes it. */
function confOf({ build }: BuiltFile, param: readonly string[]): CheckedParameters {
  const { operators } = build.record;
  const checked = checkParameters(operators, parseParameters(param));
  return checked.ok ? { ok: true, values: toConf(operators, checked.values) } : checked;
}

function specOf({ open, place, build }: BuiltFile): Readonly<Record<string, unknown>> {
  const { workflow } = build.record;
  return { project: open.project, workflow, key: place.key, target: "airflow", build: build.name, connections: {} };
}

async function runWorker(places: Places, folder: string, asked: string): Promise<void> {
  const { command, args, user } = asAnotherUser(places, folder, [
    "env",
    "-i",
    "PATH=/usr/local/bin:/usr/bin:/bin",
    "LANG=C.UTF-8",
    `HOME=${path.join(folder, "home")}`,
    `TMPDIR=${path.join(folder, "temporary")}`,
    `PYTHONPATH=${path.join(places.shared, "runtime")}`,
    places.python,
    path.join(places.shared, "worker.py"),
  ]);
  await execute("chown", ["-R", `${user}:${user}`, folder]);
  const child = spawn(command, args, { stdio: ["pipe", "ignore", "pipe"] });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  child.stdin.end(asked);
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`The worker ended with ${code ?? "a signal"}. ${complaints}`);
}

async function seenRun(store: string, { open, place, build }: BuiltFile, run: WorkerRun): Promise<SeenRun> {
  const { rid = "", life = "", states = {} } = run;
  if (run.refused !== undefined) return { refused: run.refused, state: "failed", operators: new Map() };
  const { manifests } = await readAttempts(folderStore(store), { project: open.project, key: place.key }, rid, [life]);
  const seen = build.record.operators
    .filter(({ kind }) => kind !== "parameter")
    .map(async ({ id }) => {
      const manifest = manifests.find(({ operator }) => operator === id);
      const state: OperatorState =
        manifest?.check?.passed === false && manifest.status === "succeeded" ? "warning" : (states[id] ?? "unknown");
      return [id, await seenOperator(store, state, manifest)] as const;
    });
  const good = Object.values(states).every((state) => state === "succeeded");
  const state: RunState = good ? "succeeded" : "failed";
  return { state, operators: new Map(await Promise.all(seen)) };
}
