import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Failure, Manifest } from "../../../src/core/model/manifest.js";
import type { Problem } from "../../../src/core/model/problem.js";
import type { OperatorState, RunState } from "../../../src/core/model/run.js";
import type { Graph } from "../../../src/core/model/workflow.js";

/** What came of a file before anything was run. */
export interface SeenFile {
  readonly text: Graph;
  /** Undefined where the tracer gave no graph that can be built. */
  readonly traced: Graph | undefined;
  readonly trace: readonly Problem[];
  /** By workflow that was to be built: why there is no build of it, null where there is one. */
  readonly builds: ReadonlyMap<string, string | null>;
}

export interface SeenRun {
  /** Why it was not even begun. */
  readonly refused?: string;
  readonly state: RunState;
  readonly operators: ReadonlyMap<string, SeenOperator>;
}

export interface SeenOperator {
  readonly state: OperatorState;
  readonly failure: Failure | null;
  /** The first value as it lies in the store; undefined where it is not JSON or text, and where there is none. */
  readonly value: unknown;
  readonly log: string;
  readonly preview: string;
}

/** An operator with what the store of its run has of it; @param store folder of that store */
export async function seenOperator(
  store: string,
  state: OperatorState,
  manifest: Manifest | undefined,
): Promise<SeenOperator> {
  const stored = async (key: string | null | undefined): Promise<string> =>
    key == null ? "" : readFile(path.join(store, ...key.split("/")), "utf8");
  const [artifact] = manifest?.artifacts ?? [];
  const value = artifact === undefined || artifact.encoding === "pickle" ? undefined : await stored(artifact.key);
  return {
    state,
    failure: manifest?.failure ?? null,
    value: artifact?.encoding === "json" && value !== undefined ? (JSON.parse(value) as unknown) : value,
    log: (await stored(manifest?.logs.stdout)) + (await stored(manifest?.logs.stderr)),
    preview: await stored(artifact?.sample),
  };
}
