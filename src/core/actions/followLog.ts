import type { AirflowClient } from "../airflow/client.js";
import { isAirflowError } from "../airflow/errors.js";
import type { LogLine } from "../airflow/types.js";
import type { OperatorRun, Run } from "../model/run.js";
import type { OperatorId } from "../model/workflow.js";
import { isUnderWay } from "../runs/merge.js";
import { operatorWord } from "../runs/stateWords.js";
import { WrongRequest } from "./errors.js";
import { localTarget, type OpenFolder } from "./folder.js";
import { liveLocalLog, storedLog } from "./show.js";
import { airflowTarget, publishedWorkflow, requireStore } from "./target.js";
import type { World } from "./world.js";

/** The log of an operator as it stands. */
export interface LogText {
  readonly text: string;
  /** Why there is nothing, or no more yet; empty where the log is whole. */
  readonly note: string;
}

export interface LogRequest {
  /** The run as it is known now: it tells when the operator has ended. */
  readonly run: () => Run | undefined;
  readonly operator: OperatorId;
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks at what grows. */
const pace = { local: 500, airflow: 2_000 };

/** Yields the log of an operator whenever it has grown; ends once it is whole. */
export async function* followLog(world: World, open: OpenFolder, request: LogRequest): AsyncGenerator<LogText, void> {
  const { signal } = request;
  let airflow: AirflowLog | undefined;
  let shown = "";
  for (;;) {
    const { run, operator } = find(request);
    const stored = await whole(world, open, run, operator, signal);
    if (stored !== undefined) {
      yield { text: stored, note: stored === "" ? `${operator.name} printed nothing.` : "" };
      return;
    }
    if (operator.tryNumber > 0 && run.target !== localTarget)
      airflow = await AirflowLog.of(airflow, world, open, run, operator, signal);
    const now =
      operator.tryNumber === 0
        ? { text: "", note: notStarted(operator) }
        : airflow === undefined
          ? await liveLocal(world, open, run, operator)
          : await airflow.read(signal);
    const isOver = !isUnderWay(run) || !["waiting", "queued", "running"].includes(operator.state);
    const update = isOver ? { text: now.text, note: now.text === "" ? lastWord(now.note, operator) : "" } : now;
    if (JSON.stringify(update) !== shown) yield update;
    shown = JSON.stringify(update);
    if (isOver && (airflow === undefined || airflow.isWhole)) return;
    await world.clock.sleep(run.target === localTarget ? pace.local : pace.airflow, signal);
  }
}

function find({ run, operator }: LogRequest): { readonly run: Run; readonly operator: OperatorRun } {
  const found = run();
  const one = found?.operators.find((candidate) => candidate.operator === operator);
  if (found !== undefined && one !== undefined) return { run: found, operator: one };
  throw new WrongRequest(
    `The run of ${operator} is no longer in the history. Refresh the list of runs, then open the log again.`,
  );
}

/** What an ended attempt has left in the store; undefined where there is no such thing. */
async function whole(
  world: World,
  open: OpenFolder,
  run: Run,
  { manifest }: OperatorRun,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (manifest === null || (manifest.logs.stdout === null && manifest.logs.stderr === null)) return undefined;
  const store = run.target === localTarget ? open.store : requireStore(airflowTarget(world, open, run.target)).objects;
  return joined(await storedLog(store, manifest, signal));
}

async function liveLocal(world: World, open: OpenFolder, run: Run, operator: OperatorRun): Promise<LogText> {
  const text = joined(await liveLocalLog(world, open, run, operator.operator, operator.tryNumber));
  return {
    text,
    note: text === "" ? `${operator.name} is ${operatorWord(operator.state)} and has printed nothing yet.` : "",
  };
}

/** What was printed, then what went to the error stream, each as it is. */
function joined({ stdout, stderr }: { readonly stdout: string | null; readonly stderr: string | null }): string {
  const printed = stdout ?? "";
  const errors = stderr ?? "";
  if (printed === "" || errors === "") return `${printed}${errors}`;
  return `${printed.endsWith("\n") ? printed : `${printed}\n`}\n--- standard error ---\n${errors}`;
}

function notStarted({ name, state }: OperatorRun): string {
  return `${name} is ${operatorWord(state)}: it has not run.`;
}

function lastWord(note: string, { name, state }: OperatorRun): string {
  return state === "waiting" || state === "upstreamFailed" || state === "skipped" ? `${name} has not run.` : note;
}

/** The log of one try on Airflow, read part by part. */
class AirflowLog {
  #text = "";
  #next: string | undefined;
  #isWhole = false;

  private constructor(
    readonly tryNumber: number,
    private readonly client: AirflowClient,
    private readonly place: { readonly dagId: string; readonly runId: string; readonly task: string },
  ) {}

  /** The log that is being read, or that of a new try. */
  static async of(
    known: AirflowLog | undefined,
    world: World,
    open: OpenFolder,
    run: Run,
    { operator, tryNumber }: OperatorRun,
    signal: AbortSignal,
  ): Promise<AirflowLog> {
    if (known?.tryNumber === tryNumber) return known;
    const target = airflowTarget(world, open, run.target);
    const published = await publishedWorkflow(world, open, target, run.workflow, signal);
    if (published === undefined)
      throw new WrongRequest(
        `${run.workflow} is no longer published to ${run.target}, so that Airflow cannot be asked for its log.`,
      );
    return new AirflowLog(tryNumber, target.client, {
      dagId: published.publication.dagId,
      runId: run.runId,
      task: operator,
    });
  }

  get isWhole(): boolean {
    return this.#isWhole;
  }

  async read(signal: AbortSignal): Promise<LogText> {
    try {
      await this.#readOn(signal);
    } catch (error) {
      if (!isAirflowError(error, "unreachable", "failed")) throw error;
      this.#isWhole = false; // It is asked again: who follows a log must not lose it because a server restarts.
      return { text: this.#text, note: error.message };
    }
    return {
      text: this.#text,
      note:
        this.#text === ""
          ? "Airflow has nothing of this task's log yet: it shows it once the worker has begun to write."
          : "",
    };
  }

  async #readOn(signal: AbortSignal): Promise<void> {
    const { dagId, runId, task } = this.place;
    const page = await this.client.log(dagId, runId, task, this.tryNumber, this.#next, signal);
    // Without a token Airflow tells of the whole log, once the try has ended.
    this.#isWhole = page === undefined || page.next === null || page.lines.length === 0;
    const text =
      page?.lines
        .filter(isSaid)
        .map((line) => `${line.text}\n`)
        .join("") ?? "";
    this.#text = this.#next === undefined ? text : `${this.#text}${text}`;
    this.#next = page?.next ?? undefined;
  }
}

/** Airflow puts a group of its own before each part, which names the files that the log came from. */
function isSaid({ text }: LogLine): boolean {
  return text !== "" && !text.startsWith("::group::Log message source") && text !== "::endgroup::";
}
