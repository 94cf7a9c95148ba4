/** What commands of the editor are called with: plain data, so that lenses, trees, webviews, links and keyboards can all name the same thing. */
import type * as v from "valibot";
import { artifactId, operatorId } from "./graph.js";
import { rid } from "./manifest.js";
import type { Format } from "./reader.js";
import { exactly, flag, leftOut, list, ordinal, orNull, record, text, told } from "./schema.js";

const publication = leftOut(
  told("The line of its `publish_flow`, where the file publishes the name again below it.", ordinal),
);
const inFile = {
  uri: told("Of the document.", text),
  workflow: told("Null: the operators that no publish reaches.", orNull(text)),
} as const;
const ofRun = {
  folder: told("Absolute path.", text),
  target: told("`local`, or the name of an Airflow resource.", text),
  rid,
} as const;

const workflowReference = record({ kind: exactly("workflow"), ...inFile, publication });
/** A workflow as its file has it now. */
export interface WorkflowReference extends v.InferOutput<typeof workflowReference> {}

const operatorReference = record({ kind: exactly("operator"), ...inFile, publication, operator: operatorId });
/** An operator as its file has it now. */
export interface OperatorReference extends v.InferOutput<typeof operatorReference> {}

const publishedReference = record({
  kind: exactly("published"),
  folder: ofRun.folder,
  workflow: text,
  target: ofRun.target,
});
/** A workflow that is published, or has run here. */
export interface PublishedReference extends v.InferOutput<typeof publishedReference> {}

const runReference = record({ kind: exactly("run"), ...ofRun });
/** A run of the history. */
export interface RunReference extends v.InferOutput<typeof runReference> {}

const operatorRunReference = record({ kind: exactly("operatorRun"), ...ofRun, operator: operatorId });
/** An operator of a run. */
export interface OperatorRunReference extends v.InferOutput<typeof operatorRunReference> {}

const artifactReference = record({
  kind: exactly("artifact"),
  ...ofRun,
  operator: operatorId,
  artifact: artifactId,
});
/** An artifact that an operator of a run gave. */
export interface ArtifactReference extends v.InferOutput<typeof artifactReference> {}

const resourceReference = record({ kind: exactly("resource"), folder: ofRun.folder, name: text });
/** A resource of `aqueduct.json`. */
export interface ResourceReference extends v.InferOutput<typeof resourceReference> {}

/** By their `kind`. */
export const referenceFormats = {
  workflow: { name: "a reference to a workflow", schema: workflowReference },
  operator: { name: "a reference to an operator", schema: operatorReference },
  published: { name: "a reference to a published workflow", schema: publishedReference },
  run: { name: "a reference to a run", schema: runReference },
  operatorRun: { name: "a reference to an operator of a run", schema: operatorRunReference },
  artifact: { name: "a reference to a value", schema: artifactReference },
  resource: { name: "a reference to a resource", schema: resourceReference },
} as const satisfies Readonly<Record<string, Format<unknown>>>;

export type Reference =
  | WorkflowReference
  | OperatorReference
  | PublishedReference
  | RunReference
  | OperatorRunReference
  | ArtifactReference
  | ResourceReference;

const nodeContext = record({
  webviewSection: exactly("operator"),
  preventDefaultContextMenuItems: exactly(true),
  ...inFile,
  operator: operatorId,
  canRun: told("Neither parameters nor saves are run by themselves.", flag),
  folder: leftOut(text),
  target: leftOut(text),
  rid: leftOut(rid),
  hasValue: flag,
  hasLog: flag,
  hasTrace: flag,
});
/**
 * What commands of a node's menu are called with, and what their `when` clauses ask: `data-vscode-context` of the node, to which VS Code adds its own. Folder,
 * target and rid are there while the states of a run are drawn, the parts while the run has them.
 */
export interface NodeContext extends v.InferOutput<typeof nodeContext> {}
export const nodeContextFormat: Format<NodeContext> = { name: "a node of the graph", schema: nodeContext };

const fileArgument = record({
  uri: text,
  operators: leftOut(told("Among which one is chosen: those that a line calls.", list(operatorId))),
  packages: leftOut(told("Of *Set Up Python*: what to install.", list(text))),
});
/** A file, and what of it a command is for. */
export interface FileArgument extends v.InferOutput<typeof fileArgument> {}
export const fileArgumentFormat: Format<FileArgument> = { name: "a file", schema: fileArgument };
