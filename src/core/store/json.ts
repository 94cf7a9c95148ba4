import canonicalize from "canonicalize";
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

/** What a key holds, once `guard` has found that it is that; undefined where there is no such key. */
export async function readJson<T>(
  store: ObjectStore,
  key: string,
  guard: (value: unknown) => value is T,
  signal?: AbortSignal,
): Promise<StoredJson<T> | undefined> {
  const stored = await store.get(key, signal);
  if (stored === undefined) return undefined;
  return { value: parseJson(stored.bytes, key, store.address, guard), etag: stored.etag };
}

/** @param address of the store, for people */
export function parseJson<T>(
  bytes: Uint8Array,
  key: string,
  address: string,
  guard: (value: unknown) => value is T,
): T {
  const value = parse(new TextDecoder("utf-8").decode(bytes), key, address);
  if (guard(value)) return value;
  throw new Error(
    `${key} in ${address} is not what its name says. Was it written by a newer Aqueduct? Update this one.`,
  );
}

export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

function parse(text: string, key: string, address: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Error(`${key} in ${address} is not JSON: something other than Aqueduct wrote it.`, { cause });
  }
}
