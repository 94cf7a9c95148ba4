import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { startAirflow } from "../../../../scripts/testbed/airflow.mjs";
import { testPython } from "../../../../scripts/testbed/testPython.mjs";
import { askAirflow, type AirflowAccess } from "../airflow.js";
import { eventually } from "../eventually.js";
import type { SharedAirflow, SharedS3 } from "./contract.js";

type Airflow = Awaited<ReturnType<typeof startAirflow>>;

/** One Airflow for all files, empty again for each: starting it takes longer than most tests. */
export class AirflowService {
  readonly #airflow: Airflow;
  readonly #shared: SharedAirflow;
  readonly #pristine: string;

  private constructor(airflow: Airflow, shared: SharedAirflow, pristine: string) {
    this.#airflow = airflow;
    this.#shared = shared;
    this.#pristine = pristine;
  }

  /** @param root where its demo database and its administrator's policy lie */
  static async start(root: string, s3: SharedS3, accessKeyId: string): Promise<AirflowService> {
    const database = path.join(root, "aqueduct_demo.db");
    const pristine = `${database}.pristine`;
    await promisify(execFile)(await testPython(), [path.resolve("examples/demo/make_demo_database.py"), pristine]);
    const policy = path.join(root, "policy");
    const allowedBuild = path.join(policy, "allowed");
    await mkdir(policy);
    await writeFile(path.join(policy, "airflow_local_settings.py"), policyOf(allowedBuild));
    const airflow = await startAirflow({
      extraEnv: { PYTHONPATH: policy },
      passwords: { admin: `pw-${randomBytes(12).toString("hex")}` },
      connections: {
        lake: {
          conn_type: "aws",
          login: accessKeyId,
          password: s3.secret,
          extra: { endpoint_url: s3.endpoint, region_name: "us-east-1" },
        },
        // Three slashes and one of the path's own: the form in which Airflow keeps a SQLite file.
        aqueduct_demo: { conn_type: "sqlite", host: database },
      },
    });
    const { url, username, passwords, home, dagsFolder } = airflow;
    const shared = { url, username, passwords, home, dagsFolder, database, allowedBuild };
    return new AirflowService(airflow, shared, pristine);
  }

  /** Gives it out with a demo database as new. */
  async borrow(): Promise<SharedAirflow> {
    await copyFile(this.#pristine, this.#shared.database);
    return this.#shared;
  }

  /** Takes away what the borrower left: the policy, the DAG files, and all that Airflow knows of them. */
  async clear(): Promise<void> {
    const access = { ...this.#shared, password: this.#shared.passwords["admin"] ?? "" };
    await rm(this.#shared.allowedBuild, { force: true });
    for (const file of await readdir(this.#shared.dagsFolder))
      await rm(path.join(this.#shared.dagsFolder, file), { recursive: true, force: true });
    // A file that is just being parsed would bring its DAG back; once the DAG is stale, Airflow has seen that the file is gone.
    await eventually("Airflow sees that the DAG files are gone", async () =>
      (await dagsOf(access)).every(({ is_stale: isStale }) => isStale) ? true : undefined,
    );
    for (const { dag_id: dagId } of await dagsOf(access)) await deleteDag(access, dagId);
  }

  halt(): Promise<void> {
    return this.#airflow.halt();
  }

  resume(): Promise<void> {
    return this.#airflow.resume();
  }

  stop(): Promise<void> {
    return this.#airflow.stop();
  }
}

async function dagsOf(
  access: AirflowAccess,
): Promise<readonly { readonly dag_id: string; readonly is_stale: boolean }[]> {
  const { dags } = (await askAirflow(access, "GET", "/dags?limit=100&exclude_stale=false")) as {
    dags: { dag_id: string; is_stale: boolean }[];
  };
  return dags;
}

/** Ends its runs first: Airflow deletes no DAG of which a task is at work. */
async function deleteDag(access: AirflowAccess, dagId: string): Promise<void> {
  const { dag_runs: runs } = (await askAirflow(access, "GET", `/dags/${dagId}/dagRuns?limit=100`)) as {
    dag_runs: { dag_run_id: string; state: string }[];
  };
  for (const { dag_run_id: runId, state } of runs)
    if (state === "running" || state === "queued")
      await askAirflow(access, "PATCH", `/dags/${dagId}/dagRuns/${encodeURIComponent(runId)}`, { state: "failed" });
  await eventually(`no task of ${dagId} is at work`, async () => {
    const { total_entries: atWork } = (await askAirflow(
      access,
      "GET",
      `/dags/${dagId}/dagRuns/~/taskInstances?state=running&state=queued&state=restarting&limit=1`,
    )) as { total_entries: number };
    return atWork === 0 ? true : undefined;
  });
  await askAirflow(access, "DELETE", `/dags/${dagId}`);
}

/**
 * A cluster policy of Airflow's administrator, which refuses every build of ours but the allowed one while its file is there: an import error as a user
 * would meet it, caused on the server and not by anything in the product.
 */
function policyOf(allowed: string): string {
  return `import os
from airflow.exceptions import AirflowClusterPolicyViolation

def dag_policy(dag):
    builds = [tag for tag in dag.tags if tag.startswith("aqueduct-build:")]
    if builds and os.path.exists(${JSON.stringify(allowed)}):
        with open(${JSON.stringify(allowed)}) as file:
            if builds != ["aqueduct-build:" + file.read()]:
                raise AirflowClusterPolicyViolation("the administrator's policy refuses this build")
`;
}
