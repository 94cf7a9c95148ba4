import type { BuildRecord } from "../model/build.js";
import type { Run } from "../model/run.js";
import { readBuild } from "../store/builds.js";
import { localTarget, placeOfWorkflow, type OpenFolder } from "./folder.js";
import { airflowTarget, requireStore } from "./target.js";
import type { World } from "./world.js";

/** The build that a run is of; undefined where the run has none yet, or the store has it no more. */
export async function readRunBuild(
  world: World,
  open: OpenFolder,
  run: Run,
  signal?: AbortSignal,
): Promise<BuildRecord | undefined> {
  if (run.build === null) return undefined;
  const store = run.target === localTarget ? open.store : requireStore(airflowTarget(world, open, run.target)).objects;
  return readBuild(store, world.hash, placeOfWorkflow(world, open.project, run.workflow), run.build, signal);
}

/** The file that a build was made of, relative to its folder: most of its operators are called there, though modules may call some. */
export function fileOfBuild({ operators }: BuildRecord): string | undefined {
  const files = operators.map(({ source }) => source.file);
  const counts = new Map<string, number>();
  for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
