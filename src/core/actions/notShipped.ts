import type { BuildRecord } from "../model/build.js";
import { advisedPath } from "../model/dependencyAdvice.js";
import type { Problem } from "../model/problem.js";
import type { Run } from "../model/run.js";
import { bringsAlong } from "../runs/declaredFiles.js";
import { notShippedProblems } from "../runs/notShipped.js";
import { attemptsOf } from "../store/runs.js";
import type { BuiltFile } from "./build.js";

/** Of the newest runs here, as many are looked at for one that called the operator as it is now. */
const mostRuns = 20;

/** What a run on this machine used of the folder that does not ship. @param build the run's */
export function notShippedInRun(run: Run, build: BuildRecord): readonly Problem[] {
  const manifests = new Map(run.operators.map(({ operator, manifest }) => [operator, manifest]));
  return build.operators.flatMap((operator) => notShippedProblems(operator, manifests.get(operator.id) ?? null));
}

/**
 * What the operators of a build used of the folder when they were last called here, with the code that they have now, and what does not ship. What the trace
 * has told is left out.
 */
export async function knownNotShipped(
  { open, place, build, problems }: Pick<BuiltFile, "open" | "place" | "build" | "problems">,
  signal?: AbortSignal,
): Promise<readonly Problem[]> {
  const found: Problem[] = [];
  for (const operator of build.record.operators.filter(({ code }) => code !== null))
    for await (const { manifest } of attemptsOf(open.store, place, operator.id, mostRuns, signal)) {
      if (manifest.reuse?.code !== operator.reuse) continue;
      found.push(...notShippedProblems(operator, manifest));
      break;
    }
  return found.filter((one) => !isToldByTrace(one, problems));
}

/** Whether the trace has told of the same operator and path, or of the pattern or folder that led there: it stands on the very text that names it. */
export function isToldByTrace(one: Problem, traced: readonly Problem[]): boolean {
  return traced.some((told) => told.code === "path-of-workspace" && saysTheSame(told.message, one.message));
}

function saysTheSame(told: string, one: string): boolean {
  const [, operator = "", use] = /^(`[^`]+`) (\w+)/.exec(one) ?? [];
  const [named, path] = [advisedPath(told), advisedPath(one)];
  if (named === undefined || path === undefined || !told.includes(operator)) return false;
  return bringsAlong(named, path) || (use === "listed" && named.startsWith(`${path}/`));
}
