import type { AirflowClient } from "../airflow/client.js";
import { isAirflowError } from "../airflow/errors.js";
import { loggedFailure } from "../airflow/loggedFailure.js";
import type { LogLine } from "../airflow/types.js";
import type { Failure } from "../model/manifest.js";
import type { OperatorRun, Run } from "../model/run.js";

/** Parts of a log that are read at most, and lines of it that are kept: its end tells why it ended. */
const most = { parts: 100, lines: 5_000 };
/** Operators of a run that are asked about: what failed first tells most, and the others have a log too. */
const mostOperators = 3;

/** The last lines of a try's log in Airflow; undefined where it has none. */
export async function lastLines(
  client: AirflowClient,
  place: { readonly dagId: string; readonly runId: string; readonly operator: string; readonly tryNumber: number },
  signal?: AbortSignal,
): Promise<readonly LogLine[] | undefined> {
  const { dagId, runId, operator, tryNumber } = place;
  let lines: readonly LogLine[] | undefined;
  let from: string | undefined;
  for (let part = 0; part < most.parts; part += 1) {
    const page = await client.log(dagId, runId, operator, tryNumber, from, signal);
    if (page === undefined) break;
    lines = [...(lines ?? []), ...page.lines].slice(-most.lines);
    if (page.next === null || page.lines.length === 0) break;
    from = page.next;
  }
  return lines;
}

/** Whether an operator failed on Airflow, and only its log there can say why. */
export function hasNoReason({ state, manifest, tryNumber, loggedFailure: known }: OperatorRun): boolean {
  return state === "failed" && manifest === null && tryNumber > 0 && known === undefined;
}

/** Why tries without a manifest have failed, by their logs in Airflow; each log is read once. */
export class LoggedReasons {
  readonly #known = new Map<string, Failure>();

  /** The same run, with the reasons of the operators that left none. */
  async of(client: AirflowClient, dagId: string, run: Run, signal?: AbortSignal): Promise<Run> {
    const silent = run.operators.filter(hasNoReason).slice(0, mostOperators);
    if (silent.length === 0) return run;
    const reasons = await Promise.all(
      silent.map(async ({ operator, tryNumber }) => {
        const key = `${run.rid}/${run.life ?? ""}/${operator}/${tryNumber}`;
        const failure =
          this.#known.get(key) ?? (await reasonOf(client, { dagId, runId: run.runId, operator, tryNumber }, signal));
        this.#known.set(key, failure);
        return [operator, failure] as const;
      }),
    );
    const byOperator = new Map<string, Failure>(reasons);
    return {
      ...run,
      operators: run.operators.map((one) => {
        const failure = byOperator.get(one.operator);
        return failure === undefined ? one : { ...one, loggedFailure: failure };
      }),
    };
  }
}

async function reasonOf(
  client: AirflowClient,
  place: Parameters<typeof lastLines>[1],
  signal: AbortSignal | undefined,
): Promise<Failure> {
  try {
    return loggedFailure((await lastLines(client, place, signal)) ?? []);
  } catch (error) {
    // Whoever may not read logs still sees the run; an Airflow that is away is asked again.
    if (!isAirflowError(error, "forbidden", "absent", "refused")) throw error;
    return { type: "lost", message: `Why it failed is not known: ${error.message}`, tip: "", trace: [] };
  }
}
