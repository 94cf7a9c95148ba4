import type { LoggedException } from "../../formats/airflow.js";
import type { Json } from "../model/workflow.js";

/** What Airflow says of itself. */
export interface AirflowVersion {
  /** As it calls itself, such as `3.3.2`. */
  readonly text: string;
  readonly major: number;
  readonly minor: number;
}

export interface AirflowDag {
  readonly dagId: string;
  readonly isPaused: boolean;
  /** Its file is gone, or broken. */
  readonly isStale: boolean;
  readonly hasImportErrors: boolean;
  readonly tags: readonly string[];
  /** Path of its file: relative to its bundle where that is told, else absolute. */
  readonly file: string;
  /** By which Airflow can be asked to read the file again. */
  readonly fileToken: string | null;
  /** RFC 3339. */
  readonly lastParsed: string | null;
  /** When its next scheduled run is due, RFC 3339; null without a schedule. */
  readonly nextRun: string | null;
}

export interface DagRun {
  readonly dagId: string;
  readonly runId: string;
  /** queued, running, success or failed. */
  readonly state: string;
  /** scheduled, manual, backfill, … */
  readonly runType: string;
  readonly conf: Readonly<Record<string, Json>>;
  readonly queuedAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly runAfter: string | null;
}

/** A run that Airflow lists and that can't be read. */
export interface LostDagRun {
  /** Null, both, where not even that can be read. */
  readonly dagId: string | null;
  readonly runId: string | null;
  /** A sentence. */
  readonly message: string;
}

/** A task instance that can't be read. */
export interface LostTask {
  /** Null where not even that can be read; so are the others. */
  readonly dagId: string | null;
  readonly runId: string | null;
  /** Null where not even that can be read. */
  readonly taskId: string | null;
  /** A sentence. */
  readonly message: string;
}

export interface TaskInstance {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  /** Null: not scheduled yet. */
  readonly state: string | null;
  readonly tryNumber: number;
  readonly queuedAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

export interface ImportError {
  readonly id: number;
  /** RFC 3339, by the server's clock. */
  readonly timestamp: string;
  /** Relative to its bundle, or absolute. */
  readonly file: string;
  readonly stackTrace: string;
}

/** One line of a task's log. */
export interface LogLine {
  readonly at: string | null;
  readonly text: string;
  readonly level: string | null;
  /** `task.stdout` for what user code printed. */
  readonly logger: string | null;
  /** The exception that the line tells of, the one that was raised last first, then what it came from; empty where it tells of none. Its traceback stands in `text` too. */
  readonly exceptions: readonly LoggedException[];
  /** Such as `SIGKILL`, where the line says that the task's process was ended by it. */
  readonly signal: string | null;
}

export type { LoggedException } from "../../formats/airflow.js";

export interface LogPage {
  readonly lines: readonly LogLine[];
  /** Where the next lines begin; null: this was all there will be. */
  readonly next: string | null;
}

/** Which DAG runs. */
export interface DagRunQuery {
  /** RFC 3339: only those that changed since, oldest change first. */
  readonly updatedSince?: string;
  readonly states?: readonly string[];
  /** Such as `-run_after`. */
  readonly orderBy?: string;
  /** By default all. */
  readonly limit?: number;
}
