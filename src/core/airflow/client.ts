import type { Http, HttpRequest, Secrets } from "../ports.js";
import type { Json } from "../model/workflow.js";
import { answerBudget } from "../model/budgets.js";
import { healthAnswer, logPageAnswer } from "../../formats/airflow.js";
import { read, valueOf } from "../../formats/reader.js";
import {
  fields,
  readDag,
  readDagRun,
  readDagRuns,
  readDags,
  readImportErrors,
  readLogLine,
  readPage,
  readTaskInstances,
} from "./answers.js";
import { AirflowError, isAirflowError } from "./errors.js";
import { AirflowSession, type AirflowAccount } from "./session.js";
import type { AirflowDag, AirflowVersion, DagRun, DagRunQuery, ImportError, LogPage } from "./types.js";
import { detectVersion } from "./version.js";

/** The most that Airflow gives on one page; more is cut silently. */
const pageSize = 100;
const cancelTries = 3;

/** Airflow's REST interface v2, as requests and answers; every failure is an {@link AirflowError}. */
export class AirflowClient {
  private readonly session: AirflowSession;

  constructor(account: AirflowAccount, http: Http, secrets: Secrets) {
    this.session = new AirflowSession(account, http, secrets);
  }

  get account(): AirflowAccount {
    return this.session.account;
  }

  version(signal?: AbortSignal): Promise<AirflowVersion> {
    return detectVersion(this.session, signal);
  }

  signIn(signal?: AbortSignal): Promise<void> {
    return this.session.signIn(signal);
  }

  /** Undefined where there is none of that id. */
  async dag(dagId: string, signal?: AbortSignal): Promise<AirflowDag | undefined> {
    return absentIs(undefined, async () =>
      readDag(await this.ask("GET", `/dags/${encodeURIComponent(dagId)}`, signal)),
    );
  }

  /** The text that Airflow last parsed; undefined where it has none. */
  async dagSource(dagId: string, signal?: AbortSignal): Promise<string | undefined> {
    const answer = await this.session.send({
      method: "GET",
      path: `/api/v2/dagSources/${encodeURIComponent(dagId)}`,
      accept: "text/plain",
      ...only(signal),
    });
    if (answer.status === 404) return undefined;
    if (answer.status !== 200)
      throw new AirflowError(
        "refused",
        `Airflow "${this.account.name}" does not show the text of ${dagId} (${answer.status}): ${this.session.wordsOf(answer)}`,
      );
    return answer.text;
  }

  async setPaused(dagId: string, isPaused: boolean, signal?: AbortSignal): Promise<void> {
    await this.ask("PATCH", `/dags/${encodeURIComponent(dagId)}?update_mask=is_paused`, signal, {
      is_paused: isPaused,
    });
  }

  /** Asks for the file to be read soon. False where Airflow will not: then it is read when its turn comes. */
  async requestParse(fileToken: string, signal?: AbortSignal): Promise<boolean> {
    try {
      await this.ask("PUT", `/parseDagFile/${encodeURIComponent(fileToken)}`, signal);
      return true;
    } catch (error) {
      if (isAirflowError(error, "forbidden", "absent", "refused")) return false;
      throw error;
    }
  }

  /** Newest first, at most 100, of files whose path ends with `file`. */
  async importErrors(file: string, signal?: AbortSignal): Promise<readonly ImportError[]> {
    const page = readPage(
      await this.ask("GET", `/importErrors?order_by=-timestamp&limit=${pageSize}`, signal),
      "import_errors",
    );
    return readImportErrors(page.items).filter((error) => error.file === file || error.file.endsWith(`/${file}`));
  }

  /** Starts a run under an id of ours, which makes a repeated request harmless: the run that is there already is given back. */
  async trigger(
    dagId: string,
    runId: string,
    conf: Readonly<Record<string, Json>>,
    signal?: AbortSignal,
  ): Promise<DagRun> {
    const call = {
      method: "POST",
      path: `/api/v2/dags/${encodeURIComponent(dagId)}/dagRuns`,
      body: { dag_run_id: runId, logical_date: null, conf },
      ...only(signal),
    } as const;
    const answer = await this.session.send(call);
    if (answer.status === 200 || answer.status === 201) return readDagRun(this.session.parse(answer, call));
    const existing = answer.status === 409 ? await this.dagRun(dagId, runId, signal) : undefined;
    if (existing !== undefined) return existing;
    const broken = answer.status === 404 ? "It is not there, or its file is broken: publish the workflow again. " : "";
    throw new AirflowError(
      answer.status === 404 ? "absent" : "refused",
      `Airflow "${this.account.name}" did not start ${dagId}. ${broken}${this.session.wordsOf(answer)}`,
    );
  }

