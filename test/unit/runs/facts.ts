import type { Manifest, RunRecord } from "../../../src/core/model/manifest.js";

/** A run on Airflow. */
export const record: RunRecord = {
  format: 1,
  project: "p",
  workflow: "wine",
  target: "airflow",
  runId: "aqueduct__1",
  life: "20261121T012301.048772Z",
  build: "b".repeat(64),
  parameters: { floor: 6 },
  startedBy: "airflow",
  scheduled: false,
};

/** A manifest of an operator that succeeded. */
export function manifest(operator: string, changes: Partial<Manifest> = {}): Manifest {
  return {
    format: 1,
    operator,
    kind: "function",
    status: "succeeded",
    build: record.build,
    life: record.life,
    try: 1,
    engine: "airflow",
    failure: null,
    check: null,
    metric: null,
    startedAt: "2026-11-21T01:23:02.000000Z",
    endedAt: "2026-11-21T01:23:03.000000Z",
    wallSeconds: 1,
    peakBytes: null,
    python: "3.11.7",
    saved: null,
    artifacts: [],
    logs: { stdout: null, stderr: null },
    reuse: null,
    ...changes,
  };
}
