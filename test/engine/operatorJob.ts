import path from "node:path";
import type { Job, JobParameter, JobTask, OperatorTask } from "../../src/core/model/job.js";
import { runtimePart } from "../../src/core/model/runtimePart.js";
import type { Manifest } from "../../src/core/model/manifest.js";
import * as storeKeys from "../../src/core/store/keys.js";
import { livesOf, readAttempts } from "../../src/core/store/runs.js";
import { folderStore } from "../../src/platform/folderStore.js";
import { nodeHash } from "../../src/platform/hash.js";
import type { EngineFixture } from "./engineFixture.js";

export const runtime = path.join(import.meta.dirname, "../../src/runtime");
const identity = {
  project: "p-0123456789abcdef",
  workflow: "wine predictions",
  target: "local",
  runId: "local__20261121T140000.000000Z__abcdef",
} as const;
const place = { project: identity.project, key: storeKeys.workflowKey(identity.workflow, nodeHash) };
const rid = storeKeys.runKey(identity, nodeHash);
const life = "20261121T140000.000000Z";

/** A run of a workflow as a job for the real runner. */
export function operatorJob(
  fixture: EngineFixture,
  name: string,
  tasks: readonly JobTask[],
  parameters: readonly JobParameter[] = [],
): Job {
  const run = { ...identity, rid, life, build: "b".repeat(64), store: fixture.file(".aqueduct/store"), parameters };
  return { ...fixture.job(name, []), run, tasks };
}

export function operatorTask(
  fixture: EngineFixture,
  operator: Partial<OperatorTask["operator"]> & {
    readonly id: string;
    readonly kind: OperatorTask["operator"]["kind"];
  },
  more: Partial<OperatorTask> = {},
): JobTask {
  const inputs = more.inputs ?? [];
  const task: OperatorTask = {
    format: 1,
    operator: { name: operator.id, outputs: [operator.id], ...operator },
    folder: fixture.folder,
    code: null,
    values: [],
    modules: [],
    requirements: [],
    python: null,
    watchParent: false,
    reuse: "c".repeat(64),
    ...more,
    inputs,
  };
  const dependencies = [...new Set(inputs.map(({ producer }) => producer))].filter(
    (producer) => !producer.startsWith("param_"),
  );
  return {
    id: operator.id,
    dependencies,
    command: "python3",
    args: runtimePart(runtime, "runner"),
    cwd: fixture.folder,
    environment: { PYTHONPATH: runtime, PYTHONDONTWRITEBYTECODE: "1" },
    operator: task,
  };
}

/** What the store holds of the run, by operator. */
export async function manifests(fixture: EngineFixture): Promise<Readonly<Record<string, Manifest>>> {
  const store = folderStore(fixture.file(".aqueduct/store"));
  const found = await readAttempts(store, place, rid, await livesOf(store, place, rid));
  return Object.fromEntries(found.manifests.map((manifest) => [manifest.operator, manifest]));
}

export function keyOf(name: "run.json" | "marker"): string {
  return name === "marker" ? storeKeys.markerKey(place, life, rid) : storeKeys.runRecordKey(place, rid, life);
}
