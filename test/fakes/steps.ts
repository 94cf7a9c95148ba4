import type { Step, StepsModel } from "../../src/formats/stepsPanel.js";

/** A step that has not begun. */
export function step(id: string, label: string, more: Partial<Step> = {}): Step {
  return { id, label, state: "pending", message: "", seconds: null, ...more };
}

/** A publication in its middle: some steps are done, one runs, others wait. */
export const publishingSteps: StepsModel = {
  title: "Publish “wine predictions” to airflow",
  facts: [
    { label: "File", value: "workflows/wine.py" },
    { label: "Airflow", value: "http://127.0.0.1:8080" },
    { label: "Schedule", value: "at 03:00 UTC, on Monday" },
    { label: "Build", value: "0f3a9c51e2d7" },
  ],
  changes: [
    { kind: "changed", name: "predict", detail: "its code" },
    { kind: "added", name: "mean error", detail: "metric" },
    { kind: "removed", name: "less than 2.5", detail: "check" },
    { kind: "changed", name: "Schedule", detail: "from “0 2 * * 1” to “0 3 * * 1”" },
    { kind: "same", name: "5 operators", detail: "as they are" },
  ],
  questions: [],
  steps: [
    step("trace", "Trace", { state: "passed", message: "8 operators", seconds: 1.42 }),
    step("build", "Build", { state: "passed", message: "0f3a9c51e2d7", seconds: 0.08 }),
    step("connect", "Connect", { state: "passed", message: "Airflow 3.3.2", seconds: 0.31 }),
    step("upload", "Upload code", { state: "passed", message: "4 blobs", seconds: 0.62 }),
    step("dagFile", "Write DAG file", {
      state: "passed",
      message: "/opt/airflow/dags/wine_predictions.py",
      seconds: 0.02,
    }),
    step("proof", "Wait for Airflow", {
      state: "running",
      message:
        'Airflow "airflow" has not read wine_predictions.py yet. With default settings it looks for changed files every 30 seconds and for new ones every 5 minutes.',
      seconds: 42,
    }),
    step("record", "Record"),
    step("unpause", "Un-pause"),
  ],
  outcome: null,
  actions: [{ id: "cancel", label: "Cancel", isPrimary: false }],
};