  async dagRun(dagId: string, runId: string, signal?: AbortSignal): Promise<DagRun | undefined> {
    return absentIs(undefined, async () => readDagRun(await this.ask("GET", runPath(dagId, runId), signal)));
  }

  /** And those that can't be read. @param dagId `~` for those of every DAG that the user may see */
  async dagRuns(dagId: string, query: DagRunQuery, signal?: AbortSignal): Promise<ReturnType<typeof readDagRuns>> {
    const parameters = [
      ...(query.updatedSince === undefined
        ? []
        : [`updated_at_gte=${encodeURIComponent(query.updatedSince)}`, "order_by=updated_at"]),
      ...(query.states ?? []).map((state) => `state=${encodeURIComponent(state)}`),
      ...(query.orderBy === undefined ? [] : [`order_by=${encodeURIComponent(query.orderBy)}`]),
    ];
    const runs = await this.pages(
      `/dags/${dagId === "~" ? "~" : encodeURIComponent(dagId)}/dagRuns`,
      parameters,
      "dag_runs",
      query.limit,
      signal,
    );
    return readDagRuns(runs);
  }

  /** Runs of several DAGs by one request a page, and those that can't be read; an empty list of DAGs asks nothing. */
  async dagRunsOf(
    dagIds: readonly string[],
    query: Omit<DagRunQuery, "updatedSince">,
    signal?: AbortSignal,
  ): Promise<ReturnType<typeof readDagRuns>> {
    if (dagIds.length === 0) return readDagRuns([]);
    const body = {
      dag_ids: dagIds,
      ...(query.states === undefined ? {} : { states: query.states }),
      ...(query.orderBy === undefined ? {} : { order_by: query.orderBy }),
    };
    const limit = query.limit ?? Number.POSITIVE_INFINITY;
    return readDagRuns(await this.listed("/dags/~/dagRuns/list", "dag_runs", body, limit, signal));
  }

  /** Every task instance of a run, the gate among them. */
  async taskInstances(
    dagId: string,
    runId: string,
    signal?: AbortSignal,
  ): Promise<ReturnType<typeof readTaskInstances>> {
    const tasks = await this.pages(`${runPath(dagId, runId)}/taskInstances`, [], "task_instances", undefined, signal);
    return readTaskInstances(tasks);
  }

