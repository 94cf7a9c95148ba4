import type { HttpRequest, HttpResponse } from "../../src/core/ports.js";

/** A run as Airflow tells it. */
interface FakeDagRun {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly state: string;
  readonly conf: unknown;
  readonly start_date?: string;
}

export interface FakeDagRuns {
  readonly runs: FakeDagRun[];
  /** Of every run, by task: its state. */
  readonly tasks: Map<string, string>;
  /** What every task has printed. */
  log: readonly string[];
  /** Undefined: the request is about something else. */
  answer(request: HttpRequest): Partial<HttpResponse> | undefined;
}

/** The part of Airflow that starts, lists and ends runs. */
export function fakeDagRuns(): FakeDagRuns {
  const json = (value: unknown, status = 200): Partial<HttpResponse> => ({ status, text: JSON.stringify(value) });
  const instancesOf = (run: FakeDagRun): readonly unknown[] =>
    [...fake.tasks].map(([task_id, state]) => ({ ...run, task_id, state, try_number: 1 }));
  const fake: FakeDagRuns = {
    runs: [],
    tasks: new Map(),
    log: [],
    answer: ({ method, url, body }) => {
      const path = new URL(url).pathname.replace("/api/v2/dags/", "");
      const [dag, kind, id, more] = path.split("/").map(decodeURIComponent);
      if (kind !== "dagRuns") return undefined;
      if (dag === "~" && id === "~") {
        const { dag_run_ids: ids } = JSON.parse(body ?? "{}") as { readonly dag_run_ids: readonly string[] };
        const asked = fake.runs.filter((run) => ids.includes(run.dag_run_id));
        const all = asked.flatMap((run) => instancesOf(run));
        return json({ task_instances: all, total_entries: all.length });
      }
      if (dag === "~") return json({ dag_runs: fake.runs, total_entries: fake.runs.length });
      if (id === undefined && method === "POST") {
        const { dag_run_id, conf } = JSON.parse(body ?? "{}") as Pick<FakeDagRun, "dag_run_id" | "conf">;
        const run = { dag_id: dag ?? "", dag_run_id, conf, state: "queued", start_date: "2026-11-21T01:23:01Z" };
        fake.runs.push(run);
        return json(run);
      }
      if (id === undefined) return undefined;
      const at = fake.runs.findIndex((run) => run.dag_run_id === id);
      const run = fake.runs[at];
      if (run === undefined) return undefined;
      if (method === "PATCH") fake.runs[at] = { ...run, state: "failed" };
      if (more === undefined) return json(fake.runs[at]);
      if (path.includes("/logs/")) return json({ content: fake.log.map((event) => ({ event })) });
      const instances = instancesOf(run);
      return json({ task_instances: instances, total_entries: instances.length });
    },
  };
  return fake;
}
