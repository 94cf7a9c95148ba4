import type { ObjectStore, Random } from "../ports.js";

const wrongEtag = '"00000000000000000000000000000000"';

/**
 * Finds out by doing it whether a store can be written and keeps what is there: some S3 servers take a conditional write and overwrite all the same.
 *
 * Throws a sentence where it does not; leaves nothing behind.
 */
export async function probeStore(store: ObjectStore, random: Random, signal?: AbortSignal): Promise<void> {
  const key = `.probe/${random.hex(12)}`;
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (!(await store.putIfAbsent(key, bytes("first"), signal)))
    throw new Error(`${store.address} says that it has ${key}, which was just made up. Use another store.`);
  try {
    const overwrote = await store.putIfAbsent(key, bytes("second"), signal);
    const swapped = await store.putIfMatch(key, bytes("third"), wrongEtag, signal);
    const kept = new TextDecoder("utf-8").decode((await store.get(key, signal))?.bytes);
    if (overwrote || swapped || kept !== "first") {
      throw new Error(
        `${store.address} overwrites what it was asked to keep (it ignores ${overwrote ? "If-None-Match" : "If-Match"}), so two runs could destroy one another's results. Use a store that knows conditional writes.`,
      );
    }
  } finally {
    // Also where the caller has stopped.
    await store.delete(key);
  }
}
