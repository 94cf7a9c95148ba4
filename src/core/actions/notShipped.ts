import type { BuildOperator, BuildRecord } from "../model/build.js";
import type { Problem } from "../model/problem.js";
import type { Run } from "../model/run.js";
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
  return found.filter((one) => !problems.some((told) => saysTheSame(told, one, build.record.operators)));
}

/** The trace told of the same path on a line of the same operator. */
function saysTheSame(told: Problem, one: Problem, operators: readonly BuildOperator[]): boolean {
  const advice = /add file_dependencies=\[.*\]/.exec(one.message)?.[0];
  const operator = operators.find(({ definition, source }) => (definition ?? source).line === one.line);
  return (
    told.code === "path-of-workspace" &&
    advice !== undefined &&
    told.message.includes(advice) &&
    told.message.includes(`\`${operator?.name ?? ""}\``)
  );
}
