import { runCommandLine } from "../../src/cli/program.js";
import type { Output, Shell } from "../../src/cli/shell.js";
import type { ExitCode } from "../../src/cli/terminal.js";
import type { WorldOptions } from "../../src/cli/world.js";
import type { Interpreter, ProcessResult, World } from "../../src/core/index.js";
import type { Graph } from "../../src/core/model/workflow.js";
import type { TraceResult } from "../../src/core/model/trace.js";
import { blobKey } from "../../src/core/store/keys.js";
import { Unreachable, type HttpRequest } from "../../src/core/ports.js";
import { nodeHash } from "../../src/platform/hash.js";
import { lineLog } from "../../src/platform/log.js";
import { loadPythonParser } from "../../src/platform/pythonParser.js";
import { environmentSecrets } from "../../src/platform/secrets.js";
import { checkAnswer } from "./answer.js";
import { fakeAirflow, type FakeAirflow } from "./fakeAirflow.js";
import { fakeDagRuns, type FakeDagRuns } from "./fakeDagRuns.js";
import { fakeEngine, type FakeEngine } from "./fakeEngine.js";
import { inMemoryFiles } from "./inMemoryFiles.js";
import { inMemoryStore } from "./inMemoryStore.js";
import { digest, wineTrace } from "./wine.js";

/** Loaded once: it keeps nothing of one file for the next. */
let parser: ReturnType<typeof loadPythonParser> | undefined;

/** What a command has said, and how it ended. */
export interface Said {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the fake tells of a run of the tracer. */
interface FakeTracing {
  trace: TraceResult;
  /** What the file prints while it is read. */
  prints: string;
  /** 0: the trace was written. */
  code: number;
  stderr: string;
}

/**
 * The command line in a folder `/wine` with a workflow file, a database, a store and an Airflow that reads `/dags`. Nothing of it is real but the code between
 * what is typed and what is said.
 */
export class FakeShell {
  readonly files = inMemoryFiles({
    "/wine/wine.py": "",
    "/wine/aqueduct.json": aqueductJson(),
    "/dags/other.py": "",
  });
  readonly environment: Record<string, string> = {
    AQUEDUCT_AIRFLOW_PASSWORD: "pw",
    AQUEDUCT_AIRFLOW_ORIGIN: "https://airflow",
  };
  /** Where somebody has said that a password may go. */
  readonly confirmed = new Set<string>();
  readonly airflow: FakeAirflow = fakeAirflow(this.files.contents);
  readonly dagRuns: FakeDagRuns = fakeDagRuns();
  readonly tracing: FakeTracing = { trace: wineTrace, prints: "", code: 0, stderr: "" };
  readonly asked: string[] = [];
  /** Everything that went to a server. */
  readonly sent: HttpRequest[] = [];
  /** What `--python` and `--verbose` gave the world that was made last. */
  options: WorldOptions = { warn: () => undefined };
  interpreter: Interpreter | undefined = { path: "/usr/bin/python3", version: "3.11.7", source: "PATH" };
  /** How somebody at the keyboard answers; undefined: nobody is there. */
  answer: string | undefined;
  /** The width of stderr's terminal; undefined: it is a pipe. */
  columns: number | undefined;
  /** Why Airflow does not answer. */
  airflowIsDown: string | undefined;
  /** Called before each wait, in place of time that passes. */
  onSleep: () => void = () => undefined;
  /** Called whenever the tracer is started. */
  onTrace: (world: World) => void = () => undefined;

