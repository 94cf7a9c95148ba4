import { buildFormat } from "../../formats/build.js";
import type { BuildName, BuildRecord } from "../model/build.js";
import type { Digest } from "../model/trace.js";
import type { Hash, ObjectStore } from "../ports.js";
import { keepContent, readContent } from "./blobs.js";
import { canonicalJson, parseJson } from "./json.js";
import { buildKey, type WorkflowPlace } from "./keys.js";

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

/** The record of a build, which is what its name says: who changes it in the store changes its digest. Throws WrongContent. */
export async function readBuild(
  store: ObjectStore,
  hash: Hash,
  place: WorkflowPlace,
  build: BuildName,
  signal?: AbortSignal,
): Promise<BuildRecord | undefined> {
  const key = buildKey(place, build);
  const bytes = await readContent(store, hash, key, build, { signal });
  return bytes === undefined ? undefined : parseJson(bytes, key, store.address, buildFormat);
}

/** False where the store has it already; a wrong one is replaced. */
export async function putBuild(
  store: ObjectStore,
  place: WorkflowPlace,
  build: NamedBuild,
  signal?: AbortSignal,
): Promise<boolean> {
  const bytes = new TextEncoder().encode(build.text);
  return keepContent(store, buildKey(place, build.name), build.name, () => Promise.resolve(bytes), signal);
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
