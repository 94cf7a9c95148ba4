import type { Definition } from "../model/definition.js";
import type { Graph, Operator, OperatorId, Workflow } from "../model/workflow.js";

/** What of a workflow file stands at one of its lines, for a lens above that line. */
export type LensPlace =
  | {
      readonly kind: "workflow";
      readonly line: number;
      readonly workflow: string | null;
      readonly publication?: number;
    }
  /** Several where a function is called several times, or several calls share a line. */
  | {
      readonly kind: "operators";
      readonly line: number;
      readonly workflow: string | null;
      /** The line of the publication that has them, where it is not the last of its name. */
      readonly publication?: number;
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

interface Group {
  readonly workflow: string | null;
  readonly publication?: { readonly publication: number };
  readonly operators: LensOperator[];
}

/**
 * Where lenses stand, from the first line to the last: over an operator's function where that is in this file, else over its call; over each `publish_flow`.
 *
 * Parameters have none. An operator of several workflows is that of the first; of several publications of one name the last is meant.
 */
export function lensPlaces({ graph, definitions, file }: LensSubject): readonly LensPlace[] {
  const places: LensPlace[] = definitions
    .filter(({ isCalled }) => !isCalled)
    .map(({ name, range }) => ({ kind: "neverCalled", line: range.line, name }));
  const seen = new Set<OperatorId>();
  const groups = new Map<number, Group>();
  for (const workflow of publishedFirst(graph)) {
    const publication = publicationOf(graph, workflow);
    if (workflow.source?.file === file)
      places.push({ kind: "workflow", line: workflow.source.line, workflow: workflow.name, ...publication });
    for (const operator of workflow.operators) {
      const line = lineOf(operator, file);
      if (line === undefined || operator.kind === "parameter" || seen.has(operator.id)) continue;
      seen.add(operator.id);
      const group: Group = groups.get(line) ?? {
        workflow: workflow.name,
        ...(publication && { publication }),
        operators: [],
      };
      groups.set(line, group);
      // A function whose calls are in several workflows: those of one run together, which is what a run can be of.
      if (group.workflow === workflow.name && group.publication?.publication === publication?.publication)
        group.operators.push({
          id: operator.id,
          name: operator.name,
          kind: operator.kind,
          callLine: operator.source.line,
        });
    }
  }
  for (const [line, { workflow, publication, operators }] of groups)
    places.push({ kind: "operators", line, workflow, ...publication, operators });
  return places.sort((left, right) => left.line - right.line);
}

function publishedFirst({ workflows }: Graph): Graph["workflows"] {
  const isLast = ({ name }: Workflow, index: number): boolean =>
    !workflows.slice(index + 1).some((later) => later.name === name);
  const named = workflows.filter(({ name }) => name !== null);
  return [
    ...workflows.filter((workflow, index) => workflow.name !== null && isLast(workflow, index)),
    ...named.filter((workflow) => !isLast(workflow, workflows.indexOf(workflow))),
    ...workflows.filter(({ name }) => name === null),
  ];
}

/** How a publication is named that is not the last of its name: by its line too. */
export function publicationOf({ workflows }: Graph, workflow: Workflow): { readonly publication: number } | undefined {
  const last = workflows.findLast(({ name }) => name === workflow.name);
  return last === workflow ||
    workflow.name === null ||
    workflow.source === null ||
    last?.source?.line === workflow.source.line
    ? undefined
    : { publication: workflow.source.line };
}

function lineOf({ source, definition }: Operator, file: string): number | undefined {
  if (definition?.file === file) return definition.line;
  return source.file === file ? source.line : undefined;
}

/** Whether an operator can be run by itself, with what it needs: a parameter only has a value, and a save runs only with all the rest. */
export function isRunnable({ kind }: Pick<Operator, "kind">): boolean {
  return kind !== "parameter" && kind !== "save";
}
