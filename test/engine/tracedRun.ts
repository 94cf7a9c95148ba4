import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { compileBuild } from "../../src/core/compile/build.js";
import * as storeKeys from "../../src/core/store/keys.js";
import { livesOf, readAttempts } from "../../src/core/store/runs.js";
import { readTrace } from "../../src/core/trace/read.js";
import { localJob, type LocalJobRequest } from "../../src/core/compile/localJob.js";
import type { Job, JobRecord } from "../../src/core/model/job.js";
import { runtimePart } from "../../src/core/model/runtimePart.js";
import type { CallReason, Manifest } from "../../src/core/model/manifest.js";
import { pythonMinor } from "../../src/core/model/pythonMinor.js";
import { folderStore } from "../../src/platform/folderStore.js";
import { nodeHash } from "../../src/platform/hash.js";
import { recordsUntil, submit, type EngineConnection, type EngineFixture } from "./engineFixture.js";
import { runtime } from "./operatorJob.js";

const project = "p-0123456789abcdef";

export interface TracedRun {
  readonly job: Job;
  readonly records: readonly JobRecord[];
  /** By operator. */
  readonly manifests: Readonly<Record<string, Manifest>>;
  /** Operators of which a process was started, in that order. */
  readonly called: readonly string[];
  /** Operators whose values were taken from an earlier run. */
  readonly reused: readonly string[];
  /** Why the others were called. */
  readonly why: Readonly<Record<string, CallReason>>;
}

/** Runs of one workflow file as the product does it: traced, built and run, each a minute after the one before. */
export class TracedRuns {
  #count = 0;

  constructor(
    private readonly fixture: EngineFixture,
    private readonly engine: EngineConnection,
  ) {}

  async run(text: string, request: Partial<LocalJobRequest> = {}): Promise<TracedRun> {
    const job = this.job(text, request);
    await submit(this.engine, job);
    return this.outcome(job, await recordsUntil(this.engine, job.name));
  }

  async outcome(job: Job, records: readonly JobRecord[]): Promise<TracedRun> {
    const { rid = "", workflow = "" } = job.run ?? {};
    const store = folderStore(this.fixture.file(".aqueduct/store"));
    const place = { project, key: storeKeys.workflowKey(workflow, nodeHash) };
    const { manifests } = await readAttempts(store, place, rid, await livesOf(store, place, rid));
    return {
      job,
      records,
      manifests: Object.fromEntries(manifests.map((manifest) => [manifest.operator, manifest])),
      called: records.flatMap((record) => (record.type === "started" ? [record.task] : [])),
      reused: records.flatMap((record) =>
        record.type === "ended" && record.reused !== undefined ? [record.task] : [],
      ),
      why: Object.fromEntries(
        records.flatMap((record) =>
          record.type === "ended" && record.called !== undefined ? [[record.task, record.called] as const] : [],
        ),
      ),
    };
  }

  job(text: string, request: Partial<LocalJobRequest> = {}): Job {
    const trace = this.#trace(text);
    const [workflow] = trace.graph.workflows;
    if (workflow === undefined) throw new Error("There is no workflow.");
    const { value: build, problems } = compileBuild({
      trace,
      workflow,
      project,
      resources: new Map(),
      runtime: { version: "0", blob: "0".repeat(64) },
      hash: nodeHash,
    });
    if (build === undefined) throw new Error(problems.map(({ message }) => message).join(" "));
    const store = this.fixture.file(".aqueduct/store");
    const { folder } = this.fixture;
    const place = {
      folder,
      workingFolder: folder,
      interpreter: "python3",
      runtimeFolder: runtime,
      store,
      blob: (digest: string) => this.fixture.file(".aqueduct/store/blobs/sha256", digest),
    };
    const life = `20261121T14${String(this.#count).padStart(2, "0")}00.000000Z`;
    const runId = `local__${life}__abcdef`;
    this.#count += 1;
    const rid = storeKeys.runKey({ project, workflow: build.record.workflow, target: "local", runId }, nodeHash);
    const runsIn =
      trace.environment === null ? undefined : { python: pythonMinor(trace.python), digest: trace.environment };
    return localJob({
      build: build.record,
      buildName: build.name,
      run: { runId, rid, life },
      workflowKey: storeKeys.workflowKey(build.record.workflow, nodeHash),
      place,
      parameters: {},
      surroundings: () => runsIn,
      parallel: 4,
      ...request,
    });
  }

  #trace(text: string): ReturnType<typeof readTrace> {
    const { fixture } = this;
    writeFileSync(fixture.file("flow.py"), text);
    const request = {
      format: 1,
      file: fixture.file("flow.py"),
      folder: fixture.folder,
      out: fixture.file("trace.json"),
      blobs: fixture.file(".aqueduct/store/blobs/sha256"),
      resources: {},
    };
    const environment = { ...process.env, PYTHONPATH: runtime, PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" };
    execFileSync("python3", runtimePart(runtime, "tracer"), {
      input: JSON.stringify(request),
      cwd: fixture.folder,
      env: environment,
      stdio: ["pipe", "ignore", "inherit"],
    });
    const trace = readTrace(fixture.read("trace.json"));
    if (trace.failure !== null) throw new Error(trace.failure.message);
    return trace;
  }
}
