import type * as v from "valibot";
import { done, nothing, type Boundary } from "./boundary.js";
import { job, jobName, jobRecord, jobView } from "./job.js";
import { count, digest, list, mapOf, oneOf, ordinal, orNull, record, text, told } from "./schema.js";

const subscription = told("Chosen by the client, so that it knows its records apart.", ordinal);

/**
 * What the clients of the local engine ask of it: JSON-RPC over a local socket. `journal` has what a subscription asked for, under its number; the records that
 * were there come before the reply.
 */
export const engineSocket = {
  name: "the local engine",
  misfit: "The local engine does not know this request. Update Aqueduct, or stop the engine that runs.",
  ended: "The local engine went away. Try again: what it was running goes on, and is taken over.",
  requests: {
    /** Whether both speak the same protocol, and whose the engine is. */
    hello: {
      params: record({ protocol: count, nonce: digest }),
      result: record({
        protocol: count,
        pid: ordinal,
        proof: told("HMAC-SHA256 of `engine\\0<nonce>` under the token of the folder's engine.", digest),
      }),
    },
    /** Takes a job and starts it. The same name again is refused. */
    submit: {
      params: record({
        job,
        secrets: told("Resource → database URL. Stays in memory.", mapOf(text)),
        environment: told("That of who submits. Stays in memory.", mapOf(text)),
      }),
      result: record({ name: jobName }),
    },
    /** Ends what runs and drops what waits; the job's `finished` record tells when that is done. A finished job stays as it is. */
    cancel: { params: record({ job: text }), result: done },
    /** Records from number `from` on, those to come included. */
    subscribe: {
      params: record({ subscription, job: told("null: every job that the daemon knows.", orNull(text)), from: count }),
      result: record({ seq: told("The last number there is.", count) }),
    },
    /** The jobs that are under way, and those that finished since the daemon started. */
    list: { params: nothing, result: list(jobView) },
    /** Ends the daemon. */
    stop: {
      params: record({
        running: told(
          "`leave`: tasks go on by themselves and the next daemon takes them over; `cancel`: they are ended first.",
          oneOf("leave", "cancel"),
        ),
      }),
      result: done,
    },
  },
  reports: {
    /** No more records are wanted. */
    unsubscribe: record({ subscription }),
  },
  events: {
    /** One fact of a job's journal. */
    journal: record({ subscription, job: jobName, record: jobRecord }),
  },
} as const satisfies Boundary;

/** Goes up with every change that the other side must know of. */
export const engineProtocol = 3;

export type EngineSocket = typeof engineSocket;
export type EngineEvent = v.InferOutput<EngineSocket["events"]["journal"]>;
