import { UnreadableError } from "../../formats/reader.js";
import { NotTrusted } from "../ports.js";
import { WrongContent } from "./blobs.js";
import { BadKey } from "./keys.js";

/** One record of many that can't be read; the message names it and says why. The others are none the worse for it. */
export type Loss = UnreadableError | WrongContent | BadKey | NotTrusted;

export function isLoss(value: unknown): value is Loss {
  return (
    value instanceof UnreadableError ||
    value instanceof WrongContent ||
    value instanceof BadKey ||
    value instanceof NotTrusted
  );
}

/** The record, or why it alone can't be read. Everything else that goes wrong rejects: a store that does not answer is not a damaged record. */
export async function orLoss<T>(reading: Promise<T>): Promise<T | Loss> {
  try {
    return await reading;
  } catch (error) {
    if (isLoss(error)) return error;
    throw error;
  }
}

/** A record that was listed, or that others speak of, and is not there. */
export function missing(key: string, address: string): UnreadableError {
  return unreadable(`${key} in ${address}`, "it is missing");
}

/**
 * Something that can't be read as a whole, whichever member is at fault.
 *
 * @param what the file, the key or the run, for people
 * @param why a sentence without its full stop
 */
export function unreadable(what: string, why: string): UnreadableError {
  return new UnreadableError(what, { readable: false, where: "", why });
}
