import type * as v from "valibot";
import { count, digest, list, oneOf, orNull, record, text, told } from "./schema.js";

const findingEntries = {
  key: text,
  problem: told(
    "`wrong`: other bytes than were put there; `missing`: a record names it; `unreadable`: no such record as its name says.",
    oneOf("wrong", "missing", "unreadable"),
  ),
  kind: told(
    "What of it names the digest of its own bytes: all but records.",
    oneOf("blob", "build", "value", "record"),
  ),
  digest: told("Of the bytes that belong there; null where nothing tells them.", orNull(digest)),
  why: told("A sentence.", text),
} as const;
const finding = record(findingEntries);
/** Something in a store that is not as it should be. */
export interface Finding extends v.InferOutput<typeof finding> {}

const checkedFinding = record({
  ...findingEntries,
  repaired: told(
    "`replaced` and `put`: with bytes from elsewhere; `deleted`: nobody has them here, and they can be made again; null: nothing was done.",
    orNull(oneOf("replaced", "put", "deleted")),
  ),
  advice: told("What is left to do; empty where nothing is.", text),
});
/** A finding, and what was done about it. */
export interface CheckedFinding extends v.InferOutput<typeof checkedFinding> {}

const entries = {
  checked: told("How many were looked at.", record({ blobs: count, builds: count, values: count, records: count })),
  findings: told("In the order of their keys.", list(checkedFinding)),
  notes: told("Stores that could not be asked for right bytes, and why.", list(text)),
} as const;
const storeCheck = record({ store: text, ...entries });
/** What a look at everything in a store came to; `store` says where it is, for people. */
export interface StoreCheck extends v.InferOutput<typeof storeCheck> {}

export const storeCheckAnswer = record({
  store: told("Where it is, for people; null: there is none, since nothing of the folder ever ran.", orNull(text)),
  ...entries,
});
