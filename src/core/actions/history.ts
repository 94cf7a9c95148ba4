import type { History } from "../../formats/history.js";
import { whenOf, type Run } from "../model/run.js";
import { BuildCache } from "../runs/stored.js";
import { AirflowFollower } from "./airflowFollower.js";
import { localTarget, type OpenFolder } from "./folder.js";
import { LocalFollower } from "./localFollower.js";
import { airflowNames, airflowTarget } from "./target.js";
import { withoutStore, type TargetState } from "./targetState.js";
import type { World } from "./world.js";

export type { History } from "../../formats/history.js";

export interface HistoryRequest {
  /** Only runs of this workflow. */
  readonly workflow?: string;
  /** Only runs there: the name of an Airflow, or `local`. */
  readonly target?: string;
  /** Of each workflow on each target; by default 20. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

const defaultLimit = 20;

/** Keeps the one history of a folder in step with its engines. A target that does not answer is a state, not a failure. */
export class HistoryFollower {
  private constructor(
    private readonly local: LocalFollower | undefined,
    private readonly airflows: readonly AirflowFollower[],
    private readonly silent: readonly TargetState[],
  ) {}

  /** Nothing is read before the first {@link poll}. */
  static open(world: World, open: OpenFolder, request: HistoryRequest = {}): HistoryFollower {
    const options = {
      workflow: request.workflow,
      limit: request.limit ?? defaultLimit,
      builds: new BuildCache(world.hash),
    };
    const { target: only } = request;
    if (only !== undefined && only !== localTarget) airflowTarget(world, open, only); // It throws where there is none, with those that there are.
    const names = airflowNames(open).filter((name) => only === undefined || name === only);
    const targets = names.map((name) => airflowTarget(world, open, name));
    const withStore = targets.filter(({ store }) => store !== undefined);
    const silent = targets.filter(({ store }) => store === undefined).map(({ airflow }) => withoutStore(airflow.name));
    const airflows = withStore.map((target) => AirflowFollower.open(world, open, target, options));
    const local = only === undefined || only === localTarget ? new LocalFollower(world, open, options) : undefined;
    return new HistoryFollower(local, airflows, silent);
  }

  get history(): History {
    const runs = [...(this.local?.runs ?? []), ...this.airflows.flatMap((airflow) => airflow.runs)];
    return {
      runs: runs.sort((left, right) => whenOf(right).localeCompare(whenOf(left))),
      targets: [...this.localTrouble(), ...this.airflows.map(({ state }) => state), ...this.silent],
      workflows: this.airflows.flatMap(({ workflows }) => workflows),
      unreadable: [...(this.local?.unreadable ?? []), ...this.airflows.flatMap(({ unreadable }) => unreadable)],
    };
  }

  /** This machine is no target of `aqueduct.json`: it is listed where something is wrong. */
  private localTrouble(): readonly TargetState[] {
    return this.local === undefined || this.local.state.state === "answers" ? [] : [this.local.state];
  }

  /** Lets the next look read everything anew; what is known stays until then. @param limit of each workflow */
  renew(limit?: number): void {
    this.local?.renew(limit);
    for (const follower of this.airflows) follower.renew(limit);
  }

  /** Lets the next look ask for the operators of a run that is over, where the store alone does not tell them. */
  unfold({ target, rid }: Pick<Run, "target" | "rid">): void {
    this.airflows.find(({ state }) => state.target === target)?.unfold(rid);
  }

  /** Looks at this machine alone: nothing is asked of an Airflow. */
  async pollLocal(signal?: AbortSignal): Promise<void> {
    await this.local?.poll(signal);
  }

  /** Looks at the Airflows alone. */
  async pollAirflows(signal?: AbortSignal): Promise<void> {
    await Promise.all(this.airflows.map((airflow) => airflow.poll(signal)));
  }

  /** Looks once: one request to each Airflow, and what changed or is unfinished. */
  async poll(signal?: AbortSignal): Promise<void> {
    await Promise.all([this.pollLocal(signal), this.pollAirflows(signal)]);
  }
}

/** The history as it is now. */
export async function readHistory(world: World, open: OpenFolder, request: HistoryRequest = {}): Promise<History> {
  const follower = HistoryFollower.open(world, open, request);
  await follower.poll(request.signal);
  return follower.history;
}
