import type { Digest } from "../model/trace.js";
import { keepBlob, keepContent, readBlob } from "../store/blobs.js";
import { blobsOf, putBuild } from "../store/builds.js";
import { blobKey } from "../store/keys.js";
import { forEach } from "../store/parallel.js";
import type { PublishPorts, PublishRequest } from "./request.js";
import { countOf } from "../model/words.js";

/**
 * Brings what a build needs into the target's store: blobs first, the build record last, so that a build that is there is whole.
 *
 * What is there already is checked too, by one small request each, and replaced where it is wrong: publishing again mends a store.
 *
 * @returns how many blobs had to travel
 */
export async function uploadBuild(
  ports: Pick<PublishPorts, "hash">,
  request: PublishRequest,
  dagText: { readonly text: string; readonly blob: Digest },
  progress: (message: string) => void,
): Promise<number> {
  const { build, place, store, signal } = request;
  let copied = 0;
  await forEach(blobsOf(build.record), async (digest) => {
    if (!(await keepContent(store, blobKey(digest), digest, () => localBlob(ports, request, digest), signal))) return;
    copied += 1;
    progress(`${countOf(copied, "blob")} uploaded.`);
  });
  await keepBlob(store, dagText.blob, new TextEncoder().encode(dagText.text), signal);
  await putBuild(store, place, build, signal);
  return copied;
}

async function localBlob(
  { hash }: Pick<PublishPorts, "hash">,
  { localStore, signal }: PublishRequest,
  digest: Digest,
): Promise<Uint8Array> {
  const bytes = await readBlob(localStore, hash, digest, {
    advice: "Publish again: reading the workflow file puts it right.",
    signal,
  });
  if (bytes === undefined)
    throw new Error(
      `Blob ${digest} is gone from ${localStore.address} although the trace put it there. Publish again.`,
    );
  return bytes;
}
