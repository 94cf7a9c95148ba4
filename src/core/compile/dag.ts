import type { BuildRecord } from "../model/build.js";
import type { ArtifactId } from "../model/workflow.js";
import type { Resource, StoreResource } from "../resources/resource.js";
import type { NamedBuild } from "../store/builds.js";
import { dagParam } from "./dagParam.js";
import type { DagSpec, DagStore, DagTask } from "./dagSpec.js";

/** The task that asks for a good manifest of every operator before anything is saved. */
const gateTask = "_gate";

export interface DagRequest {
  readonly build: NamedBuild;
  /** The workflow's folder in the store. */
  readonly key: string;
  /** Name of the Airflow resource. */
  readonly target: string;
  readonly dagId: string;
  readonly startDate: string;
  readonly store: StoreResource;
  readonly resources: ReadonlyMap<string, Resource>;
}

/** The literal of the DAG file of a build on a target (docs/formats/publications.md). */
export function compileDag({ build, key, target, dagId, startDate, store, resources }: DagRequest): DagSpec {
  const { record } = build;
  return {
    format: 2,
    project: record.project,
    workflow: record.workflow,
    key,
    target,
    dag_id: dagId,
    ...(record.description === undefined ? {} : { description: record.description }),
    build: build.name,
    schedule: record.schedule,
    start_date: startDate,
    runtime: record.runtime.blob,
    store: dagStore(store),
    connections: connectionsOf(record, resources),
    params: Object.fromEntries(record.operators.flatMap(dagParam)),
    tasks: tasksOf(record),
  };
}

/** Resource → Airflow Connection, of the databases that a build uses. */
export function connectionsOf(
  record: BuildRecord,
  resources: ReadonlyMap<string, Resource>,
): Readonly<Record<string, string>> {
  const used = [
    ...new Set(record.operators.flatMap(({ resource }) => (resource === undefined ? [] : [resource]))),
  ].sort();
  return Object.fromEntries(
    used.flatMap((name) => {
      const resource = resources.get(name);
      return resource?.kind === "database" ? [[name, resource.airflowConnection]] : [];
    }),
  );
}

function dagStore(store: StoreResource): DagStore {
  if (store.kind === "folder") return { type: "folder", folder: store.folder };
  return {
    type: "s3",
    connection: store.airflowConnection,
    bucket: store.bucket,
    prefix: store.prefix,
    region: store.region ?? null,
    endpoint: store.endpoint ?? null,
  };
}

/** One task an operator, parameters aside; the gate behind all that nothing but a save waits for, the saves behind the gate. */
function tasksOf(record: BuildRecord): readonly DagTask[] {
  const tasks = record.operators.filter(({ kind }) => kind !== "parameter");
  const computing = tasks.filter(({ kind }) => kind !== "save");
  const saves = tasks.filter(({ kind }) => kind === "save");
  const producer = new Map<ArtifactId, number>(
    computing.flatMap(({ outputs }, index) => outputs.map((output) => [output, index] as const)),
  );
  const upstream = computing.map(({ inputs }) => indices(inputs, producer));
  const computed: DagTask[] = computing.map(({ id }, index) => ({ id, upstream: upstream[index] ?? [] }));
  if (saves.length === 0) return computed;
  const awaited = new Set(upstream.flat());
  const last = computing.flatMap((_, index) => (awaited.has(index) ? [] : [index]));
  const gate = { id: gateTask, upstream: last };
  return [...computed, gate, ...saves.map(({ id }) => ({ id, upstream: [computing.length] }))];
}

function indices(artifacts: readonly ArtifactId[], producer: ReadonlyMap<ArtifactId, number>): readonly number[] {
  const found = artifacts.flatMap((artifact) => producer.get(artifact) ?? []);
  return [...new Set(found)].sort((left, right) => left - right);
}
