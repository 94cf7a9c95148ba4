import type { BuildRecord } from "../model/build.js";
import type { Manifest, RunRecord } from "../model/manifest.js";
import type { OperatorRun, OperatorState, Run, RunState } from "../model/run.js";
import type { Json, OperatorId } from "../model/workflow.js";
import { unreadable } from "../store/loss.js";

/** What an engine says of one task that may have no manifest yet. */
export interface TaskView {
  readonly state: OperatorState;
  readonly tryNumber: number;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** What an engine, local or Airflow, says of one run. */
export interface EngineView {
  readonly runId: string;
  readonly state: RunState;
  readonly life: string | null;
  readonly queuedAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** As the engine knows them, where no run record says it better. */
  readonly parameters: Readonly<Record<string, Json>>;
  readonly tasks: ReadonlyMap<OperatorId, TaskView>;
  /** No operator without a task or a manifest is part of the run: somebody ran one operator and what it needs. */
  readonly isWhole?: boolean;
}

/** Everything known of one run; what is not known is undefined. */
export interface RunFacts {
  readonly rid: string;
  readonly target: string;
  readonly project: string;
  readonly workflow: string;
  readonly record: RunRecord | undefined;
  /** The highest attempt of each operator. */
  readonly manifests: readonly Manifest[];
  /** Somebody cancelled it on Airflow, as the store remembers. */
  readonly isCancelled?: boolean;
  readonly engine: EngineView | undefined;
  /** Airflow answered that it has no such run. */
  readonly deleted?: boolean;
  readonly build: BuildRecord | undefined;
  readonly losses?: RunLosses;
}

/** Records of a run that can't be read, as sentences that name them. */
export interface RunLosses {
  /** Of the run itself. */
  readonly records: readonly string[];
  /** Of the last attempt of an operator. */
  readonly attempts: ReadonlyMap<OperatorId, { readonly try: number; readonly message: string }>;
}

/**
 * Makes one run of what the store and the engine say.
 *
 * A manifest is the truth about its attempt; the engine is the truth about a later attempt, about what has no manifest, and about the run itself while it lasts.
 * Where the engine is not there to ask, the state follows from the manifests, and is `unknown` while some are missing.
 */
export function mergeRun(facts: RunFacts): Run {
  const operators = operatorRuns(facts);
  const state = facts.engine === undefined ? stateOfManifests(operators) : runState(facts.engine.state, operators);
  const runId = facts.record?.runId ?? facts.engine?.runId;
  if (runId === undefined)
    throw unreadable(
      `Run ${facts.rid}`,
      facts.losses?.records[0]?.replace(/\.$/, "") ?? "neither its record nor the engine names it",
    );
  return {
    rid: facts.rid,
    target: facts.target,
    project: facts.project,
    workflow: facts.workflow,
    runId,
    life: facts.record?.life ?? facts.engine?.life ?? null,
    state,
    warning: operators.some(({ state }) => state === "warning"),
    build: facts.record?.build ?? null,
    parameters: facts.record?.parameters ?? facts.engine?.parameters ?? {},
    queuedAt: facts.engine?.queuedAt ?? null,
    startedAt: facts.engine?.startedAt ?? earliest(facts.manifests),
    endedAt: isOver(state) ? (facts.engine?.endedAt ?? latest(facts.manifests)) : null,
    deleted: facts.deleted === true,
    ...onlyOperator(facts, operators),
    operators,
    ...(facts.losses === undefined || facts.losses.records.length === 0 ? {} : { unreadable: facts.losses.records }),
  };
}

/** The one that was asked for comes last: operators stand in the order of their calls, and the run has no other than what it needs. */
function onlyOperator({ engine, build }: RunFacts, operators: readonly OperatorRun[]): { readonly only?: string } {
  const last = operators.at(-1);
  return engine?.isWhole === true &&
    build !== undefined &&
    last !== undefined &&
    operators.length < build.operators.length
    ? { only: last.name }
    : {};
}

/** Whether nothing more will happen in a run of this state by itself. */
export function isOver(state: RunState): boolean {
  return state === "succeeded" || state === "failed" || state === "cancelled";
}

/** Whether a run is known to be going on. */
export function isUnderWay({ state, deleted }: Pick<Run, "state" | "deleted">): boolean {
  return !isOver(state) && state !== "unknown" && !deleted;
}

/** The state that a manifest stands for. */
function manifestState(manifest: Manifest): OperatorState {
  if (manifest.status !== "succeeded") return manifest.status;
  return manifest.check?.passed === false ? "warning" : "succeeded";
}

function operatorRuns({ build, manifests, engine: given, isCancelled, losses }: RunFacts): readonly OperatorRun[] {
  const engine = isCancelled === true ? given && withCancelledTasks(given) : given;
  const byOperator = new Map(manifests.map((manifest) => [manifest.operator, manifest]));
  const isPart = (id: OperatorId): boolean =>
    engine?.isWhole !== true || byOperator.has(id) || engine.tasks.has(id) || losses?.attempts.has(id) === true;
  const built = new Map(build?.operators.filter(({ id }) => isPart(id)).map((operator) => [operator.id, operator]));
  const known = [...byOperator.keys(), ...(engine?.tasks.keys() ?? []), ...(losses?.attempts.keys() ?? [])];
  const others = known.filter((id) => id !== "_gate");
  return [...new Set([...built.keys(), ...others])].map((id) => {
    const manifest = byOperator.get(id);
    const { name, kind } = built.get(id) ?? { name: id, kind: manifest?.kind ?? null };
    const attempt = attemptOf(manifest, engine?.tasks.get(id), engine);
    const loss = losses?.attempts.get(id) ?? missingManifest(id, attempt);
    return { operator: id, name, kind, ...(loss === undefined ? attempt : lostAttempt(attempt, loss)) };
  });
}

function attemptOf(
  manifest: Manifest | undefined,
  task: TaskView | undefined,
  engine: EngineView | undefined,
): Omit<OperatorRun, "operator" | "name" | "kind"> {
  if (manifest !== undefined && (task === undefined || isOfThisAttempt(manifest, task, engine))) {
    return {
      state: manifestState(manifest),
      tryNumber: manifest.try,
      startedAt: manifest.startedAt,
      endedAt: manifest.endedAt,
      manifest,
    };
  }
  if (task !== undefined) return { ...task, manifest: null };
  const state = engine === undefined ? "unknown" : "waiting";
  return { state, tryNumber: 0, startedAt: null, endedAt: null, manifest: null };
}

/** Whoever ran it puts the manifest before it says that it succeeded. */
function missingManifest(
  id: OperatorId,
  { state, manifest, tryNumber }: Omit<OperatorRun, "operator" | "name" | "kind">,
): { readonly try: number; readonly message: string } | undefined {
  if (state !== "succeeded" || manifest !== null) return undefined;
  return {
    try: tryNumber,
    message: `The manifest of ${id}, try ${tryNumber}, is missing: something deletes what lies under runs/ in the store.`,
  };
}

/** What is known of an attempt whose manifest can't be read: what the engine says, and else that it took place. */
function lostAttempt(
  attempt: Omit<OperatorRun, "operator" | "name" | "kind">,
  loss: { readonly try: number; readonly message: string },
): Omit<OperatorRun, "operator" | "name" | "kind"> {
  const isKnown = attempt.tryNumber >= loss.try;
  return {
    ...attempt,
    ...(isKnown ? {} : { state: "unknown", tryNumber: loss.try }),
    unreadable: loss.message,
  };
}

/** A run that was deleted and triggered again under its id counts tries from 1 again: a manifest of its earlier life is not about a task that is yet to end. */
function isOfThisAttempt(manifest: Manifest, task: TaskView, engine: EngineView | undefined): boolean {
  const isEarlierLife = engine?.life != null && manifest.life < engine.life;
  return manifest.try >= task.tryNumber && !(isEarlierLife && task.endedAt === null);
}

/** Airflow fails the tasks of a cancelled run that it ends, and skips those that it does not start. */
function withCancelledTasks(engine: EngineView): EngineView {
  if (engine.state !== "failed") return engine;
  const ofCancelled = (task: TaskView): TaskView =>
    task.state === "failed" || task.state === "skipped" ? { ...task, state: "cancelled" } : task;
  return { ...engine, tasks: new Map([...engine.tasks].map(([id, task]) => [id, ofCancelled(task)])) };
}

/** Airflow calls a cancelled run failed; an operator that was cancelled tells the difference. */
function runState(state: RunState, operators: readonly OperatorRun[]): RunState {
  const cancelled = operators.some((operator) => operator.state === "cancelled");
  return state === "failed" && cancelled ? "cancelled" : state;
}

function stateOfManifests(operators: readonly OperatorRun[]): RunState {
  const states = new Set(operators.map(({ state }) => state));
  if (states.has("cancelled")) return "cancelled";
  if (states.has("failed")) return "failed";
  return states.size === 0 || states.has("unknown") ? "unknown" : "succeeded";
}

function earliest(manifests: readonly Manifest[]): string | null {
  return manifests.map(({ startedAt }) => startedAt).sort()[0] ?? null;
}

function latest(manifests: readonly Manifest[]): string | null {
  return (
    manifests
      .map(({ endedAt }) => endedAt)
      .sort()
      .at(-1) ?? null
  );
}
