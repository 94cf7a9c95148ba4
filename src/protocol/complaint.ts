import type { Boundary } from "../formats/boundary.js";
import { read } from "../formats/reader.js";
import type { Schema } from "../formats/schema.js";

/** Tells a log of a message that makes no sense, where and why; never with a value of it, which may be a secret. */
export type Complain = (complaint: string, data: Readonly<Record<string, unknown>>) => void;

/** Complaints as warnings of a log. */
export function complaintsTo(log: { warn(message: string, data: Readonly<Record<string, unknown>>): void }): Complain {
  return (complaint, data) => log.warn(complaint, data);
}

/** The sentence for whoever gets an answer, or sends a message, that makes no sense: what to do, and what is wrong with which message. */
export function misfitOf({ misfit }: Boundary, message: string, why: string): string {
  return `${misfit} (“${message}”: ${why}.)`;
}

/** What a message carries, as its schema describes it; what does not fit is told to the log. */
export function taken<T>(
  boundary: Boundary,
  message: string,
  schema: Schema<T>,
  value: unknown,
  complain: Complain,
): { readonly value: T } | { readonly misfit: string } {
  const found = read({ name: "what belongs there", schema }, value);
  if (found.readable) return { value: found.value };
  complain(`a message of ${boundary.name} makes no sense`, { message, where: found.where, why: found.why });
  return { misfit: misfitOf(boundary, message, found.why) };
}
