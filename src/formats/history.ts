import type * as v from "valibot";
import { buildName } from "./build.js";
import { operatorId, operatorKind } from "./graph.js";
import { failure, life, manifest, rid } from "./manifest.js";
import { dagId } from "./publication.js";
import { count, flag, json, leftOut, list, mapOf, oneOf, orNull, record, text, told } from "./schema.js";
import { operatorState, runState } from "./states.js";

const operatorRun = record({
  operator: operatorId,
  name: told("As its build has it; the id where the build is not known.", text),
  kind: told("Null where neither build nor manifest tells.", orNull(operatorKind)),
  state: operatorState,
  tryNumber: told("0: it has not run.", count),
  startedAt: orNull(text),
  endedAt: orNull(text),
  manifest: told("Of its last attempt, once that has ended.", orNull(manifest)),
  loggedFailure: leftOut(
    told(
      "Why its last attempt ended, by Airflow's log, where that left no manifest; left out where nobody has looked.",
      failure,
    ),
  ),
  unreadable: leftOut(
    told("Why the record of its last attempt can't be read, as a sentence that names it; left out where it can.", text),
  ),
});
/** One operator of a run: its manifest where there is one, else what the engine or Airflow says. */
export interface OperatorRun extends v.InferOutput<typeof operatorRun> {}

export const historyRun = record({
  rid,
  target: told("`local`, or the name of an Airflow resource.", text),
  project: text,
  workflow: text,
  runId: told("The engine's own id: a local run id, or Airflow's `dag_run_id`.", text),
  life: told("Null: it has not begun.", orNull(life)),
  state: runState,
  warning: told("At least one WARNING check did not pass.", flag),
  build: orNull(buildName),
  parameters: told("Under their operator's id, as exact JSON.", mapOf(json)),
  queuedAt: told("RFC 3339, as are all times here.", orNull(text)),
  startedAt: orNull(text),
  endedAt: orNull(text),
  deleted: told("Airflow does not know it any more: what is seen of it is what the store has kept.", flag),
  only: leftOut(
    told(
      "Name of the operator that somebody ran with what it needs: all others of the build are no part of it. Left out: the whole workflow.",
      text,
    ),
  ),
  operators: list(operatorRun),
  unreadable: leftOut(
    told(
      "Records of the run itself that can't be read, a sentence each that names them; left out where all can.",
      list(text),
    ),
  ),
});
/** One entry of the history, whatever the engine: (target, rid) names it. */
export interface Run extends v.InferOutput<typeof historyRun> {}

const unreadableRun = record({
  target: text,
  workflow: told("The workflow's name, or what stands for it in the store.", text),
  rid: told("Null where not even that can be read.", orNull(text)),
  startedAt: told("Null where it is not known.", orNull(text)),
  message: told("A sentence that names the record and says why it can't be read.", text),
});
/** A run of which so little can be read that no more than its place in the history is known. */
export interface UnreadableRun extends v.InferOutput<typeof unreadableRun> {}

const liveWorkflow = record({
  workflow: text,
  target: told("Name of the Airflow resource.", text),
  url: told("The server's address, without a slash at its end.", text),
  dagId,
  build: buildName,
  publishedAt: text,
  publishedBy: text,
  schedule: told("Cron of five fields, in UTC; null where it is started by hand only.", orNull(text)),
  description: leftOut(told("Left out: none.", text)),
  dag: told(
    "What Airflow said of the DAG last: null until it has answered once, and where it has no such DAG.",
    orNull(record({ isPaused: flag, nextRun: told("Null: none is due.", orNull(text)) })),
  ),
});
/** A workflow that is live on an Airflow. */
export interface LiveWorkflow extends v.InferOutput<typeof liveWorkflow> {}

const airflowFailures = [
  "unreachable",
  "signedOut",
  "forbidden",
  "unsupported",
  "absent",
  "refused",
  "failed",
] as const;
/**
 * What went wrong with Airflow, told apart by what can be done about it.
 *
 * - `unreachable`: no answer; try again later
 * - `signedOut`: no user or password, or a wrong one
 * - `forbidden`: the user's role may not do it
 * - `unsupported`: an Airflow that we do not speak to
 * - `absent`: there is no such thing there
 * - `refused`: it understood, and said no
 * - `failed`: it broke, or is no Airflow
 */
export type AirflowFailure = (typeof airflowFailures)[number];

const targetState = record({
  target: text,
  state: told(
    "`noStore`: `aqueduct.json` names none; `storeFailed`: the store cannot be read; `engineFailed`: the local engine cannot be asked; all others but `answers`: what went wrong with Airflow.",
    oneOf("answers", ...airflowFailures, "noStore", "storeFailed", "engineFailed"),
  ),
  message: told("A sentence that says what to do; empty where it answers.", text),
});
/** How a target answered. What was known of its runs is shown in any case. */
export interface TargetState extends v.InferOutput<typeof targetState> {}

export const history = record({
  runs: told("Newest first.", list(historyRun)),
  targets: told("Every Airflow of the folder; this machine only where something is wrong.", list(targetState)),
  workflows: told("What is published where.", list(liveWorkflow)),
  unreadable: told("Runs of which no more is known than that they are there.", list(unreadableRun)),
});
/** Runs of this machine and of every Airflow of the folder. */
export interface History extends v.InferOutput<typeof history> {}
