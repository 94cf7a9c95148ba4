import type { RunnerJob } from "../../formats/runner.js";
import type { OperatorTask } from "../model/job.js";
import type { Manifest, StoredArtifact } from "../model/manifest.js";

export type { RunnerJob } from "../../formats/runner.js";

/** Why a task cannot be handed to the runner; the user sees `message` and `tip` on the operator. */
export class NotReady extends Error {
  override readonly name = "NotReady";
  constructor(
    message: string,
    readonly tip: string,
  ) {
    super(message);
  }
}

/**
 * @param attempt absolute path of the attempt's folder
 * @param stored what the run's manifests say of the inputs, in their order
 * @param fileOf absolute path of what a key of the store names
 * @param secrets database URLs by resource
 * @throws {@link NotReady} where the operator's database has no URL here
 */
export function runnerJob(
  task: OperatorTask,
  attempt: string,
  stored: readonly StoredArtifact[],
  fileOf: (key: string) => string,
  secrets: Readonly<Record<string, string>>,
): RunnerJob {
  const { format, operator, folder, code, values, modules, requirements, python, watchParent, expected } = task;
  return {
    format,
    attempt,
    operator,
    folder,
    code,
    values,
    modules,
    requirements,
    python,
    watchParent,
    inputs: stored.map(({ id, key, sha256, encoding, type }) => ({
      artifact: id,
      file: fileOf(key),
      sha256,
      encoding,
      type,
    })),
    database: databaseOf(task, secrets),
    ...(expected === undefined ? {} : { expected }),
  };
}

/**
 * The artifacts that an operator reads, in argument order.
 *
 * @throws {@link NotReady} where a manifest lacks one: then its producer gave fewer values than the graph says
 */
export function inputArtifacts(
  task: OperatorTask,
  manifestOf: (producer: string) => Manifest,
): readonly StoredArtifact[] {
  return task.inputs.map(({ artifact, producer }) => {
    const found = manifestOf(producer).artifacts.find(({ id }) => id === artifact);
    if (found !== undefined) return found;
    throw new NotReady(
      `"${producer}" gave no value "${artifact}".`,
      `Let the function of "${producer}" return as many values as the workflow unpacks.`,
    );
  });
}

/** Only what talks to a database gets its URL. */
function databaseOf({ operator }: OperatorTask, secrets: Readonly<Record<string, string>>): RunnerJob["database"] {
  if ((operator.kind !== "extract" && operator.kind !== "save") || operator.resource === undefined) return null;
  const url = secrets[operator.resource];
  if (url !== undefined) return { url };
  throw new NotReady(
    `The local engine does not have the address of database "${operator.resource}".`,
    "It keeps addresses in memory only, for one run. Run the workflow again.",
  );
}
