import type { AirflowFailure } from "../airflow/errors.js";
import type { Run } from "../model/run.js";
import { BuildCache } from "../runs/stored.js";
import { AirflowFollower } from "./airflowFollower.js";
import type { OpenFolder } from "./folder.js";
import { LocalFollower } from "./localFollower.js";
import { airflowNames, airflowTarget } from "./target.js";
import type { World } from "./world.js";

/** How a target answered. What was known of its runs is shown in any case. */
export interface TargetState {
  readonly target: string;
  readonly state: "answers" | AirflowFailure;
  /** A sentence that says what to do; empty where it answers. */
  readonly message: string;
}

/** Runs of this machine and of every Airflow of the folder, newest first. */
export interface History {
  readonly runs: readonly Run[];
  readonly targets: readonly TargetState[];
}

export interface HistoryRequest {
  /** Only runs of this workflow. */
  readonly workflow?: string;
  /** Of each workflow on each target; by default 20. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

const defaultLimit = 20;

/** Keeps the one history of a folder in step with its engines. A target that does not answer is a state, not a failure. */
export class HistoryFollower {
  private constructor(
    private readonly local: LocalFollower,
    private readonly airflows: readonly AirflowFollower[],
    private readonly silent: readonly TargetState[],
  ) {}

  /** Finds what is published where; no run is read before the first {@link poll}. */
  static async open(world: World, open: OpenFolder, request: HistoryRequest = {}): Promise<HistoryFollower> {
    const options = { workflow: request.workflow, limit: request.limit ?? defaultLimit, builds: new BuildCache() };
    const targets = airflowNames(open).map((name) => airflowTarget(world, open, name));
    const withStore = targets.filter(({ store }) => store !== undefined);
    const silent = targets.filter(({ store }) => store === undefined).map(({ airflow }) => withoutStore(airflow.name));
    const airflows = await Promise.all(withStore.map((target) => AirflowFollower.open(world, open, target, options, request.signal)));
    return new HistoryFollower(new LocalFollower(world, open, options), airflows, silent);
  }

  get history(): History {
    const runs = [...this.local.runs, ...this.airflows.flatMap((airflow) => airflow.runs)];
    return { runs: runs.sort((left, right) => whenOf(right).localeCompare(whenOf(left))), targets: [...this.airflows.map(({ state }) => state), ...this.silent] };
  }

  /** Looks at this machine alone: nothing is asked of an Airflow. */
  async pollLocal(signal?: AbortSignal): Promise<void> {
    await this.local.poll(signal);
  }

  /** Looks once: one request to each Airflow, and what changed or is unfinished. */
  async poll(signal?: AbortSignal): Promise<void> {
    await Promise.all([this.local, ...this.airflows].map((follower) => follower.poll(signal)));
  }
}

/** The history as it is now. */
export async function readHistory(world: World, open: OpenFolder, request: HistoryRequest = {}): Promise<History> {
  const follower = await HistoryFollower.open(world, open, request);
  await follower.poll(request.signal);
  return follower.history;
}

function whenOf(run: Run): string {
  return run.startedAt ?? run.queuedAt ?? "";
}

function withoutStore(target: string): TargetState {
  return { target, state: "refused", message: `"${target}" has no store in aqueduct.json: add one, and what it published and ran is found there.` };
}
