import type { Digest } from "../model/trace.js";
import { blobsOf, hasBlob, putBuild, readBuild } from "../store/builds.js";
import { blobKey } from "../store/keys.js";
import type { PublishRequest } from "./request.js";
import { countOf } from "../model/words.js";

/** How many blobs travel at once. */
const parallel = 8;

/**
 * Brings what a build needs into the target's store: blobs first, the build record last, so that a build that is there is whole.
 *
 * @returns how many blobs had to travel
 */
export async function uploadBuild(
  request: PublishRequest,
  dagText: { readonly text: string; readonly blob: Digest },
  progress: (message: string) => void,
): Promise<number> {
  const { build, place, store, signal } = request;
  const whole = await readBuild(store, place, build.name, signal);
  const digests = whole === undefined ? blobsOf(build.record) : [];
  let copied = 0;
  await forEach(digests, async (digest) => {
    if (await hasBlob(store, digest, signal)) return;
    await store.putIfAbsent(blobKey(digest), await localBlob(request, digest), signal);
    copied += 1;
    progress(`${countOf(copied, "blob")} uploaded.`);
  });
  if (!(await hasBlob(store, dagText.blob, signal))) {
    await store.putIfAbsent(blobKey(dagText.blob), new TextEncoder().encode(dagText.text), signal);
  }
  if (whole === undefined) await putBuild(store, place, build, signal);
  return copied;
}

async function localBlob({ localStore, signal }: PublishRequest, digest: Digest): Promise<Uint8Array> {
  const stored = await localStore.get(blobKey(digest), signal);
  if (stored === undefined)
    throw new Error(
      `Blob ${digest} is gone from ${localStore.address} although the trace put it there. Publish again.`,
    );
  return stored.bytes;
}

/** Some at a time; the first failure is thrown once those under way have ended. */
async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  const ended = await Promise.allSettled(Array.from({ length: parallel }, worker));
  const failed = ended.find((one) => one.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}
