import { runtimePart } from "../model/runtimePart.js";
import type { Interpreter } from "../ports.js";
import type { TraceResult } from "../model/trace.js";
import { withoutSecrets } from "../jobs/taskEnvironment.js";
import { dialectOf } from "../sql/dialect.js";
import { readTrace } from "../trace/read.js";
import { makeStateFolder, type OpenFolder } from "./folder.js";
import type { World } from "./world.js";

export interface TraceRequest {
  readonly open: OpenFolder;
  /** Absolute path of the workflow file. */
  readonly file: string;
  readonly interpreter: Interpreter;
  /** What the file prints while it is read. */
  readonly onOutput?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs the file with every operator recorded and none executed, and puts what would travel of it into the local store.
 *
 * A file that fails is no error here: the result says where. Throws where the tracer itself cannot run.
 */
export async function traceFile(
  world: World,
  { open, file, interpreter, onOutput, signal }: TraceRequest,
): Promise<TraceResult> {
  const { files } = world;
  const out = files.join(await makeStateFolder(world, open.folder), `trace-${world.random.hex(8)}.json`);
  const request = {
    format: 1,
    file,
    folder: open.folder,
    out,
    blobs: files.join(open.storeFolder, "blobs", "sha256"),
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
