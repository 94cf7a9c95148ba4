import type { Failure, StoredArtifact } from "../../../src/core/model/manifest.js";
import type { LiveWorkflow, OperatorRun, Run } from "../../../src/core/model/run.js";
import { manifest } from "./facts.js";

/** A run of this machine that succeeded. */
export function run(changes: Partial<Run> = {}): Run {
  return {
    rid: "r1",
    target: "local",
    project: "p",
    workflow: "wine",
    runId: "local__1",
    life: "20261121T012301.048772Z",
    state: "succeeded",
    warning: false,
    build: "abcdef0123456789",
    parameters: {},
    queuedAt: "2026-11-21T01:23:01Z",
    startedAt: "2026-11-21T01:23:02Z",
    endedAt: "2026-11-21T01:23:14Z",
    deleted: false,
    operators: [],
    ...changes,
  };
}

/** An operator that succeeded, with a manifest. */
export function operatorRun(operator: string, changes: Partial<OperatorRun> = {}): OperatorRun {
  return {
    operator,
    name: operator,
    kind: "function",
    state: "succeeded",
    tryNumber: 1,
    startedAt: null,
    endedAt: null,
    manifest: manifest(operator),
    ...changes,
  };
}

/** An operator that failed in the user's own line. */
export function failedOperatorRun(operator: string, changes: Partial<Failure> = {}): OperatorRun {
  const failure: Failure = {
    type: "user",
    message: "KeyError: 'alcohol'",
    tip: "The table has no such column.",
    trace: [{ file: "level3.py", line: 49, function: operator, text: "wines['alcohol']" }],
    ...changes,
  };
  return operatorRun(operator, { state: "failed", manifest: manifest(operator, { status: "failed", failure }) });
}

export function table(id: string): StoredArtifact {
  return {
    id,
    sha256: "d",
    size: 12_345,
    type: "table",
    encoding: "parquet",
    rows: 4898,
    schema: [{ name: "alcohol", dtype: "float64" }],
    key: "k",
    sample: "s",
  };
}

/** A workflow that is live on an Airflow and runs every night. */
export function live(changes: Partial<LiveWorkflow> = {}): LiveWorkflow {
  return {
    workflow: "wine",
    target: "airflow",
    url: "http://airflow",
    dagId: "wine",
    build: "abcdef0123456789",
    publishedAt: "2026-11-20T10:00:00Z",
    publishedBy: "ann",
    schedule: "0 3 * * *",
    dag: { isPaused: false, nextRun: "2026-11-22T03:00:00Z" },
    ...changes,
  };
}
