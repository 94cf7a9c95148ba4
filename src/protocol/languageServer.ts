/**
 * What the extension and the language server say to each other beyond the Language Server Protocol itself.
 *
 * The server speaks only of Python files that name `aqueduct`; it watches `**\/*.py` and `**\/aqueduct.json` by itself
 * (dynamic registration) and publishes problems as ordinary diagnostics with source `aqueduct`. A request for a file
 * that is not open, or that does not name `aqueduct`, is answered with `null`; what went wrong inside the server
 * arrives as a `ResponseError`, so no caller waits for ever.
 */
import type { DocumentUri, integer, Position, Range } from "vscode-languageserver-protocol";
import type { Definition } from "../core/model/definition.js";
import type { Graph, OperatorId } from "../core/model/workflow.js";
import { isRecord, isString, listOf, shapeOf } from "./checks.js";
import { isDefinition, isGraph } from "./graphChecks.js";

/** Request {@link GraphParams} → {@link GraphOfDocument} or null, once the text that the server has seen last is analysed. */
export const graphRequest = "aqueduct/graph";

/** Notification {@link GraphOfDocument} from the server after every change of a graph, in the order of the changes. */
export const graphChangedNotification = "aqueduct/graphChanged";

/** Request {@link OperatorsAtParams} → {@link OperatorsAtPlace} or null, where a place in an open document is about no operator. */
export const operatorsAtRequest = "aqueduct/operatorsAt";

/** What diagnostics of ours name as their source. */
export const diagnosticSource = "aqueduct";

export interface GraphParams {
  readonly uri: DocumentUri;
}

export interface OperatorsAtParams {
  readonly uri: DocumentUri;
  readonly position: Position;
}

/** The operators that the name at a place stands for: those of a call or a definition, or the makers of an artifact. */
export interface OperatorsAtPlace {
  readonly operators: readonly OperatorId[];
  readonly range: Range;
}

/** The graph of one open document. */
export interface GraphOfDocument {
  readonly uri: DocumentUri;
  /** Of the text that the graph was read from. */
  readonly version: integer;
  /** Paths in it stand relative to the folder that holds `aqueduct.json`, else to the workspace folder. */
  readonly graph: Graph;
  /** Operators' functions of the document, in the order of their lines; the graph has only those that are called. */
  readonly definitions: readonly Definition[];
  /**
   * The file that `source.file` and `definition.file` call this document by; every other name in the graph is that of
   * a module, relative to {@link folder}.
   */
  readonly file: string;
  /** The folder that paths in the graph stand relative to, without a slash at the end. */
  readonly folder: DocumentUri;
}

export function isGraphParams(value: unknown): value is GraphParams {
  return isRecord(value) && typeof value["uri"] === "string";
}

export function isOperatorsAtParams(value: unknown): value is OperatorsAtParams {
  return isRecord(value) && typeof value["uri"] === "string" && isPosition(value["position"]);
}

export function isOperatorsAtAnswer(value: unknown): value is OperatorsAtPlace | null {
  if (value === null) return true;
  if (
    !isRecord(value) ||
    !Array.isArray(value["operators"]) ||
    !value["operators"].every((id) => typeof id === "string")
  )
    return false;
  return isRecord(value["range"]) && isPosition(value["range"]["start"]) && isPosition(value["range"]["end"]);
}

const isDocument = shapeOf<GraphOfDocument>({
  uri: isString,
  version: Number.isInteger,
  graph: isGraph,
  definitions: listOf(isDefinition),
  file: isString,
  folder: isString,
});

export function isGraphOfDocument(value: unknown): value is GraphOfDocument {
  return isDocument(value);
}

export function isGraphAnswer(value: unknown): value is GraphOfDocument | null {
  return value === null || isGraphOfDocument(value);
}

function isPosition(value: unknown): value is Position {
  return isRecord(value) && Number.isInteger(value["line"]) && Number.isInteger(value["character"]);
}
