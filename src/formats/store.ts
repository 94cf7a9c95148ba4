import type * as v from "valibot";
import type { Format } from "./reader.js";
import { ordinal, record, told } from "./schema.js";

const storeMarker = record({
  format: told("Of the layout: 2 has values by their digests. A store without this file is of 1.", ordinal),
});
/** `aqueduct-store.json`: how a store is laid out. */
export interface StoreMarker extends v.InferOutput<typeof storeMarker> {}
// Without a number of its own: whoever reads it says what to do about a newer layout.
export const storeMarkerFormat: Format<StoreMarker> = { name: "the marker of a store", schema: storeMarker };
