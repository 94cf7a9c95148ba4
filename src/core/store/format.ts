import { readText } from "../../formats/reader.js";
import { storeMarkerFormat } from "../../formats/store.js";
import type { ObjectStore } from "../ports.js";
import { jsonBytes } from "./json.js";

/** How a store is laid out (docs/formats/store.md): 2 has values by their digests. What has no number is 1, and is read. */
const storeFormat = 2;

/** Says the number of the layout; put before anything else is. */
export const formatKey = "aqueduct-store.json";

/** The number of a store's layout; undefined where it has none. Throws, with what to do, where it is newer than what we know. */
async function readStoreFormat(store: ObjectStore, signal?: AbortSignal): Promise<number | undefined> {
  const stored = await store.get(formatKey, signal);
  return stored === undefined ? undefined : knownFormat(stored.bytes, store.address);
}

/** The number that a store's marker says. Throws where it is newer, or says none. @param address of the store, for people */
export function knownFormat(marker: Uint8Array, address: string): number {
  const found = readText(storeMarkerFormat, new TextDecoder("utf-8").decode(marker));
  if (!found.readable)
    throw new Error(
      `${formatKey} in ${address} can't be read: ${found.why}. Delete it if no newer Aqueduct uses this store: it is made anew.`,
    );
  const { format } = found.value;
  if (format <= storeFormat) return format;
  throw new Error(
    `The store ${address} has format ${format}, and this Aqueduct knows formats up to ${storeFormat}. Update Aqueduct, then try again.`,
  );
}

/** What the marker of a store of ours holds. */
export const formatMarker = jsonBytes({ format: storeFormat });

/** The store, which is looked at before its first use: one of a newer layout is refused, never misread. The first that is put there says its number. */
export function withFormat(store: ObjectStore): ObjectStore {
  let looked: Promise<number | undefined> | undefined;
  const known = (signal?: AbortSignal): Promise<number | undefined> => {
    looked ??= readStoreFormat(store, signal).catch((error: unknown) => {
      looked = undefined; // Unreachable now does not mean unreachable for ever.
      throw error;
    });
    return looked;
  };
  const marked = async (key: string, signal?: AbortSignal): Promise<void> => {
    // A hidden key is nothing of the store's: a probe leaves no trace.
    if ((await known(signal)) === storeFormat || key.startsWith(".")) return;
    await mark(store, signal);
    looked = Promise.resolve(storeFormat);
  };
  return {
    address: store.address,
    get: async (key, signal) => (await known(signal), store.get(key, signal)),
    digestOf: async (key, signal) => (await known(signal), store.digestOf(key, signal)),
    list: async (prefix, options) => (await known(options?.signal), store.list(prefix, options)),
    listFolder: async (prefix, signal) => (await known(signal), store.listFolder(prefix, signal)),
    putIfAbsent: async (key, bytes, signal) => (await marked(key, signal), store.putIfAbsent(key, bytes, signal)),
    putIfMatch: async (key, bytes, etag, signal) => (
      await marked(key, signal), store.putIfMatch(key, bytes, etag, signal)
    ),
    delete: async (key, signal) => (await known(signal), store.delete(key, signal)),
  };
}

/** One without a number, or with an older one, has this one from now on. */
async function mark(store: ObjectStore, signal?: AbortSignal): Promise<void> {
  const stored = await store.get(formatKey, signal);
  if (stored === undefined) await store.putIfAbsent(formatKey, formatMarker, signal);
  else await store.putIfMatch(formatKey, formatMarker, stored.etag, signal);
}
