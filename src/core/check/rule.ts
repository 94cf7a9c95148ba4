import type { FileFacts } from "../model/facts.js";
import type { Problem, Severity } from "../model/problem.js";
import type { SourceRange } from "../model/source.js";
import type { Graph } from "../model/workflow.js";
import type { FileEntry } from "../ports.js";
import type { Resource } from "../resources/resource.js";

export interface CheckContext {
  readonly graph: Graph;
  readonly facts: FileFacts;
  /** Of `aqueduct.json`; undefined where there is none, so that nothing is known of resources. */
  readonly resources?: ReadonlyMap<string, Resource>;
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

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
