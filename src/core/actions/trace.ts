import { runtimePart } from "../model/runtimePart.js";
import type { Interpreter } from "../ports.js";
import type { TraceResult } from "../model/trace.js";
import { withoutSecrets } from "../jobs/taskEnvironment.js";
import { dialectOf } from "../sql/dialect.js";
import { readTrace } from "../trace/read.js";
import { makeStateFolder, readFolder, type OpenFolder } from "./folder.js";
import type { World } from "./world.js";

export interface TraceRequest {
  readonly open: Pick<OpenFolder, "folder" | "resources">;
  /** Where what would travel is put, and what the tracer tells: absolute. */
  readonly place: TracePlace;
  /** Absolute path of the workflow file. */
  readonly file: string;
  readonly interpreter: Interpreter;
  /** What the file prints while it is read. */
  readonly onOutput?: (text: string) => void;
  readonly signal?: AbortSignal;
}

interface TracePlace {
  readonly blobs: string;
  readonly state: string;
}

/** The local store of a folder, whose state folder is made where it is missing. */
export async function tracePlace(world: World, { folder, storeFolder }: OpenFolder): Promise<TracePlace> {
  const { files } = world;
  return { state: await makeStateFolder(world, folder), blobs: files.join(storeFolder, "blobs", "sha256") };
}

/** Traces a file as {@link traceFile} does, and leaves nothing behind, neither in its folder nor elsewhere. */
export async function traceToLook(
  world: World,
  request: Omit<TraceRequest, "open" | "place">,
): Promise<{ readonly folder: string; readonly trace: TraceResult }> {
  const open = await readFolder(world, request.file);
  const state = await world.files.makeTemporaryFolder();
  try {
    const place = { state, blobs: world.files.join(state, "blobs") };
    return { folder: open.folder, trace: await traceFile(world, { ...request, open, place }) };
  } finally {
    await world.files.remove(state);
  }
}

/**
 * Runs the file with every operator recorded and none executed, and puts what would travel of it into its place.
 *
 * A file that fails is no error here: the result says where. Throws where the tracer itself cannot run.
 */
export async function traceFile(
  world: World,
  { open, place, file, interpreter, onOutput, signal }: TraceRequest,
): Promise<TraceResult> {
  const { files } = world;
  const out = files.join(place.state, `trace-${world.random.hex(8)}.json`);
  const request = {
    format: 1,
    file,
    folder: open.folder,
    out,
    blobs: place.blobs,
    resources: Object.fromEntries(
      [...open.resources].map(([name, resource]) => [
        name,
        {
          type: resource.kind === "folder" || resource.kind === "s3" ? "store" : resource.kind,
          ...(resource.kind === "database" && { dialect: dialectOf(resource.url).name }),
        },
      ]),
    ),
  };
  try {
    const { code, signalName, stderr } = await world.processes.run({
      command: interpreter.path,
      args: runtimePart(world.runtime.folder, "tracer"),
      cwd: files.dirname(file),
      environment: {
        ...withoutSecrets(world.processes.environment()),
        PYTHONPATH: world.runtime.folder,
        PYTHONHASHSEED: "0",
        PYTHONDONTWRITEBYTECODE: "1",
      },
      stdin: JSON.stringify(request),
      ...(onOutput === undefined ? {} : { onOutput: (_, text) => onOutput(text) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = code === 0 ? await files.readText(out) : undefined;
    if (text === undefined)
      throw new Error(
        `${interpreter.path} could not read ${file} (${signalName ?? `exit code ${String(code)}`}). ${lastLine(stderr)}`,
      );
    return readTrace(text);
  } finally {
    await files.remove(out);
  }
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
