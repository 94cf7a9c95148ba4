import { buildFormat } from "../../formats/build.js";
import type { BuildName, BuildRecord } from "../model/build.js";
import type { Digest } from "../model/trace.js";
import type { Hash, ObjectStore } from "../ports.js";
import { canonicalJson, readJson } from "./json.js";
import { blobKey, buildKey, type WorkflowPlace } from "./keys.js";

/** A build record with its canonical text and the name that follows from it. */
export interface NamedBuild {
  readonly name: BuildName;
  readonly record: BuildRecord;
  readonly text: string;
}

export function nameBuild(record: BuildRecord, hash: Hash): NamedBuild {
  const text = canonicalJson(record);
  return { name: hash.sha256(text), record, text };
}

export async function readBuild(
  store: ObjectStore,
  place: WorkflowPlace,
  build: BuildName,
  signal?: AbortSignal,
): Promise<BuildRecord | undefined> {
  return (await readJson(store, buildKey(place, build), buildFormat, signal))?.value;
}

/** Put if absent; false where the store has it already. */
export async function putBuild(
  store: ObjectStore,
  place: WorkflowPlace,
  build: NamedBuild,
  signal?: AbortSignal,
): Promise<boolean> {
  return store.putIfAbsent(buildKey(place, build.name), new TextEncoder().encode(build.text), signal);
}

/** Every blob that a build needs to run, each once, in a stable order. */
export function blobsOf(record: BuildRecord): readonly Digest[] {
  const digests = record.operators.flatMap(({ code, values, modules, parameter }) => [
    ...(code === null ? [] : [code.definitions]),
    ...values.map(({ blob }) => blob),
    ...modules.map(({ blob }) => blob),
    ...(parameter === undefined ? [] : [parameter.blob]),
  ]);
  return [...new Set([record.runtime.blob, ...digests])].sort();
}

/** Whether a blob is there, without reading it. */
export async function hasBlob(store: ObjectStore, digest: Digest, signal?: AbortSignal): Promise<boolean> {
  const key = blobKey(digest);
  const [found] = await store.list(key, { limit: 1, ...(signal === undefined ? {} : { signal }) });
  return found === key;
}