  /** Those of several runs, a request a hundred of them and, beyond that, one a page; runs of other DAGs that have the same ids are among them. */
  async taskInstancesOf(
    dagIds: readonly string[],
    runIds: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReturnType<typeof readTaskInstances>> {
    const found: unknown[] = [];
    for (let from = 0; from < runIds.length; from += pageSize) {
      const body = { dag_ids: dagIds, dag_run_ids: runIds.slice(from, from + pageSize) };
      found.push(
        ...(await this.listed(
          "/dags/~/dagRuns/~/taskInstances/list",
          "task_instances",
          body,
          Number.POSITIVE_INFINITY,
          signal,
        )),
      );
    }
    return readTaskInstances(found);
  }

  /** Every DAG with a tag that is not stale. */
  async dagsTagged(tag: string, signal?: AbortSignal): Promise<readonly AirflowDag[]> {
    const dags = await this.pages(
      "/dags",
      [`tags=${encodeURIComponent(tag)}`, "order_by=dag_id"],
      "dags",
      undefined,
      signal,
    );
    return readDags(dags);
  }

  /**
   * A part of a task's log. Undefined where there is no such try.
   *
   * @param from `next` of the page before
   */
  async log(
    dagId: string,
    runId: string,
    taskId: string,
    tryNumber: number,
    from?: string,
    signal?: AbortSignal,
  ): Promise<LogPage | undefined> {
    const token = from === undefined ? "" : `&token=${encodeURIComponent(from)}`;
    const path = `${runPath(dagId, runId)}/taskInstances/${encodeURIComponent(taskId)}/logs/${tryNumber}?full_content=false${token}`;
    return absentIs(undefined, async () => {
      const page = valueOf(read(logPageAnswer, fields(await this.ask("GET", path, signal))), "Airflow's log");
      const { content, continuation_token: next } = page;
      const lines: readonly unknown[] = Array.isArray(content)
        ? content
        : (typeof content === "string" ? content : "").split("\n");
      return { lines: lines.map(readLogLine), next: next ?? null };
    });
  }

  /**
   * Ends a run: Airflow has no other word for it than marking it failed. Its running tasks are ended within seconds.
   *
   * It has answered 500 to this and done it (3.4.0b2), so it is asked again, and what counts is how the run stands then.
   */
  async cancel(dagId: string, runId: string, signal?: AbortSignal): Promise<DagRun> {
    for (let attempt = 1; ; attempt += 1) {
      const failure = await this.markFailed(dagId, runId, signal);
      const run = await this.dagRun(dagId, runId, signal);
      if (run === undefined)
        throw new AirflowError("absent", `Airflow "${this.account.name}" has no run ${runId} of ${dagId}.`);
      if (run.state === "failed" || run.state === "success") return run;
      if (attempt === cancelTries)
        throw (
          failure ??
          new AirflowError(
            "refused",
            `Airflow "${this.account.name}" did not end run ${runId}: it is still ${run.state}. End it in Airflow's own interface.`,
          )
        );
    }
  }

  /** Whether there is a Connection of that id in Airflow's database; those of its environment and secret backends are not told. */
  async hasConnection(id: string, signal?: AbortSignal): Promise<boolean> {
    return absentIs(false, async () => {
      await this.ask("GET", `/connections/${encodeURIComponent(id)}`, signal);
      return true;
    });
  }

  /** Whether the process that reads DAG files is alive. */
  async isDagProcessorHealthy(signal?: AbortSignal): Promise<boolean> {
    const health = valueOf(read(healthAnswer, fields(await this.ask("GET", "/monitor/health", signal))), "Its health");
    return health.dag_processor == null || health.dag_processor.status === "healthy";
  }

  private async markFailed(dagId: string, runId: string, signal?: AbortSignal): Promise<AirflowError | undefined> {
    try {
      await this.ask("PATCH", `${runPath(dagId, runId)}?update_mask=state`, signal, { state: "failed" });
      return undefined;
    } catch (error) {
      if (isAirflowError(error, "failed")) return error;
      throw error;
    }
  }

  private ask(method: HttpRequest["method"], path: string, signal?: AbortSignal, body?: unknown): Promise<unknown> {
    return this.session.json({
      method,
      path: `/api/v2${path}`,
      ...(body === undefined ? {} : { body }),
      ...only(signal),
    });
  }

  /** A server may say that there is always more. */
  private checkPages(page: number, path: string): void {
    if (page > answerBudget.pages)
      throw new AirflowError(
        "failed",
        `Airflow "${this.account.name}" gives a list without end at ${path}: ${answerBudget.pages} pages were read. Does an Airflow answer at ${this.account.url}, and no other server?`,
      );
  }

  /** The pages of a list that is asked for by a body. */
  private async listed(
    path: string,
    name: string,
    body: Readonly<Record<string, unknown>>,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    for (let total = 1, pages = 1; found.length < total && found.length < limit; pages += 1) {
      this.checkPages(pages, path);
      const place = { page_offset: found.length, page_limit: Math.min(pageSize, limit - found.length) };
      const page = readPage(await this.ask("POST", path, signal, { ...body, ...place }), name);
      if (page.items.length === 0) break;
      found.push(...page.items);
      total = page.total;
    }
    return found;
  }

  private async pages(
    path: string,
    parameters: readonly string[],
    name: string,
    limit = Number.POSITIVE_INFINITY,
    signal?: AbortSignal,
  ): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    for (let total = 1, pages = 1; found.length < total && found.length < limit; pages += 1) {
      this.checkPages(pages, path);
      const query = [...parameters, `offset=${found.length}`, `limit=${Math.min(pageSize, limit - found.length)}`].join(
        "&",
      );
      const page = readPage(await this.ask("GET", `${path}?${query}`, signal), name);
      if (page.items.length === 0) break;
      found.push(...page.items);
      total = page.total;
    }
    return found;
  }
}

function runPath(dagId: string, runId: string): string {
  return `/dags/${encodeURIComponent(dagId)}/dagRuns/${encodeURIComponent(runId)}`;
}

async function absentIs<T>(value: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (isAirflowError(error, "absent")) return value;
    throw error;
  }
}

function only(signal: AbortSignal | undefined): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
