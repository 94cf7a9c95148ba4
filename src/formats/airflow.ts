/** Airflow's answers (REST interface v2), as far as we read them. Each release adds members, which are passed over. */
import type * as v from "valibot";
import { nullish } from "valibot";
import { time } from "./manifest.js";
import type { Format } from "./reader.js";
import { carried, count, flag, json, list, mapOf, record, text, told, whole, type Schema } from "./schema.js";

/** A member that some releases leave out, or say nothing in. */
function maybe<Inner extends Schema>(inner: Inner) {
  return nullish(inner);
}

const dag = record({
  dag_id: text,
  is_paused: maybe(flag),
  is_stale: maybe(told("Its file is gone, or broken.", flag)),
  has_import_errors: maybe(flag),
  tags: maybe(list(record({ name: text }))),
  relative_fileloc: maybe(told("Relative to its bundle.", text)),
  fileloc: maybe(text),
  file_token: maybe(told("By which Airflow can be asked to read the file again.", text)),
  last_parsed_time: maybe(time),
  next_dagrun_run_after: maybe(time),
});
export const dagAnswer: Format<v.InferOutput<typeof dag>> = { name: "a DAG of Airflow", schema: dag };

const dagRun = record({
  dag_id: text,
  dag_run_id: text,
  state: told("`queued`, `running`, `success` or `failed`.", text),
  run_type: maybe(text),
  conf: maybe(mapOf(json)),
  queued_at: maybe(time),
  start_date: maybe(time),
  end_date: maybe(time),
  run_after: maybe(time),
});
export const dagRunAnswer: Format<v.InferOutput<typeof dagRun>> = { name: "a run of Airflow", schema: dagRun };

/** So much of a run that its place in the history is known, where the rest can't be read. */
const dagRunIds = record({ dag_id: text, dag_run_id: text });
export const dagRunIdsAnswer: Format<v.InferOutput<typeof dagRunIds>> = {
  name: "a run of Airflow",
  schema: dagRunIds,
};

const taskInstance = record({
  dag_id: text,
  dag_run_id: text,
  task_id: text,
  state: maybe(told("Null: not scheduled yet.", text)),
  try_number: maybe(count),
  queued_when: maybe(time),
  start_date: maybe(time),
  end_date: maybe(time),
});
export const taskInstanceAnswer: Format<v.InferOutput<typeof taskInstance>> = {
  name: "a task instance of Airflow",
  schema: taskInstance,
};

const taskId = record({ task_id: text, dag_id: maybe(text), dag_run_id: maybe(text) });
export const taskIdAnswer: Format<v.InferOutput<typeof taskId>> = {
  name: "a task instance of Airflow",
  schema: taskId,
};

const importError = record({
  import_error_id: maybe(whole),
  timestamp: maybe(text),
  filename: told("Relative to its bundle, or absolute.", text),
  stack_trace: maybe(text),
});
export const importErrorAnswer: Format<v.InferOutput<typeof importError>> = {
  name: "an import error of Airflow",
  schema: importError,
};

const loggedFrame = record({ filename: text, lineno: count, name: text });
/** An exception of Airflow's structured log, as structlog writes it: the one that was raised last comes first, then what it came from. */
const loggedException = record({
  exc_type: text,
  exc_value: text,
  is_cause: maybe(flag),
  frames: maybe(list(loggedFrame)),
});
export interface LoggedException extends v.InferOutput<typeof loggedException> {}

const logLine = record({
  timestamp: maybe(text),
  event: maybe(text),
  level: maybe(text),
  logger: maybe(text),
  signal_name: maybe(text),
});
/** Apart from the line, of which an exception that is told in another way loses nothing. */
const logError = record({ error_detail: list(loggedException) });
export const logErrorAnswer: Format<v.InferOutput<typeof logError>> = {
  name: "an exception of a log",
  schema: logError,
};

export const logLineAnswer: Format<v.InferOutput<typeof logLine>> = { name: "a line of a log", schema: logLine };

const logPage = record({ content: maybe(carried), continuation_token: maybe(text) });
export const logPageAnswer: Format<v.InferOutput<typeof logPage>> = { name: "a part of a log", schema: logPage };

const health = record({ dag_processor: maybe(record({ status: maybe(text) })) });
export const healthAnswer: Format<v.InferOutput<typeof health>> = { name: "Airflow's health", schema: health };

const token = record({ access_token: text });
export const tokenAnswer: Format<v.InferOutput<typeof token>> = { name: "a token of Airflow", schema: token };

/** What is no success; `detail` is a text, an object, or a list of what was wrong with a request. */
const refusal = record({ detail: json });
export const refusalAnswer: Format<v.InferOutput<typeof refusal>> = { name: "a refusal", schema: refusal };
