import type { Graph, Operator } from "../../formats/graph.js";

export type {
  Artifact,
  ArtifactId,
  ArtifactType,
  Bound,
  CallShape,
  CheckSeverity,
  Graph,
  InputPlace,
  Operator,
  OperatorId,
  OperatorKind,
  SaveMode,
  Workflow,
} from "../../formats/graph.js";
export type { Json } from "../../formats/schema.js";

/** A call that the text cannot follow, given an operator or an artifact: it stands for whatever running the file records on its lines. */
export function isUnknownCall({ kind, unknown, definition }: Operator): boolean {
  return kind === "function" && unknown === true && definition === null;
}

/** The operators of all workflows, and those that nothing calls. */
export function everyOperator({ workflows, neverCalled = [] }: Graph): readonly Operator[] {
  return [...workflows.flatMap(({ operators }) => operators), ...neverCalled];
}
