/**
 * What the extension and the language server say to each other beyond the Language Server Protocol itself.
 *
 * The server speaks only of Python files that name `aqueduct`; it watches `**\/*.py` and `**\/aqueduct.json` by itself
 * (dynamic registration) and publishes problems as ordinary diagnostics with source `aqueduct`. A request for a file
 * that is not open, or that does not name `aqueduct`, is answered with `null`; what went wrong inside the server
 * arrives as a `ResponseError`, so no caller waits for ever.
 */
import type * as v from "valibot";
import type { Boundary } from "./boundary.js";
import { graph, operatorId, sourceRange } from "./graph.js";
import { count, flag, list, oneOf, orNull, record, text, told, whole } from "./schema.js";

/** What diagnostics of ours name as their source. */
export const diagnosticSource = "aqueduct";

const position = record({ line: count, character: count });
const range = record({ start: position, end: position });

const graphParams = record({ uri: text });

const operatorsAtParams = record({ uri: text, position });

const operatorsAtPlace = record({ operators: list(operatorId), range });
/** The operators that the name at a place stands for: those of a call or a definition, or the makers of an artifact. */
export interface OperatorsAtPlace extends v.InferOutput<typeof operatorsAtPlace> {}

const definition = record({
  name: text,
  kind: oneOf("function", "metric", "check"),
  range: told("Decorators included.", sourceRange),
  isCalled: told(
    "Whether a workflow of this file has an operator of it; what is never called stands in no graph.",
    flag,
  ),
});

const graphOfDocument = record({
  uri: text,
  version: told("Of the text that the graph was read from.", whole),
  graph: told(
    "Paths in it stand relative to the folder that holds `aqueduct.json`, else to the workspace folder.",
    graph,
  ),
  definitions: told(
    "Operators' functions of the document, in the order of their lines; the graph has only those that are called.",
    list(definition),
  ),
  file: told(
    "The file that `source.file` and `definition.file` call this document by; every other name in the graph is that of a module, relative to the folder.",
    text,
  ),
  folder: told("The folder that paths in the graph stand relative to, without a slash at the end.", text),
});
/** The graph of one open document. */
export interface GraphOfDocument extends v.InferOutput<typeof graphOfDocument> {}

/** The server answers, once the text that it has seen last is analysed. */
export const languageServer = {
  name: "the language server",
  misfit: "The language server is of another version. Run “Aqueduct: Restart Language Server”.",
  ended: "The language server went away. Run “Aqueduct: Restart Language Server”.",
  requests: {
    "aqueduct/graph": { params: graphParams, result: orNull(graphOfDocument) },
    /** Null where a place in an open document is about no operator. */
    "aqueduct/operatorsAt": { params: operatorsAtParams, result: orNull(operatorsAtPlace) },
  },
  reports: {},
  events: {
    /** After every change of a graph, in the order of the changes. */
    "aqueduct/graphChanged": graphOfDocument,
  },
} as const satisfies Boundary;
