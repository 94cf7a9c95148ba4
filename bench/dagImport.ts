import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DagSpec, DagTask } from "../src/core/compile/dagSpec.js";
import { dagText } from "../src/core/compile/dagText.js";
import type { Measured } from "./table.js";

const largest = 50 * 1024;

/**
 * The import of a DAG file of ours beside that of a hand-written DAG with the same tasks, edges, schedule and tags, beyond the import of Airflow itself.
 *
 * @param python an interpreter that has Airflow
 * @param script absolute path of `dag_import.py`
 * @throws where the two do not have the same tasks, or ours is larger than 50 KB
 */
export function measureDagImport(python: string, script: string, tasks: number, rounds: number): Measured {
  const folder = mkdtempSync(path.join(tmpdir(), "dag-import-"));
  try {
    const spec = dagSpec(tasks);
    const [ours, byHand] = [path.join(folder, "ours.py"), path.join(folder, "by_hand.py")];
    writeFileSync(ours, dagText(JSON.stringify(spec)));
    writeFileSync(byHand, handWritten(spec));
    const { size } = statSync(ours);
    if (size >= largest)
      throw new Error(
        `The DAG file of ${String(tasks)} tasks has ${String(size)} bytes; it should have fewer than ${String(largest)}.`,
      );
    const output = execFileSync(python, [script, String(rounds), ours, byHand], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: folder, AIRFLOW_HOME: folder, AIRFLOW__CORE__LOAD_EXAMPLES: "False" },
    });
    const measured = JSON.parse(output.slice(output.lastIndexOf("\n") + 1)) as Answer;
    if (measured.tasks.some((count) => count !== tasks))
      throw new Error(`Both DAGs should have ${String(tasks)} tasks, they have ${measured.tasks.join(" and ")}.`);
    return {
      what: `import of the DAG file, ${String(tasks)} tasks (${(size / 1024).toFixed(1)} KB)`,
      ours: measured.ours,
      beside: { what: "hand-written DAG of the same shape", values: measured.byHand },
      budget: { kind: "ratio", below: 1.1 },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Answer {
  readonly ours: readonly number[];
  readonly byHand: readonly number[];
  readonly tasks: readonly number[];
}

/** Layers of ten, each task after the one above it. */
function dagSpec(tasks: number): DagSpec {
  const row = (index: number): DagTask => ({
    id: `operator_${String(index)}`,
    upstream: index < 10 ? [] : [index - 10],
  });
  const digest = "0".repeat(64);
  return {
    format: 2,
    project: "0123456789abcdef",
    workflow: "bench",
    key: "bench-01234567",
    target: "airflow",
    dag_id: "bench",
    build: digest,
    schedule: "0 6 * * *",
    start_date: "2026-11-21T01:23:01.048772Z",
    runtime: digest,
    store: {
      type: "s3",
      connection: "aqueduct_store",
      bucket: "bucket",
      prefix: "aqueduct",
      region: null,
      endpoint: null,
    },
    connections: { aqueduct_demo: "aqueduct_demo" },
    params: { threshold: { default: "6", schema: { anyOf: [{ type: "string" }, { type: "integer" }] } } },
    tasks: Array.from({ length: tasks }, (_, index) => row(index)),
  };
}

function handWritten(spec: DagSpec): string {
  const variables = spec.tasks.map(({ id }) => id);
  const made = variables.map(
    (id) =>
      `    ${id} = PythonOperator(task_id="${id}", python_callable=work, do_xcom_push=False, show_return_value_in_logs=False)`,
  );
  const edges = spec.tasks.flatMap(({ id, upstream }) =>
    upstream.map((index) => `    ${variables[index] ?? ""} >> ${id}`),
  );
  return `from datetime import datetime, timezone

from airflow.providers.standard.operators.python import PythonOperator
from airflow.sdk import DAG, Param
from airflow.timetables.trigger import CronTriggerTimetable


def work(**context):
    print(context["ti"].task_id)


with DAG(
    dag_id="by_hand",
    schedule=CronTriggerTimetable("${spec.schedule ?? ""}", timezone="UTC"),
    start_date=datetime(2026, 11, 21, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    is_paused_upon_creation=True,
    default_args={"owner": "aqueduct"},
    params={"threshold": Param(6, type="number")},
    tags=["bench"],
) as dag:
${[...made, ...edges].join("\n")}
`;
}
