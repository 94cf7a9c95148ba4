import canonicalize from "canonicalize";
import { readText, valueOf, type Format } from "../../formats/reader.js";
import type { ObjectStore } from "../ports.js";

/** RFC 8785: the same data gives the same bytes in any language. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error(`A value of type ${typeof value} can't be written as JSON.`);
  return text;
}

export interface StoredJson<T> {
  readonly value: T;
  readonly etag: string;
}

/**
 * What a key holds; undefined where there is no such key.
 *
 * @throws {@link UnreadableError} where it is not what its name says
 */
export async function readJson<T>(
  store: ObjectStore,
  key: string,
  format: Format<T>,
  signal?: AbortSignal,
): Promise<StoredJson<T> | undefined> {
  const stored = await store.get(key, signal);
  if (stored === undefined) return undefined;
  return { value: parseJson(stored.bytes, key, store.address, format), etag: stored.etag };
}

/**
 * @param address of the store, for people
 * @throws {@link UnreadableError} where the bytes are not what their name says
 */
export function parseJson<T>(bytes: Uint8Array, key: string, address: string, format: Format<T>): T {
  return valueOf(readText(format, new TextDecoder("utf-8").decode(bytes)), `${key} in ${address}`);
}

export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}
