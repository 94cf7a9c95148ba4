import type { HttpRequest, HttpResponse } from "../../src/core/ports.js";
import { fakeHttp } from "./fakeHttp.js";

export interface FakeAirflow {
  readonly http: ReturnType<typeof fakeHttp>;
  /** Text of a DAG file → why it cannot be imported. */
  breaks: (text: string) => string | undefined;
  /** Whether it reads the DAG folder. */
  reads: boolean;
  /** DAGs that are there without a file in our folder: their texts. */
  readonly elsewhere: Map<string, string>;
  readonly unpaused: string[];
  /** Runs of whatever DAG is asked for: id → state. */
  readonly runs: Map<string, string>;
  connections: Set<string> | "forbidden";
  /** What it says of every DAG beside what its file says, in Airflow's own words. */
  readonly says: Record<string, unknown>;
  /** An answer in the place of the usual one; undefined: the usual one. */
  instead: (request: HttpRequest) => Partial<HttpResponse> | undefined;
}

/** As much of Airflow as publishing asks of it, over a DAG folder `/dags` in memory. A DAG file is read at each request. */
export function fakeAirflow(files: ReadonlyMap<string, string>): FakeAirflow {
  const json = (value: unknown, status = 200): Partial<HttpResponse> => ({ status, text: JSON.stringify(value) });
  const parsed = new Map<string, string>();
  const look = (): void => {
    for (const [path, text] of files) {
      const id = /^\/dags\/(.+)\.py$/.exec(path)?.[1];
      if (airflow.reads && id !== undefined && airflow.breaks(text) === undefined) parsed.set(id, text);
    }
  };
  const errors = (): readonly unknown[] =>
    [...files].flatMap(([path, text]) => {
      const why = airflow.reads && path.startsWith("/dags/") ? airflow.breaks(text) : undefined;
      return why === undefined
        ? []
        : [{ import_error_id: 1, timestamp: text, filename: path.slice(6), stack_trace: why }];
    });
  const answer = (request: HttpRequest): Partial<HttpResponse> | undefined => {
    const { method, url } = request;
    look();
    const instead = airflow.instead(request);
    if (instead !== undefined) return instead;
    const path =
      url
        .replace(/^https?:\/\/[^/]+/, "")
        .replace("/api/v2", "")
        .split("?")[0] ?? "";
    if (path === "/auth/token") return json({ access_token: "t" }, 201);
    if (path === "/version") return json({ version: "3.3.2" });
    if (path === "/importErrors") return json({ import_errors: errors(), total_entries: 1 });
    if (path === "/monitor/health") return json({ dag_processor: { status: "healthy" } });
    if (path.endsWith("/dagRuns")) {
      const asked = new URL(url).searchParams;
      const states = asked.getAll("state");
      const all = [...airflow.runs].filter(([, state]) => states.length === 0 || states.includes(state));
      const runs = all.slice(0, Number(asked.get("limit") ?? 100));
      return json({
        dag_runs: runs.map(([id, state]) => ({ dag_run_id: id, state })),
        total_entries: all.length,
      });
    }
    const [, kind, id = ""] = path.split("/");
    if (kind === "connections")
      return airflow.connections === "forbidden"
        ? json({ detail: "Forbidden" }, 403)
        : airflow.connections.has(id)
          ? json({})
          : undefined;
    const text = parsed.get(id) ?? airflow.elsewhere.get(id);
    if (text === undefined) return undefined;
    if (kind === "dagSources") return { text };
    if (kind === "dags" && method === "PATCH") airflow.unpaused.push(id);
    return json({
      dag_id: id,
      is_paused: !airflow.unpaused.includes(id),
      tags: tagsOf(text),
      relative_fileloc: `${id}.py`,
      ...airflow.says,
    });
  };
  const airflow: FakeAirflow = {
    http: fakeHttp(answer),
    breaks: () => undefined,
    reads: true,
    elsewhere: new Map(),
    unpaused: [],
    runs: new Map(),
    connections: new Set(),
    says: {},
    instead: () => undefined,
  };
  return airflow;
}

/** A real DAG file names its build in full, and makes the tag of it while it is imported. */
function tagsOf(text: string): readonly { readonly name: string }[] {
  const builds = [...text.matchAll(/aqueduct-build:(\w{12})|"build": ?"(\w{12})\w{52}"/g)];
  return builds.map(([, tag, build]) => ({ name: `aqueduct-build:${tag ?? build ?? ""}` }));
}