  readonly #interrupt = new AbortController();
  readonly #stores = new Map<string, ReturnType<typeof inMemoryStore>>();
  #now = 0;
  #random = 0;
  readonly clock = {
    now: () => new Date(Date.UTC(2026, 10, 21, 1, 23) + (this.#now += 1)).toISOString().replace("Z", "000Z"),
    monotonic: () => this.#now,
    sleep: (milliseconds: number, signal?: AbortSignal) => {
      this.#now += milliseconds;
      this.onSleep();
      return signal?.aborted === true ? Promise.reject(signal.reason as Error) : Promise.resolve();
    },
  };
  readonly engine: FakeEngine = fakeEngine({ files: this.files, store: this.store("local"), clock: this.clock });

  constructor() {
    for (const letter of "abcde")
      this.store("local").objects.set(blobKey(digest(letter)), new TextEncoder().encode(letter));
  }

  /** A store by the name of its resource; `local` is that of the folder. */
  store(name: string): ReturnType<typeof inMemoryStore> {
    const store = this.#stores.get(name) ?? inMemoryStore(`/stores/${name}`);
    this.#stores.set(name, store);
    return store;
  }

  interrupt(): void {
    this.#interrupt.abort(new Error("The operation was aborted"));
  }

  /** Types `aqueduct …` and waits for its end. */
  async type(...args: readonly string[]): Promise<Said> {
    const said = { stdout: "", stderr: "" };
    const output = (name: "stdout" | "stderr"): Output => ({
      write: (text) => void (said[name] += text),
      columns: name === "stderr" ? this.columns : undefined,
    });
    const code = await runCommandLine(this.#shell(output("stdout"), output("stderr")), args);
    if (args.includes("--json")) checkAnswer(args, said.stdout);
    return { code, ...said };
  }

  #shell(stdout: Output, stderr: Output): Shell {
    const { answer } = this;
    return {
      stdout,
      stderr,
      folder: "/wine",
      interrupts: () => ({ signal: this.#interrupt.signal, release: () => undefined }),
      ask:
        answer === undefined
          ? undefined
          : (question) => {
              this.asked.push(question);
              return Promise.resolve(answer);
            },
      user: () => "ann",
      world: (options) => {
        this.options = options;
        return this.#world(options);
      },
      pythonParser: () => (parser ??= loadPythonParser()),
      followLogs: (show) => ({
        start: (task) => show(`  ${task} | hello\n`),
        end: () => Promise.resolve(),
        stop: () => Promise.resolve(),
      }),
    };
  }

  #world({ writeLog, confirm, warn }: WorldOptions): World {
    const world: World = {
      files: this.files,
      http: { send: (request) => this.#send(request) },
      processes: {
        run: ({ stdin = "", onOutput }) => {
          this.onTrace(world);
          return this.#trace(stdin, onOutput);
        },
        environment: () => ({}),
      },
      interpreters: { find: () => Promise.resolve(this.interpreter) },
      secrets: environmentSecrets({
        environment: this.environment,
        confirmed: {
          has: (entry) => Promise.resolve(this.confirmed.has(entry)),
          add: (entry) => Promise.resolve(void this.confirmed.add(entry)),
        },
        confirm,
        warn,
      }),
      hash: nodeHash,
      random: { hex: (bytes) => (this.#random += 1).toString(16).padStart(bytes * 2, "0") },
      clock: this.clock,
      log: lineLog(writeLog ?? (() => undefined), () => this.clock.now()),
      engine: this.engine,
      runtime: { version: "0.1.0", folder: "/runtime", zip: () => Promise.resolve(new Uint8Array([80, 75])) },
      openStore: ({ name }) => this.store(name),
      cores: 2,
    };
    return world;
  }

  async #send(request: HttpRequest): ReturnType<World["http"]["send"]> {
    this.sent.push(request);
    if (this.airflowIsDown !== undefined) throw new Unreachable(request.url, this.airflowIsDown);
    const answer = this.dagRuns.answer(request);
    return answer === undefined ? this.airflow.http.send(request) : { status: 200, headers: {}, text: "{}", ...answer };
  }

  /** As the tracer does it: the result lies where the request says. */
  #trace(stdin: string, onOutput?: (stream: "stdout", text: string) => void): Promise<ProcessResult> {
    const { trace, prints, code, stderr } = this.tracing;
    const { out } = JSON.parse(stdin) as { readonly out: string };
    if (prints !== "") onOutput?.("stdout", prints);
    if (code === 0) this.files.contents.set(out, JSON.stringify(trace));
    return Promise.resolve({ code, signalName: null, stdout: prints, stderr });
  }
}

/** The one object that `--json` prints; fails where stdout holds anything else. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it names what JSON.parse cannot
export function jsonOf<T = Readonly<Record<string, unknown>>>({ stdout, stderr }: Said): T {
  if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`stdout is not one object on one line: ${stdout}\nstderr: ${stderr}`);
  return JSON.parse(stdout) as T;
}

/** A trace whose graph was changed. */
export function traced(change: (graph: Graph) => Graph, more: Partial<TraceResult> = {}): TraceResult {
  return { ...wineTrace, graph: change(wineTrace.graph), ...more };
}

/** The folder's `aqueduct.json`, with other resources in place of, or beside, its own. */
export function aqueductJson(resources: Readonly<Record<string, unknown>> = {}): string {
  const own = {
    demo: { type: "database", url: "sqlite:///wine.db", airflowConnection: "demo" },
    lake: { type: "store", folder: "/stores/lake" },
    airflow: { type: "airflow", url: "https://airflow", username: "ann", dagFolder: "/dags", store: "lake" },
  };
  return JSON.stringify({ project: "p-1", resources: { ...own, ...resources } });
}
