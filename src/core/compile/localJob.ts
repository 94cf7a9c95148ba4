import type { BuildName, BuildOperator, BuildRecord } from "../model/build.js";
import type {
  Job,
  JobParameter,
  JobRun,
  JobTask,
  LastGood,
  OperatorTask,
  ReuseOrder,
  Surroundings,
} from "../model/job.js";
import type { ExpectedType } from "../model/manifest.js";
import type { Digest } from "../model/trace.js";
import { runtimePart } from "../model/runtimePart.js";
import type { Json, OperatorId } from "../model/workflow.js";
import { tagsOf } from "../sql/query.js";
import { ofName } from "../model/ofName.js";

/** Where a run on this machine finds what it needs; all paths absolute. */
interface LocalPlace {
  /** The folder that holds `aqueduct.json`: what paths of code are relative to. */
  readonly folder: string;
  /** The folder of the workflow file: where its operators run, as the file itself did. */
  readonly workingFolder: string;
  readonly interpreter: string;
  /** Holds the package `aqueduct`. */
  readonly runtimeFolder: string;
  readonly store: string;
  blob(digest: Digest): string;
}

export interface LocalJobRequest {
  readonly build: BuildRecord;
  readonly buildName: BuildName;
  readonly run: Pick<JobRun, "runId" | "rid" | "life">;
  /** `<slug>-<8 hex>` of the workflow. */
  readonly workflowKey: string;
  readonly place: LocalPlace;
  /** Values given for this run, by id of the parameter. */
  readonly parameters: Readonly<Record<OperatorId, Json>>;
  /** Run this operator and what it needs, and save nothing; undefined: the whole workflow. */
  readonly only?: OperatorId;
  /** Where one operator is run: what becomes of those before it that read files, databases or the network. */
  readonly extracts?: ReuseOrder["extracts"];
  /** What an operator runs in; undefined where nobody can tell. */
  readonly surroundings: (operator: BuildOperator) => Surroundings | undefined;
  /** What the types of values are held to; left out: nothing. */
  readonly memory?: {
    readonly lastGood: LastGood;
    readonly expected: ReadonlyMap<OperatorId, readonly (ExpectedType | null)[]>;
  };
  readonly parallel: number;
}

/** The job by which the local engine runs a build. Saves wait for every other operator: a run that fails anywhere saves nothing. */
export function localJob(request: LocalJobRequest): Job {
  const { build, place } = request;
  const wanted = request.only === undefined ? build.operators : neededBy(build, request.only);
  const tasks = wanted.filter(({ kind }) => kind !== "parameter");
  const beforeSaves = tasks.filter(({ kind }) => kind !== "save").map(({ id }) => id);
  return {
    format: 1,
    name: `${request.workflowKey}-${request.run.rid}`,
    folder: place.folder,
    run: {
      project: build.project,
      workflow: build.workflow,
      target: "local",
      ...request.run,
      build: request.buildName,
      store: place.store,
      parameters: wanted.filter(({ kind }) => kind === "parameter").map((operator) => jobParameter(operator, request)),
      ...(request.memory === undefined ? {} : { lastGood: request.memory.lastGood }),
      ...(request.only === undefined ? {} : { reuse: reuseOrder(tasks, request, request.only) }),
    },
    tasks: tasks.map((operator) =>
      jobTask(operator, operator.kind === "save" ? beforeSaves : producers(build, operator, isTask), request),
    ),
    parallel: request.parallel,
  };
}

/** The operator and all that it needs upstream, in recorded order. */
export function neededBy(build: BuildRecord, id: OperatorId): readonly BuildOperator[] {
  const operators = new Map(build.operators.map((operator) => [operator.id, operator]));
  const needed = new Set<OperatorId>();
  const add = (operator: BuildOperator | undefined): void => {
    if (operator === undefined || needed.has(operator.id)) return;
    needed.add(operator.id);
    for (const producer of producers(build, operator, () => true)) add(operators.get(producer));
  };
  add(operators.get(id));
  return build.operators.filter((operator) => needed.has(operator.id));
}

