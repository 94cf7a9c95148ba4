import * as v from "valibot";
import { carried, either, exactly, matching, number, orNull, record, text, type Schema } from "./schema.js";

/**
 * What is said between two processes, or a page and its host: requests with exactly one reply, and what either side tells the other unasked. Types, checks at
 * both ends and the messages' names are all made from it (`src/protocol`).
 *
 * Parameters have names, so a message is always about an object.
 */
export interface Boundary {
  /** Who answers, as the log calls it. */
  readonly name: string;
  /** For people, where a message makes no sense to the other side: what is wrong, usually that the two are of different versions, and what to do. */
  readonly misfit: string;
  /** For people, where the connection ends before the answer: who went away, and what to do. */
  readonly ended: string;
  readonly requests: Readonly<Record<string, { readonly params: Schema<object>; readonly result: Schema }>>;
  /** What the side that asks tells unasked. */
  readonly reports: Readonly<Record<string, Schema<object>>>;
  /** What the side that answers tells unasked. */
  readonly events: Readonly<Record<string, Schema<object>>>;
}

export type MethodOf<B extends Boundary> = keyof B["requests"] & string;
export type ReportOf<B extends Boundary> = keyof B["reports"] & string;
export type EventOf<B extends Boundary> = keyof B["events"] & string;
export type ParamsOf<B extends Boundary, M extends MethodOf<B>> = v.InferOutput<B["requests"][M]["params"]>;
export type ResultOf<B extends Boundary, M extends MethodOf<B>> = v.InferOutput<B["requests"][M]["result"]>;
export type ReportData<B extends Boundary, R extends ReportOf<B>> = v.InferOutput<B["reports"][R]>;
export type EventData<B extends Boundary, E extends EventOf<B>> = v.InferOutput<B["events"][E]>;

/** The parameters of a request that needs none. */
export const nothing = record({});
/** The result of a request that gives none. */
export const done = v.null("null");

const id = either("an id", number, text);
const version = { jsonrpc: exactly("2.0") } as const;

/** Any message of JSON-RPC 2.0 that we use. What it carries is looked at later, by the schemas of its boundary. */
export const rpcMessage = either(
  "a message of JSON-RPC",
  record({ ...version, id, method: text }),
  record({ ...version, id: orNull(id), error: record({ code: number, message: text }) }),
  record({ ...version, id: orNull(id), result: carried }),
  record({ ...version, method: exactly("$/cancelRequest"), params: record({ id }) }),
  record({ ...version, method: matching(/^[^$]/, "a name of a message") }),
);
