import type { Definition } from "../model/definition.js";
import type { Graph, Operator, OperatorId } from "../model/workflow.js";

/** What of a workflow file stands at one of its lines, for a lens above that line. */
export type LensPlace =
  | { readonly kind: "workflow"; readonly line: number; readonly workflow: string | null }
  /** Several where a function is called several times, or several calls share a line. */
  | {
      readonly kind: "operators";
      readonly line: number;
      readonly workflow: string | null;
      readonly operators: readonly LensOperator[];
    }
  | { readonly kind: "neverCalled"; readonly line: number; readonly name: string };

export interface LensOperator {
  readonly id: OperatorId;
  readonly name: string;
  readonly kind: Operator["kind"];
  /** Of its call. */
  readonly callLine: number;
}

export interface LensSubject {
  readonly graph: Graph;
  readonly definitions: readonly Definition[];
  /** What the graph calls the file whose lenses are wanted. */
  readonly file: string;
}

/**
 * Where lenses stand, from the first line to the last: over an operator's function where that is in this file, else over its call; over each `publish_flow`.
 *
 * Parameters have none. An operator of several workflows is that of the first.
 */
export function lensPlaces({ graph, definitions, file }: LensSubject): readonly LensPlace[] {
  const places: LensPlace[] = definitions
    .filter(({ isCalled }) => !isCalled)
    .map(({ name, range }) => ({ kind: "neverCalled", line: range.line, name }));
  const seen = new Set<OperatorId>();
  const groups = new Map<number, { workflow: string | null; operators: LensOperator[] }>();
  for (const workflow of publishedFirst(graph)) {
    if (workflow.source?.file === file)
      places.push({ kind: "workflow", line: workflow.source.line, workflow: workflow.name });
    for (const operator of workflow.operators) {
      const line = lineOf(operator, file);
      if (line === undefined || operator.kind === "parameter" || seen.has(operator.id)) continue;
      seen.add(operator.id);
      const group = groups.get(line) ?? { workflow: workflow.name, operators: [] };
      groups.set(line, group);
      // A function whose calls are in several workflows: those of one run together, which is what a run can be of.
      if (group.workflow === workflow.name)
        group.operators.push({
          id: operator.id,
          name: operator.name,
          kind: operator.kind,
          callLine: operator.source.line,
        });
    }
  }
  for (const [line, { workflow, operators }] of groups) places.push({ kind: "operators", line, workflow, operators });
  return places.sort((left, right) => left.line - right.line);
}

function publishedFirst({ workflows }: Graph): Graph["workflows"] {
  return [...workflows.filter(({ name }) => name !== null), ...workflows.filter(({ name }) => name === null)];
}

function lineOf({ source, definition }: Operator, file: string): number | undefined {
  if (definition?.file === file) return definition.line;
  return source.file === file ? source.line : undefined;
}

/** Whether an operator can be run by itself, with what it needs: a parameter only has a value, and a save runs only with all the rest. */
export function isRunnable({ kind }: Pick<Operator, "kind">): boolean {
  return kind !== "parameter" && kind !== "save";
}
