import type { Digest } from "../model/trace.js";
import type { Hash, ObjectStore } from "../ports.js";
import { blobKey } from "./keys.js";

/**
 * What lies in a store under the SHA-256 of its own bytes: blobs, build records, values. This is the one door to it: whatever comes out has been hashed, and
 * wrong bytes under a right name are replaced where somebody has the right ones (docs/formats/store.md).
 */

/** Bytes are not those that their name stands for; the message says which, and what to do. */
export class WrongContent extends Error {
  override readonly name = "WrongContent";
  /** @param place a key and its store, or a file: for people */
  constructor(
    readonly place: string,
    advice: string = "Run or publish the workflow again, which puts it right.",
  ) {
    super(`${place} is not what was put there: its SHA-256 is another one, so it was changed or cut short. ${advice}`);
  }
}

/**
 * The bytes of a key that is named by their digest; undefined where there is none.
 *
 * @param advice what to do where they are wrong; left out: to run or publish again
 * @throws {@link WrongContent}
 */
export async function readContent(
  store: ObjectStore,
  hash: Hash,
  key: string,
  digest: Digest,
  options: { readonly advice?: string; readonly signal?: AbortSignal | undefined } = {},
): Promise<Uint8Array | undefined> {
  const stored = await store.get(key, options.signal);
  if (stored !== undefined && hash.sha256(stored.bytes) !== digest)
    throw new WrongContent(`${key} in ${store.address}`, options.advice);
  return stored?.bytes;
}

export function readBlob(
  store: ObjectStore,
  hash: Hash,
  digest: Digest,
  options: { readonly advice?: string; readonly signal?: AbortSignal | undefined } = {},
): Promise<Uint8Array | undefined> {
  return readContent(store, hash, blobKey(digest), digest, options);
}

/** As often a key is looked at again that others change at the same time. */
const tries = 5;

/**
 * Sees to it that a key holds the bytes of its digest: puts them where there are none, replaces wrong ones, and leaves right ones alone.
 *
 * @param bytes of that digest; asked for only where they are needed
 * @returns whether anything had to be put
 */
export async function keepContent(
  store: ObjectStore,
  key: string,
  digest: Digest,
  bytes: () => Promise<Uint8Array>,
  signal?: AbortSignal,
): Promise<boolean> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const found = await store.digestOf(key, signal);
    if (found?.sha256 === digest) return false;
    const right = await bytes();
    const isPut =
      found === undefined
        ? await store.putIfAbsent(key, right, signal)
        : await store.putIfMatch(key, right, found.etag, signal);
    if (isPut) return true;
  }
  throw new WrongContent(
    `${key} in ${store.address}`,
    "Something else writes there all the time. Stop it, then try again.",
  );
}

/** As {@link keepContent}, of a blob whose bytes are at hand. */
export function keepBlob(
  store: ObjectStore,
  digest: Digest,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<boolean> {
  return keepContent(store, blobKey(digest), digest, () => Promise.resolve(bytes), signal);
}
