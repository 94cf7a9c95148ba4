import { AirflowClient } from "../../../src/core/airflow/client.js";
import type { BuildOperator, BuildRecord } from "../../../src/core/model/build.js";
import type { Clock, Files } from "../../../src/core/ports.js";
import { publish } from "../../../src/core/publish/publish.js";
import type { AskingPublishRequest, DagFileFormat, PublishPorts } from "../../../src/core/publish/request.js";
import type { PublishEvent } from "../../../src/core/publish/steps.js";
import { nameBuild, type NamedBuild } from "../../../src/core/store/builds.js";
import { blobKey, workflowKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { fakeAirflow } from "../../fakes/fakeAirflow.js";
import { inMemoryFiles } from "../../fakes/inMemoryFiles.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";

export const source = { file: "wine.py", line: 15, column: 1, endLine: 15, endColumn: 40 };
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const place = { project: "p-1", key: workflowKey("wine predictions", nodeHash) };
/** Where the store has what is published to the target. */
export const folder = `workflows/p-1/${place.key}/targets/airflow`;
export const dagFile = "/dags/wine_predictions.py";

export const resource = {
  kind: "airflow",
  name: "airflow",
  url: "http://airflow",
  username: "ann",
  dagFolder: "/dags",
  store: "lake",
} as const;

/** A build that differs from others by its schedule. */
export function build(schedule: string, project = "p-1", operators: readonly BuildOperator[] = []): NamedBuild {
  const runtime = nodeHash.sha256("runtime");
  const record: BuildRecord = {
    format: 1,
    project,
    workflow: "wine predictions",
    schedule,
    operators,
    artifacts: [],
    runtime: { version: "0.1.0", blob: runtime },
    launcher: 1,
  };
  return nameBuild(record, nodeHash);
}

/** The first line of a DAG file: whose it is. */
export function owned(owner: Readonly<Record<string, string>> = {}): string {
  return `${JSON.stringify({ project: "p-1", workflow: "wine predictions", target: "airflow", ...owner })}\n`;
}

/** A DAG file that only a later version of Aqueduct can read. */
export const ofNewer = "a newer format\n";

/** A DAG file whose text says what publishing must know of it, and nothing else. */
export function formatOf({ name, record }: NamedBuild): DagFileFormat {
  return {
    render: ({ dagId, startDate }) =>
      `${owned({ project: record.project })}${dagId} ${startDate} aqueduct-build:${name.slice(0, 12)}\n`,
    ownerOf: (text) => {
      if (text === ofNewer) return "newer";
      return text.startsWith("{")
        ? (JSON.parse(text.split("\n")[0] ?? "") as { project: string; workflow: string; target: string })
        : undefined;
    },
  };
}

/** A DAG folder, a store and an Airflow, none of them real, and what publishing said of them. */
export class PublishingWorld {
  readonly files = inMemoryFiles({ "/dags/other.py": "" });
  readonly store = inMemoryStore();
  readonly localStore = inMemoryStore("/w/.aqueduct/store");
  readonly airflow = fakeAirflow(this.files.contents);
  readonly events: PublishEvent[] = [];
  readonly asked: (readonly string[])[] = [];
  /** How long it slept, each time. */
  readonly slept: number[] = [];
  /** Milliseconds that have passed. */
  now = 0;

  readonly clock: Clock = {
    now: () => new Date(Date.UTC(2026, 10, 21) + this.now).toISOString(),
    monotonic: () => this.now,
    sleep: (milliseconds, signal) => {
      this.now += milliseconds;
      this.slept.push(milliseconds);
      return signal?.aborted === true ? Promise.reject(signal.reason as Error) : Promise.resolve();
    },
  };

  constructor() {
    this.localStore.objects.set(blobKey(nodeHash.sha256("runtime")), bytes("runtime"));
  }

  parts(
    named: NamedBuild,
    more: Partial<AskingPublishRequest> = {},
    onDisk: Files = this.files,
  ): { readonly ports: PublishPorts; readonly request: AskingPublishRequest } {
    const { clock, localStore, store, airflow } = this;
    return {
      ports: { files: onDisk, clock, hash: nodeHash },
      request: {
        build: named,
        place: { ...place, project: named.record.project },
        source,
        airflow: resource,
        client: new AirflowClient(resource, airflow.http, { password: () => Promise.resolve("pw") }),
        localStore,
        store,
        dagFormat: formatOf(named),
        publishedBy: "ann",
        warnings: [],
        confirm: (questions) => {
          this.asked.push(questions);
          return Promise.resolve(true);
        },
        onEvent: (event) => this.events.push(event),
        ...more,
      },
    };
  }

  publish(
    named: NamedBuild,
    more: Partial<AskingPublishRequest> = {},
    onDisk: Files = this.files,
  ): ReturnType<typeof publish> {
    const { ports, request } = this.parts(named, more, onDisk);
    return publish(ports, request);
  }

  /** What the store says is live. */
  current(): Record<string, string> {
    return this.json(`${folder}/current.json`);
  }

  /** What a publication under way has left in the store. */
  marker(): Record<string, string> {
    return this.json(`${folder}/publishing.json`);
  }

  hasMarker(): boolean {
    return this.store.objects.has(`${folder}/publishing.json`);
  }

  /** The text in the DAG folder. */
  dag(): string | undefined {
    return this.files.contents.get(dagFile);
  }

  /** Changes a member of what the store holds, as somebody else would. */
  async rewrite(key: "current" | "publishing", changes: Readonly<Record<string, unknown>>): Promise<void> {
    const path = `${folder}/${key}.json`;
    const before = this.store.objects.has(path) ? this.json(path) : {};
    await this.store.delete(path);
    await this.store.putIfAbsent(path, bytes(JSON.stringify({ ...before, ...changes })));
  }

  private json(key: string): Record<string, string> {
    return JSON.parse(new TextDecoder().decode(this.store.objects.get(key))) as Record<string, string>;
  }
}
