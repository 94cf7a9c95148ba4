import type { NodeContext } from "../formats/graphPanel.js";

/** What commands are called with: plain data, so that lenses, trees, webviews and keyboards can all name the same thing. */

/** A workflow as its file has it now. */
export interface WorkflowReference {
  readonly kind: "workflow";
  /** Of the document. */
  readonly uri: string;
  /** Null: the operators that no publish reaches. */
  readonly workflow: string | null;
  /** The line of its `publish_flow`, where the file publishes the name again below it. */
  readonly publication?: number;
}

/** An operator as its file has it now. */
export interface OperatorReference {
  readonly kind: "operator";
  readonly uri: string;
  readonly workflow: string | null;
  /** As in a workflow's reference. */
  readonly publication?: number;
  readonly operator: string;
}

/** A workflow that is published, or has run here. */
export interface PublishedReference {
  readonly kind: "published";
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly workflow: string;
  /** `local`, or the name of an Airflow resource. */
  readonly target: string;
}

/** A run of the history. */
export interface RunReference {
  readonly kind: "run";
  readonly folder: string;
  readonly target: string;
  readonly rid: string;
}

/** An operator of a run. */
export interface OperatorRunReference {
  readonly kind: "operatorRun";
  readonly folder: string;
  readonly target: string;
  readonly rid: string;
  readonly operator: string;
}

/** An artifact that an operator of a run gave. */
export interface ArtifactReference {
  readonly kind: "artifact";
  readonly folder: string;
  readonly target: string;
  readonly rid: string;
  readonly operator: string;
  readonly artifact: string;
}

/** A resource of `aqueduct.json`. */
export interface ResourceReference {
  readonly kind: "resource";
  readonly folder: string;
  readonly name: string;
}

export type Reference =
  | WorkflowReference
  | OperatorReference
  | PublishedReference
  | RunReference
  | OperatorRunReference
  | ArtifactReference
  | ResourceReference;

/** A command's argument as a reference of one of `kinds`, the first that it can be; undefined for anything else, such as what VS Code passes from other menus. */
export function referenceOf<Kind extends Reference["kind"]>(
  value: unknown,
  ...kinds: readonly Kind[]
): Extract<Reference, { kind: Kind }> | undefined {
  if (isNodeContext(value)) return referenceFromContext(value, ...kinds);
  const found = typeof value === "object" && value !== null && "reference" in value ? value.reference : value;
  if (typeof found !== "object" || found === null || !("kind" in found)) return undefined;
  return kinds.some((kind) => kind === found.kind) ? (found as Extract<Reference, { kind: Kind }>) : undefined;
}

/** What the node of a graph stands for, as the first of `kinds` that it can be: the operator in its file, its workflow, the run that is shown, or the operator of that run. */
function referenceFromContext<Kind extends Reference["kind"]>(
  context: NodeContext,
  ...kinds: readonly Kind[]
): Extract<Reference, { kind: Kind }> | undefined {
  const { uri, workflow, operator, folder, target, rid } = context;
  const run = folder === undefined || target === undefined || rid === undefined ? undefined : { folder, target, rid };
  const meanings: readonly Reference[] = [
    { kind: "operator", uri, workflow, operator },
    { kind: "workflow", uri, workflow },
    ...(run === undefined
      ? []
      : ([
          { kind: "operatorRun", ...run, operator },
          { kind: "run", ...run },
        ] as const)),
  ];
  const found = kinds
    .map((kind) => meanings.find((meaning) => meaning.kind === kind))
    .find((meaning) => meaning !== undefined);
  return found as Extract<Reference, { kind: Kind }> | undefined;
}

function isNodeContext(value: unknown): value is NodeContext {
  return (
    typeof value === "object" &&
    value !== null &&
    "webviewSection" in value &&
    value.webviewSection === "operator" &&
    "uri" in value &&
    "operator" in value
  );
}
