import type { OperatorState, RunState } from "../../formats/states.js";
import type { BuildName } from "./build.js";
import type { Manifest } from "./manifest.js";
import type { Json, OperatorId, OperatorKind } from "./workflow.js";

export type { OperatorState, RunState } from "../../formats/states.js";

/** One operator of a run: its manifest where there is one, else what the engine or Airflow says. */
export interface OperatorRun {
  readonly operator: OperatorId;
  /** As its build has it; the id where the build is not known. */
  readonly name: string;
  /** Null where neither build nor manifest tells. */
  readonly kind: OperatorKind | null;
  readonly state: OperatorState;
  readonly tryNumber: number;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly manifest: Manifest | null;
  /** Why the record of its last attempt can't be read, as a sentence that names it; left out where it can. */
  readonly unreadable?: string;
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
  /** Airflow does not know it any more: what is seen of it is what the store has kept. */
  readonly deleted: boolean;
  /** Name of the operator that somebody ran with what it needs: all others of the build are no part of it. Left out: the whole workflow. */
  readonly only?: string;
  readonly operators: readonly OperatorRun[];
  /** Records of the run itself that can't be read, a sentence each that names them; left out where all can. */
  readonly unreadable?: readonly string[];
}

/** By which runs stand in order: when a run began or, before that, was queued; empty where neither is known. RFC 3339. */
export function whenOf({ startedAt, queuedAt }: Pick<Run, "startedAt" | "queuedAt">): string {
  return startedAt ?? queuedAt ?? "";
}

/** A run of which so little can be read that no more than its place in the history is known. */
export interface UnreadableRun {
  readonly target: string;
  /** The workflow's name, or what stands for it in the store. */
  readonly workflow: string;
  /** Null where not even that can be read. */
  readonly rid: string | null;
  /** RFC 3339; null where it is not known. */
  readonly startedAt: string | null;
  /** A sentence that names the record and says why it can't be read. */
  readonly message: string;
}

/** A workflow that is live on an Airflow. */
export interface LiveWorkflow {
  readonly workflow: string;
  /** Name of the Airflow resource. */
  readonly target: string;
  /** The server's address, without a slash at its end. */
  readonly url: string;
  readonly dagId: string;
  readonly build: BuildName;
  readonly publishedAt: string;
  readonly publishedBy: string;
  /** Cron of five fields, in UTC; null where it is started by hand only. */
  readonly schedule: string | null;
  /** Left out: none. */
  readonly description?: string;
  /** What Airflow said of the DAG last: null until it has answered once, and where it has no such DAG. */
  readonly dag: {
    readonly isPaused: boolean /** RFC 3339; null: none is due. */;
    readonly nextRun: string | null;
  } | null;
}
