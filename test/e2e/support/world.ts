import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { clientOf } from "../../../scripts/testbed/s3.mjs";
import { testPython } from "../../../scripts/testbed/testPython.mjs";
import { aqueduct, type Place } from "./cli.js";
import { ask } from "./services/client.js";
import { accessKeyId } from "./services/contract.js";

const execute = promisify(execFile);

/** What must be found nowhere. */
interface Canaries {
  readonly airflowPassword: string;
  readonly storeSecret: string;
}

/** A person's machine: a workspace with the porting example, its demo database, and the servers that it is connected to. */
export type World = Awaited<ReturnType<typeof makeWorld>>;

/** Borrows the Airflow and makes a bucket of its own in the S3 server; `stop` gives both back and removes its files. */
export async function makeWorld() {
  const root = await mkdtemp(path.join(tmpdir(), "aqueduct-line-"));
  const python = await testPython();
  const { endpoint, secret, home } = await ask("s3", null);
  const shared = await ask("borrowAirflow", null);
  const { database } = shared;
  const canaries: Canaries = { airflowPassword: shared.passwords["admin"] ?? "", storeSecret: secret };
  const s3 = clientOf(endpoint, [accessKeyId, { secret }]);
  const bucket = `wines-${randomBytes(4).toString("hex")}`;
  await s3.createBucket(bucket);
  const airflow = {
    ...shared,
    password: canaries.airflowPassword,
    halt: () => ask("haltAirflow", null),
    resume: () => ask("resumeAirflow", null),
  };
  /** The administrator refuses every build but one. */
  const policy = {
    allowOnly: (build: string) => writeFile(shared.allowedBuild, build.slice(0, 12)),
    lift: () => rm(shared.allowedBuild),
  };
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    LANG: "C.UTF-8",
    AQUEDUCT_AIRFLOW_PASSWORD: canaries.airflowPassword,
    AQUEDUCT_AIRFLOW_ORIGIN: airflow.url,
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
    await ask("returnAirflow", null);
    await rm(root, { recursive: true, force: true });
  };
  return { root, home, python, database, canaries, s3, bucket, airflow, policy, workspace, stop };
}

/** Runs Python with the demo database open as `db` and returns what the expression gives, as JSON. */
export async function queryDatabase(world: World, expression: string): Promise<unknown> {
  const code = `import json, sqlite3, sys; db = sqlite3.connect(sys.argv[1]); print(json.dumps(${expression})); db.commit()`;
  const { stdout } = await execute(world.python, ["-c", code, world.database]);
  return JSON.parse(stdout);
}

/**
 * Rows and digest of a table as a save's manifest must state them, computed by other code than the product's.
 * The digest is of what was given to the database, where SQLite keeps a truth value as a number: a column that is declared BOOLEAN is turned back.
 */
export async function savedDigest(
  world: World,
  table: string,
): Promise<{ readonly rows: number; readonly digest: string }> {
  const code = [
    "import hashlib, json, sqlite3, sys",
    "database = sqlite3.connect(sys.argv[1])",
    // SQLite keeps a boolean as 1 or 0; the digest is that of what was given.
    "types = [column[2] for column in database.execute(f'PRAGMA table_info({sys.argv[2]})')]",
    "given = lambda value, kind: bool(value) if kind == 'BOOLEAN' and value is not None else value",
    "rows = [list(map(given, row, types)) for row in database.execute(f'SELECT * FROM {sys.argv[2]}')]",
    "lines = ''.join(json.dumps(row, separators=(',', ':'), ensure_ascii=False) + '\\n' for row in rows)",
    "print(json.dumps({'rows': len(rows), 'digest': hashlib.sha256(lines.encode()).hexdigest()}))",
  ].join("\n");
  const { stdout } = await execute(world.python, ["-c", code, world.database, table]);
  return JSON.parse(stdout) as { rows: number; digest: string };
}
