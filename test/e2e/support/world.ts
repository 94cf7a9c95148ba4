import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { startAirflow } from "../../../scripts/testbed/airflow.mjs";
import { startS3 } from "../../../scripts/testbed/s3.mjs";
import { testPython } from "../../../scripts/testbed/testPython.mjs";
import { aqueduct, type Place } from "./cli.js";

const execute = promisify(execFile);

export const bucket = "wines";
export const accessKeyId = "AKIAAQUEDUCTTEST";

/** What must be found nowhere. */
export interface Canaries {
  readonly airflowPassword: string;
  readonly storeSecret: string;
}

/** A person's machine: a workspace with the porting example, its demo database, and the servers that it is connected to. */
export type World = Awaited<ReturnType<typeof makeWorld>>;

/** Brings everything up; `stop` ends it and removes its files. */
export async function makeWorld() {
  const root = await mkdtemp(path.join(tmpdir(), "aqueduct-line-"));
  const canaries: Canaries = {
    airflowPassword: `pw-${randomBytes(12).toString("hex")}`,
    storeSecret: `sk-${randomBytes(16).toString("hex")}`,
  };
  const python = await testPython();
  const database = path.join(root, "aqueduct_demo.db");
  await execute(python, [path.resolve("examples/demo/make_demo_database.py"), database]);

  const s3 = await startS3({ users: { [accessKeyId]: { secret: canaries.storeSecret } } });
  await s3.createBucket(bucket);
  const policy = await writePolicy(root);
  const airflow = await startAirflow({
    extraEnv: { PYTHONPATH: policy.folder },
    passwords: { admin: canaries.airflowPassword },
    connections: {
      lake: {
        conn_type: "aws",
        login: accessKeyId,
        password: canaries.storeSecret,
        extra: { endpoint_url: s3.endpoint, region_name: s3.region },
      },
      // Three slashes and one of the path's own: the form in which Airflow keeps a SQLite file.
      aqueduct_demo: { conn_type: "sqlite", host: database },
    },
  });

  const home = path.join(root, "home");
  await mkdir(path.join(home, ".aws"), { recursive: true });
  await writeFile(
    path.join(home, ".aws", "credentials"),
    `[lake]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${canaries.storeSecret}\n`,
    { mode: 0o600 },
  );
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    LANG: "C.UTF-8",
    AQUEDUCT_AIRFLOW_PASSWORD: canaries.airflowPassword,
  };

  const workspaces: Place[] = [];
  /** A workspace of its own with the example in it, connected to everything. */
  const workspace = async (name: string, project: string): Promise<Place> => {
    const cwd = path.join(root, name);
    await cp(path.resolve("examples/porting"), cwd, { recursive: true });
    const resources = {
      aqueduct_demo: { type: "database", url: `sqlite:///${database}` },
      lake: { type: "store", bucket, prefix: "aqueduct", region: s3.region, endpoint: s3.endpoint, profile: "lake" },
      airflow: {
        type: "airflow",
        url: airflow.url,
        username: airflow.username,
        dagFolder: airflow.dagsFolder,
        store: "lake",
      },
    };
    await writeFile(path.join(cwd, "aqueduct.json"), `${JSON.stringify({ project, resources }, undefined, 2)}\n`);
    const place = { cwd, env };
    workspaces.push(place);
    return place;
  };

  const stop = async (): Promise<void> => {
    for (const place of workspaces) await aqueduct(place, "engine", "stop");
    await Promise.all([airflow.stop(), s3.stop()]);
    await rm(root, { recursive: true, force: true });
  };
  return { root, python, database, canaries, s3, airflow, policy, workspace, stop };
}

/**
 * A cluster policy of Airflow's administrator, which refuses every build of ours but the allowed one while its file is there: an import error as a user
 * would meet it, caused on the server and not by anything in the product.
 */
async function writePolicy(root: string): Promise<{
  readonly folder: string;
  readonly allowOnly: (build: string) => Promise<void>;
  readonly lift: () => Promise<void>;
}> {
  const folder = path.join(root, "policy");
  const allowed = path.join(folder, "allowed");
  await mkdir(folder);
  await writeFile(
    path.join(folder, "airflow_local_settings.py"),
    `import os
from airflow.exceptions import AirflowClusterPolicyViolation

def dag_policy(dag):
    builds = [tag for tag in dag.tags if tag.startswith("aqueduct-build:")]
    if builds and os.path.exists(${JSON.stringify(allowed)}):
        with open(${JSON.stringify(allowed)}) as file:
            if builds != ["aqueduct-build:" + file.read()]:
                raise AirflowClusterPolicyViolation("the administrator's policy refuses this build")
`,
  );
  return { folder, allowOnly: (build) => writeFile(allowed, build.slice(0, 12)), lift: () => rm(allowed) };
}

/** Runs Python with the demo database open as `db` and returns what the expression gives, as JSON. */
export async function queryDatabase(world: World, expression: string): Promise<unknown> {
  const code = `import json, sqlite3, sys; db = sqlite3.connect(sys.argv[1]); print(json.dumps(${expression})); db.commit()`;
  const { stdout } = await execute(world.python, ["-c", code, world.database]);
  return JSON.parse(stdout);
}

/** Rows and digest of a table as a save's manifest must state them, computed by other code than the product's. */
export async function savedDigest(
  world: World,
  table: string,
): Promise<{ readonly rows: number; readonly digest: string }> {
  const code = [
    "import hashlib, json, sqlite3, sys",
    "rows = sqlite3.connect(sys.argv[1]).execute(f'SELECT * FROM {sys.argv[2]}').fetchall()",
    "lines = ''.join(json.dumps(list(row), separators=(',', ':'), ensure_ascii=False) + '\\n' for row in rows)",
    "print(json.dumps({'rows': len(rows), 'digest': hashlib.sha256(lines.encode()).hexdigest()}))",
  ].join("\n");
  const { stdout } = await execute(world.python, ["-c", code, world.database, table]);
  return JSON.parse(stdout) as { rows: number; digest: string };
}

/** Changes a file of the workspace by replacing one piece of its text. */
export async function edit(place: Place, file: string, from: string, to: string): Promise<void> {
  const target = path.join(place.cwd, file);
  const text = await readFile(target, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not contain: ${from}`);
  await writeFile(
    target,
    text.replace(from, () => to),
  );
}

/** Resolves once `probe` gives something; asks four times a second, for at most `seconds`. */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined>, seconds = 270): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${seconds} s.`);
    await new Promise((resolve) => setTimeout(resolve, 250)); // Between two questions to a server that has no way to tell us.
  }
}
