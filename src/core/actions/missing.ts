import type { Failure } from "../model/manifest.js";
import { NoPython, WorkflowProblems } from "./errors.js";

/** Something that this machine lacks and that a button can bring. */
export type Missing =
  | { readonly kind: "python" }
  /** @member packages by the names under which they were missed: what pip takes, or modules */
  | { readonly kind: "packages"; readonly packages: readonly string[] };

/** What a failed action lacked; undefined where it failed for another reason. */
export function whatIsMissing(error: unknown): Missing | undefined {
  if (error instanceof NoPython) return { kind: "python" };
  if (error instanceof WorkflowProblems)
    return packagesOf(error.problems.flatMap(({ message }) => missedModules(message)));
  return undefined;
}

/** What an operator lacked that failed in a run on this machine. */
export function missingOfFailure({
  type,
  message,
  tip,
}: Pick<Failure, "type" | "message" | "tip">): Missing | undefined {
  if (type === "requirements") return packagesOf(namedInCommand(tip));
  return packagesOf(missedModules(message));
}

function packagesOf(packages: readonly string[]): Missing | undefined {
  return packages.length === 0 ? undefined : { kind: "packages", packages: [...new Set(packages)] };
}

/** Python's own words for a module that cannot be imported: its top-level name. */
function missedModules(message: string): readonly string[] {
  return [...message.matchAll(/ModuleNotFoundError: No module named '([^'.]+)[^']*'/g)].flatMap(
    ([, module]) => module ?? [],
  );
}

/** The runner's tip ends with the command that mends it, each package in quotes. */
function namedInCommand(tip: string): readonly string[] {
  const [, named = ""] = /-m pip install (.*)$/s.exec(tip) ?? [];
  return [...named.matchAll(/'([^']+)'/g)].flatMap(([, name]) => name ?? []);
}
