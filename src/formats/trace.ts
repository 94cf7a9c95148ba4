import type * as v from "valibot";
import { shipmentEntries, traceFrame } from "./code.js";
import { graph, operatorId } from "./graph.js";
import type { Format } from "./reader.js";
import { digest, exactly, leftOut, list, mapOf, matching, orNull, record, text, told } from "./schema.js";

export const shipment = record({ id: operatorId, ...shipmentEntries });
/** What travels of one operator. */
export interface Shipment extends v.InferOutput<typeof shipment> {}

const traceResult = record({
  format: exactly(1),
  python: told("Such as `3.11.7`.", text),
  environment: told(
    "Of everything that can be imported and is not shipped; null where it cannot be told.",
    orNull(digest),
  ),
  graph: told("Every node exact.", graph),
  failure: orNull(
    record({
      message: text,
      tip: text,
      trace: list(traceFrame),
      code: leftOut(told("Of the problem that reading the text tells of the same.", text)),
    }),
  ),
  shipments: told(
    "Empty where there is a failure.",
    list(record({ workflow: orNull(text), operators: list(shipment) })),
  ),
});
/** What the tracer leaves in its `out`. */
export interface TraceResult extends v.InferOutput<typeof traceResult> {}

export const traceFormat: Format<TraceResult> = {
  name: "what a tracer of this version writes",
  schema: traceResult,
  number: 1,
};

const absolutePath = matching(/^(?:\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/, "an absolute path");

const traceRequest = record({
  format: exactly(1),
  file: told("The workflow file.", absolutePath),
  folder: absolutePath,
  out: told("Where the result goes.", absolutePath),
  blobs: told("Where what is shipped goes, each put if absent.", absolutePath),
  resources: mapOf(record({ type: text, dialect: leftOut(text) })),
});
/** What the tracer is asked, on its stdin. */
export interface TraceRequest extends v.InferOutput<typeof traceRequest> {}
export const traceRequestFormat: Format<TraceRequest> = {
  name: "a request to the tracer",
  schema: traceRequest,
  number: 1,
};
