import type { ObjectStore } from "../../src/core/ports.js";
import { nodeHash } from "../../src/platform/hash.js";

/** A store that remembers every write that was asked of it. */
export function inMemoryStore(
  address = "memory",
): ObjectStore & { readonly objects: Map<string, Uint8Array>; readonly writes: string[] } {
  const objects = new Map<string, Uint8Array>();
  const etags = new Map<string, string>();
  const writes: string[] = [];
  let version = 0;
  const keep = (key: string, bytes: Uint8Array): true => {
    objects.set(key, bytes);
    etags.set(key, String((version += 1)));
    return true;
  };
  /** Of what a test has put into `objects` itself it is the empty text. */
  const etagOf = (key: string): string | undefined => (objects.has(key) ? (etags.get(key) ?? "") : undefined);
  const under = (prefix: string): readonly string[] =>
    [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const write = (key: string, bytes: Uint8Array, etag: string | undefined, signal?: AbortSignal): Promise<boolean> => {
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
    writes.push(key);
    return Promise.resolve(etagOf(key) === etag && keep(key, bytes));
  };
  return {
    address,
    objects,
    writes,
    get: (key) => {
      const bytes = objects.get(key);
      return Promise.resolve(bytes === undefined ? undefined : { bytes, etag: etags.get(key) ?? "" });
    },
    digestOf: (key) => {
      const bytes = objects.get(key);
      return Promise.resolve(
        bytes === undefined ? undefined : { sha256: nodeHash.sha256(bytes), etag: etagOf(key) ?? "" },
      );
    },
    list: (prefix, { startAfter = "", limit = Number.POSITIVE_INFINITY } = {}) =>
      Promise.resolve(
        under(prefix)
          .filter((key) => key > startAfter)
          .slice(0, limit),
      ),
    listFolder: (prefix) => {
      const names = under(prefix).map((key) => /^[^/]*\/?/.exec(key.slice(prefix.length))?.[0] ?? "");
      return Promise.resolve([...new Set(names)]);
    },
    putIfAbsent: (key, bytes, signal) => write(key, bytes, undefined, signal),
    putIfMatch: (key, bytes, etag, signal) => write(key, bytes, etag, signal),
    delete: (key) => {
      objects.delete(key);
      etags.delete(key);
      return Promise.resolve();
    },
  };
}
