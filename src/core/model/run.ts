import type { BuildName } from "./build.js";
import type { Manifest } from "./manifest.js";
import type { Json, OperatorId } from "./workflow.js";

export type RunState = "queued" | "running" | "succeeded" | "failed" | "cancelled" | "unknown";
export type OperatorState = "waiting" | "queued" | "running" | "succeeded" | "warning" | "failed" | "cancelled" | "upstreamFailed" | "skipped" | "unknown";

/** One operator of a run: its manifest where there is one, else what the engine or Airflow says. */
export interface OperatorRun {
  readonly operator: OperatorId;
  readonly state: OperatorState;
  readonly tryNumber: number;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly manifest: Manifest | null;
}

/** One entry of the history, whatever the engine: (target, rid) names it. */
export interface Run {
  readonly rid: string;
  readonly target: string;
  readonly project: string;
  readonly workflow: string;
  /** The engine's own id: a local run id, or Airflow's `dag_run_id`. */
  readonly runId: string;
  readonly life: string | null;
  readonly state: RunState;
  /** At least one WARNING check did not pass. */
  readonly warning: boolean;
  readonly build: BuildName | null;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly queuedAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly operators: readonly OperatorRun[];
}