/** The one that was asked for is always called; a whole workflow reuses nothing. */
function reuseOrder(
  tasks: readonly BuildOperator[],
  { build, extracts = "again" }: LocalJobRequest,
  only: OperatorId,
): ReuseOrder {
  const reusable = tasks.filter(
    (operator) => operator.id !== only && operator.kind !== "save" && operator.kind !== "systemMetric",
  );
  return {
    asked: only,
    operators: reusable
      .filter((operator) => (extracts === "cached" ? !isOfToday(operator) : !isSource(build, operator)))
      .map(({ id }) => id),
    extracts,
  };
}

/** An extract, or what takes nothing but parameters: its data can come only from outside. */
function isSource(build: BuildRecord, operator: BuildOperator): boolean {
  return operator.kind === "extract" || producers(build, operator, isTask).length === 0;
}

/** Its query names the day, so that it is another one tomorrow. */
function isOfToday({ kind, query, tags }: BuildOperator): boolean {
  if (kind !== "extract" || query === undefined || tags?.includes("today") === true) return false;
  return tagsOf(typeof query === "string" ? [query] : query).includes("today");
}

function isTask({ kind }: BuildOperator): boolean {
  return kind !== "parameter";
}

function producers(
  build: BuildRecord,
  operator: BuildOperator,
  wanted: (producer: BuildOperator) => boolean,
): readonly OperatorId[] {
  const inputs = new Set(operator.inputs);
  return build.operators
    .filter((producer) => wanted(producer) && producer.outputs.some((output) => inputs.has(output)))
    .map(({ id }) => id);
}

function jobTask(operator: BuildOperator, dependencies: readonly OperatorId[], request: LocalJobRequest): JobTask {
  const { place } = request;
  return {
    id: operator.id,
    dependencies,
    command: place.interpreter,
    args: runtimePart(place.runtimeFolder, "runner"),
    cwd: place.workingFolder,
    environment: { PYTHONPATH: place.runtimeFolder, PYTHONUNBUFFERED: "1" },
    operator: operatorTask(operator, request),
  };
}

function operatorTask(operator: BuildOperator, { place, build, surroundings, memory }: LocalJobRequest): OperatorTask {
  const expected = memory?.expected.get(operator.id);
  const runsIn = surroundings(operator);
  const { id, name, kind, outputs, severity, bound, query, tags, table, mode, resource, call } = operator;
  const producerOf = new Map(build.artifacts.map((artifact) => [artifact.id, artifact.producer]));
  const details = defined({ severity, bound, query, tags, table, mode, resource, call });
  return {
    format: 1,
    operator: { id, name, kind, outputs, ...details },
    folder: place.folder,
    code: operator.code === null ? null : { ...operator.code, definitions: place.blob(operator.code.definitions) },
    values: operator.values.map((value) => ({
      name: value.name,
      file: place.blob(value.blob),
      encoding: value.encoding,
    })),
    modules: operator.modules.map((module) => ({ path: module.path, file: place.blob(module.blob) })),
    requirements: operator.requirements,
    python: operator.python,
    watchParent: false,
    inputs: operator.inputs.map((artifact) => ({ artifact, producer: producerOf.get(artifact) ?? artifact })),
    reuse: operator.reuse,
    ...(runsIn === undefined ? {} : { surroundings: runsIn }),
    ...(operator.origin === undefined ? {} : { origin: operator.origin }),
    ...(expected === undefined ? {} : { expected }),
  };
}

function jobParameter(operator: BuildOperator, { parameters, place }: LocalJobRequest): JobParameter {
  const artifact = operator.outputs[0] ?? operator.id;
  const given = ofName(parameters, operator.id);
  if (given !== undefined) return { operator: operator.id, artifact, name: operator.id, value: { json: given } };
  if (operator.parameter === undefined) throw new Error(`Parameter ${operator.id} has no default in the build.`);
  const { blob, encoding, type } = operator.parameter;
  const json = operator.default?.json;
  return {
    operator: operator.id,
    artifact,
    name: operator.id,
    value: { file: place.blob(blob), encoding, type, ...(json === undefined ? {} : { json }) },
  };
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that are undefined, which JSON could not tell from absent ones anyway. */
function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
