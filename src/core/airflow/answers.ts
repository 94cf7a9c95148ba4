import {
  dagAnswer,
  dagRunAnswer,
  dagRunIdsAnswer,
  importErrorAnswer,
  logErrorAnswer,
  logLineAnswer,
  taskIdAnswer,
  taskInstanceAnswer,
} from "../../formats/airflow.js";
import { isDeeperThan, mostLevels } from "../../formats/depth.js";
import { read, valueOf, type Format } from "../../formats/reader.js";
import { AirflowError } from "./errors.js";
import { tracebackLines } from "./traceback.js";
import type { AirflowDag, DagRun, ImportError, LogLine, LostDagRun, LostTask, TaskInstance } from "./types.js";

type Fields = Readonly<Record<string, unknown>>;

/** Airflow's answers in our words. What can't be read throws UnreadableError: one record of a list loses no other. */
export function readDag(value: unknown): AirflowDag {
  const dag = valueOf(read(dagAnswer, fields(value)), "What Airflow says of a DAG");
  return {
    dagId: dag.dag_id,
    isPaused: dag.is_paused === true,
    isStale: dag.is_stale === true,
    hasImportErrors: dag.has_import_errors === true,
    tags: dag.tags?.map(({ name }) => name) ?? [],
    file: dag.relative_fileloc ?? dag.fileloc ?? "",
    fileToken: dag.file_token ?? null,
    lastParsed: dag.last_parsed_time ?? null,
    nextRun: dag.next_dagrun_run_after ?? null,
  };
}

/** Those of a list that can be read: one that can't is asked for by itself where it is ours, and says so then. */
export function readDags(items: readonly unknown[]): readonly AirflowDag[] {
  return eachOf(items, dagAnswer).values.map(readDag);
}

export function readDagRun(value: unknown): DagRun {
  const run = valueOf(read(dagRunAnswer, fields(value)), whatOf(lostDagRun(value)));
  return {
    dagId: run.dag_id,
    runId: run.dag_run_id,
    state: run.state,
    runType: run.run_type ?? "",
    conf: run.conf ?? {},
    queuedAt: run.queued_at ?? null,
    startedAt: run.start_date ?? null,
    endedAt: run.end_date ?? null,
    runAfter: run.run_after ?? null,
  };
}

/** The runs of a list, and those that can't be read. */
export function readDagRuns(items: readonly unknown[]): {
  readonly runs: readonly DagRun[];
  readonly losses: readonly LostDagRun[];
} {
  const { values, losses } = eachOf(items, dagRunAnswer);
  return {
    runs: values.map(readDagRun),
    losses: losses.map(({ item, why }) => {
      const lost = lostDagRun(item);
      return { ...lost, message: `${whatOf(lost)} can't be read: ${why}.` };
    }),
  };
}

function lostDagRun(item: unknown): Omit<LostDagRun, "message"> {
  const ids = read(dagRunIdsAnswer, item);
  return ids.readable ? { dagId: ids.value.dag_id, runId: ids.value.dag_run_id } : { dagId: null, runId: null };
}

function whatOf({ dagId, runId }: Omit<LostDagRun, "message">): string {
  return runId === null ? "A run that Airflow lists" : `What Airflow says of run ${runId} of ${dagId ?? ""}`;
}

/** The task instances of a run, and those that can't be read. */
export function readTaskInstances(items: readonly unknown[]): {
  readonly tasks: readonly TaskInstance[];
  readonly losses: readonly LostTask[];
} {
  const { values, losses } = eachOf(items, taskInstanceAnswer);
  return {
    tasks: values.map((task) => ({
      dagId: task.dag_id,
      runId: task.dag_run_id,
      taskId: task.task_id,
      state: task.state ?? null,
      tryNumber: task.try_number ?? 0,
      queuedAt: task.queued_when ?? null,
      startedAt: task.start_date ?? null,
      endedAt: task.end_date ?? null,
    })),
    losses: losses.map(({ item, why }) => {
      const id = read(taskIdAnswer, item);
      const taskId = id.readable ? id.value.task_id : null;
      return {
        dagId: id.readable ? (id.value.dag_id ?? null) : null,
        runId: id.readable ? (id.value.dag_run_id ?? null) : null,
        taskId,
        message: `What Airflow says of task ${taskId ?? "?"} can't be read: ${why}.`,
      };
    }),
  };
}

/** Those of a list that can be read: one that can't tells nothing of the file that is asked about. */
export function readImportErrors(items: readonly unknown[]): readonly ImportError[] {
  return eachOf(items, importErrorAnswer).values.map((error) => ({
    id: error.import_error_id ?? 0,
    timestamp: error.timestamp ?? "",
    file: error.filename,
    stackTrace: error.stack_trace ?? "",
  }));
}

/** A line is an object on newer releases, a text on older ones; anything else is shown as it is. */
export function readLogLine(value: unknown): LogLine {
  const plain = { at: null, level: null, logger: null, exceptions: [], signal: null };
  if (typeof value === "string") return { ...plain, text: value };
  const line = read(logLineAnswer, value);
  if (!line.readable) return { ...plain, text: shownJson(value) };
  const { timestamp, event, level, logger, signal_name: signal } = line.value;
  const error = read(logErrorAnswer, value);
  const exceptions = error.readable ? error.value.error_detail : [];
  return {
    at: timestamp ?? null,
    text: [event ?? shownJson(value), ...tracebackLines(exceptions)].join("\n"),
    level: level ?? null,
    logger: logger ?? null,
    exceptions,
    signal: signal ?? null,
  };
}

/** JSON of what is not known, where it can be written at all. */
function shownJson(value: unknown): string {
  return isDeeperThan(mostLevels, value)
    ? `(a line that is nested deeper than ${mostLevels} levels)`
    : JSON.stringify(value);
}

function eachOf<T>(
  items: readonly unknown[],
  format: Format<T>,
): { readonly values: readonly T[]; readonly losses: readonly { readonly item: unknown; readonly why: string }[] } {
  const values: T[] = [];
  const losses: { readonly item: unknown; readonly why: string }[] = [];
  for (const item of items) {
    const found = read(format, item);
    if (found.readable) values.push(found.value);
    else losses.push({ item, why: found.why });
  }
  return { values, losses };
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
