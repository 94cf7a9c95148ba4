import { compileBuild } from "../compile/build.js";
import type { Problem } from "../model/problem.js";
import type { Digest, TraceResult } from "../model/trace.js";
import type { Graph, Workflow } from "../model/workflow.js";
import type { Interpreter } from "../ports.js";
import { keepBlob } from "../store/blobs.js";
import { formatKey } from "../store/format.js";
import { putBuild, type NamedBuild } from "../store/builds.js";
import type { WorkflowPlace } from "../store/keys.js";
import { compareWithTrace } from "../trace/compare.js";
import { traceProblems } from "../trace/read.js";
import { NoPython, WorkflowProblems, WrongRequest } from "./errors.js";
import { unusedProject } from "../resources/load.js";
import { openFolder, placeOfWorkflow, type OpenFolder } from "./folder.js";
import { traceFile, tracePlace } from "./trace.js";
import type { World } from "./world.js";

export interface BuildFileRequest {
  /** Absolute. */
  readonly file: string;
  /** Which workflow of the file, where it publishes several: its name. */
  readonly workflow?: string;
  /** The line of the `publish_flow` call, where the file publishes one name several times and the last is not meant. */
  readonly line?: number;
  /** What static analysis found, to show where tracing found something else. */
  readonly text?: Graph;
  readonly onOutput?: (text: string) => void;
  /** Called once the file has been traced and before it is built. */
  readonly onTraced?: (trace: TraceResult) => void;
  readonly signal?: AbortSignal;
}

/** A workflow file, traced and built: everything that a run or a publish starts from. All of it lies in the local store. */
export interface BuiltFile {
  readonly open: OpenFolder;
  readonly place: WorkflowPlace;
  readonly workflow: Workflow;
  readonly build: NamedBuild;
  readonly interpreter: Interpreter;
  /** Of the interpreter, as the tracer found it. */
  readonly traced: Pick<TraceResult, "python" | "environment">;
  /** Warnings and hints; errors have been thrown. */
  readonly problems: readonly Problem[];
}

/** Traces a file and builds one of its workflows. Throws {@link WorkflowProblems} where the file has errors. */
export async function buildFile(world: World, request: BuildFileRequest): Promise<BuiltFile> {
  const open = await openFolder(world, request.file);
  const interpreter = await interpreterFor(world, request.file, request.signal);
  await open.store.get(formatKey, request.signal); // Before the trace puts anything: a store of a newer layout is refused.
  const trace = await traceFile(world, { ...request, open, interpreter, place: await tracePlace(world, open) });
  const shown = world.files.relative(open.folder, request.file);
  const problems = [
    ...traceProblems(trace, shown),
    ...(request.text === undefined || trace.failure !== null ? [] : compareWithTrace(request.text, trace.graph)),
  ];
  if (trace.failure !== null || hasErrors(problems)) throw new WorkflowProblems(`${shown} cannot be built.`, problems);

  request.onTraced?.(trace);
  const workflow = chooseWorkflow(trace, shown, request);
  const runtime = { version: world.runtime.version, blob: await putRuntime(world, open) };
  const built = compileBuild({
    trace,
    workflow,
    project: open.project,
    resources: open.resources,
    mayChangeType: open.mayChangeType,
    runtime,
    hash: world.hash,
  });
  const unused = await unusedProject(world.files, request.file, shown, world.workspaceFolderOf?.(request.file));
  const all = [...problems, ...built.problems, ...(unused === undefined ? [] : [unused])];
  if (built.value === undefined) throw new WorkflowProblems(`${shown} cannot be built.`, all);
  const place = placeOfWorkflow(world, open.project, built.value.record.workflow);
  await putBuild(open.store, place, built.value, request.signal);
  return {
    open,
    place,
    workflow,
    build: built.value,
    interpreter,
    traced: { python: trace.python, environment: trace.environment },
    problems: all,
  };
}

/** The interpreter of a file; throws a sentence where there is none. */
export async function interpreterFor(world: World, file: string, signal?: AbortSignal): Promise<Interpreter> {
  const interpreter = await world.interpreters.find(file, signal);
  if (interpreter === undefined) throw new NoPython();
  return interpreter;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** Of several publications of one name the last: it is the one that a run of the whole file would leave. */
function chooseWorkflow(
  { graph }: TraceResult,
  file: string,
  { workflow: name, line }: Pick<BuildFileRequest, "workflow" | "line">,
): Workflow {
  const named = graph.workflows.filter((workflow) => workflow.name !== null);
  const chosen = named.filter(
    (workflow) =>
      (name === undefined || workflow.name === name) && (line === undefined || workflow.source?.line === line),
  );
  const last = chosen.at(-1);
  const names = listedNames(chosen);
  if (last !== undefined && names.length === 1) return last;
  if (named.length === 0) {
    // Its problem says what to write, on the line where it belongs.
    const [unpublished] = graph.workflows;
    if (unpublished !== undefined) return unpublished;
    throw new WrongRequest(
      `${file} has no workflow: call an operator, and publish what it gives with client.publish_flow("name", artifacts=[…]).`,
    );
  }
  if (last !== undefined)
    throw new WrongRequest(`${file} publishes several workflows: ${names.join(", ")}. Name one with --workflow.`);
  if (line === undefined)
    throw new WrongRequest(`${file} has no workflow ${JSON.stringify(name)}. It has ${listedNames(named).join(", ")}.`);
  const places = named.map((workflow) => `${JSON.stringify(workflow.name)} on line ${workflow.source?.line ?? "?"}`);
  throw new WrongRequest(
    `Line ${line} of ${file} publishes no workflow${name === undefined ? "" : ` ${JSON.stringify(name)}`}. The file publishes ${places.join(", ")}.`,
  );
}

function listedNames(workflows: readonly Workflow[]): readonly string[] {
  return [...new Set(workflows.map(({ name }) => JSON.stringify(name)))];
}

async function putRuntime(world: World, { store }: OpenFolder): Promise<Digest> {
  const zip = await world.runtime.zip();
  const digest = world.hash.sha256(zip);
  await keepBlob(store, digest, zip);
  return digest;
}
