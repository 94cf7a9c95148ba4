import type * as v from "valibot";
import { shipmentEntries, traceFrame } from "./code.js";
import { graph, operatorId } from "./graph.js";
import type { Format } from "./reader.js";
import { digest, exactly, leftOut, list, orNull, record, text, told } from "./schema.js";

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
