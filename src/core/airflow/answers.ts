import type { Json } from "../model/workflow.js";
import { AirflowError } from "./errors.js";
import type { AirflowDag, DagRun, ImportError, LogLine, TaskInstance } from "./types.js";

type Fields = Readonly<Record<string, unknown>>;

/** Airflow's answers in our words. Members that we do not know are passed over; each release adds some. */
export function readDag(value: unknown): AirflowDag {
  const dag = fields(value);
  const tags = Array.isArray(dag["tags"]) ? dag["tags"].map((tag) => String(fields(tag)["name"])) : [];
  return {
    dagId: String(dag["dag_id"]),
    isPaused: dag["is_paused"] === true,
    isStale: dag["is_stale"] === true,
    hasImportErrors: dag["has_import_errors"] === true,
    tags,
    file: text(dag["relative_fileloc"]) ?? text(dag["fileloc"]) ?? "",
    fileToken: text(dag["file_token"]),
    lastParsed: text(dag["last_parsed_time"]),
    nextRun: text(dag["next_dagrun_run_after"]),
  };
}

export function readDagRun(value: unknown): DagRun {
  const run = fields(value);
  return {
    dagId: String(run["dag_id"]),
    runId: String(run["dag_run_id"]),
    state: String(run["state"]),
    runType: String(run["run_type"]),
    conf: fields(run["conf"] ?? {}) as Readonly<Record<string, Json>>,
    queuedAt: text(run["queued_at"]),
    startedAt: text(run["start_date"]),
    endedAt: text(run["end_date"]),
    runAfter: text(run["run_after"]),
  };
}

export function readTaskInstance(value: unknown): TaskInstance {
  const task = fields(value);
  return {
    dagId: String(task["dag_id"]),
    runId: String(task["dag_run_id"]),
    taskId: String(task["task_id"]),
    state: text(task["state"]),
    tryNumber: Number(task["try_number"] ?? 0),
    queuedAt: text(task["queued_when"]),
    startedAt: text(task["start_date"]),
    endedAt: text(task["end_date"]),
  };
}

export function readImportError(value: unknown): ImportError {
  const error = fields(value);
  return {
    id: Number(error["import_error_id"]),
    timestamp: String(error["timestamp"]),
    file: String(error["filename"]),
    stackTrace: String(error["stack_trace"]),
  };
}

/** A line is an object on newer releases, a text on older ones. */
export function readLogLine(value: unknown): LogLine {
  if (typeof value === "string") return { at: null, text: value, level: null, logger: null };
  const line = fields(value);
  return {
    at: text(line["timestamp"]),
    text: text(line["event"]) ?? JSON.stringify(line),
    level: text(line["level"]),
    logger: text(line["logger"]),
  };
}

/** The list under `name` in a page, and how many there are in all. */
export function readPage(value: unknown, name: string): { readonly items: readonly unknown[]; readonly total: number } {
  const page = fields(value);
  const items = page[name];
  if (!Array.isArray(items))
    throw new AirflowError("failed", `Airflow answered without "${name}". Does one answer there, and no other server?`);
  return { items, total: Number(page["total_entries"] ?? 0) };
}

export function fields(value: unknown): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  const what = value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
  throw new AirflowError(
    "failed",
    `Airflow answered ${what} where an object was due. Does one answer there, and no other server?`,
  );
}

export function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
