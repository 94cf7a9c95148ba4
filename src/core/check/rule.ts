import type { FileFacts } from "../model/facts.js";
import type { Problem, Severity } from "../model/problem.js";
import type { SourceRange } from "../model/source.js";
import type { Graph } from "../model/workflow.js";
import type { FileEntry } from "../ports.js";
import type { LostResources, Resource } from "../resources/resource.js";

export interface CheckContext {
  readonly graph: Graph;
  readonly facts: FileFacts;
  /** Of `aqueduct.json`; undefined where there is none, so that nothing is known of resources. */
  readonly resources?: ReadonlyMap<string, Resource>;
  /** What is in `aqueduct.json`, but not in `resources`, since something is wrong with it; left out: nothing. */
  readonly lost?: LostResources;
  /** What lies in folders of the workspace; undefined where nobody can look. */
  readonly listing?: Listing;
}

/** The entries of a folder by its path from the workspace's folder; null: there is no such folder; undefined: not known yet. */
export type Listing = (folder: string) => readonly FileEntry[] | null | undefined;

/** Finds one kind of problem. Its messages say what to write. */
export type Rule = (context: CheckContext) => readonly Problem[];

export function problem(
  code: string,
  severity: Severity,
  message: string,
  { file, line, column, endLine, endColumn }: SourceRange,
): Problem {
  return { code, severity, message, file, line, column, endLine, endColumn };
}

/** Says that a resource that is not known may be there, and wrong; undefined where it is not there. */
export function lostText(name: string, lost: LostResources | undefined): string | undefined {
  if (lost === "any")
    return `Whether there is a resource "${name}" is not known: correct what is wrong in aqueduct.json.`;
  if (lost?.has(name) !== true) return undefined;
  return `The resource "${name}" can't be used: correct what is wrong with it in aqueduct.json.`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
