import { buildFormat } from "../../formats/build.js";
import { manifestFormat } from "../../formats/manifest.js";
import { publicationFormat, publishingFormat } from "../../formats/publication.js";
import type { Format } from "../../formats/reader.js";
import type { Finding, StoreCheck } from "../../formats/storeCheck.js";
import { lastGoodFormat, runFormat } from "../../formats/run.js";
import { sampleFormat } from "../../formats/sample.js";
import type { Digest } from "../model/trace.js";
import type { Hash, ObjectStore } from "../ports.js";
import { readContent, WrongContent } from "../store/blobs.js";
import { blobsOf } from "../store/builds.js";
import { parseJson } from "../store/json.js";
import { blobKey, buildKey, checkedKey, isDigest } from "../store/keys.js";
import { isLoss, orLoss } from "../store/loss.js";
import { forEach } from "../store/parallel.js";

/** What lies in a store, and what of it names the digest of its own bytes. */
type Kind = Finding["kind"];

/** What a walk through a store came to. */
export interface WalkedStore {
  readonly checked: StoreCheck["checked"];
  /** In the order of their keys. */
  readonly findings: readonly Finding[];
}

interface WalkOptions {
  /** After each object that was looked at. */
  readonly onProgress: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Looks at everything in a store that Aqueduct puts there, and changes nothing. */
export async function walkStore(store: ObjectStore, hash: Hash, options: WalkOptions): Promise<WalkedStore> {
  const walk = new Walk(store, hash, options.signal);
  const listing = options.signal === undefined ? {} : { signal: options.signal };
  const keys: string[] = [];
  for (const prefix of ["blobs/", "runs/", "values/", "workflows/"]) keys.push(...(await store.list(prefix, listing)));
  let done = 0;
  await forEach(keys, async (key) => {
    options.signal?.throwIfAborted();
    await walk.look(key);
    done += 1;
    options.onProgress(done, keys.length);
  });
  walk.compare(new Set(keys));
  return { checked: walk.checked, findings: [...walk.findings].sort((one, other) => (one.key < other.key ? -1 : 1)) };
}

const workflow = "[^/]+/[^/]+";
const places: readonly (readonly [RegExp, Kind])[] = [
  [/^blobs\/sha256\/([^/]+)$/, "blob"],
  [new RegExp(`^values/${workflow}/sha256/([^/]+)$`), "value"],
  [new RegExp(`^workflows/${workflow}/builds/([^/]+)\\.json$`), "build"],
];

class Walk {
  readonly checked = { blobs: 0, builds: 0, values: 0, records: 0 };
  readonly findings: Finding[] = [];
  /** Keys that records name, with what they are and which record it was. */
  readonly #named = new Map<string, { readonly kind: Kind; readonly digest: Digest | null; readonly by: string }>();

  constructor(
    private readonly store: ObjectStore,
    private readonly hash: Hash,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async look(key: string): Promise<void> {
    for (const [place, kind] of places) {
      const digest = place.exec(key)?.[1];
      if (digest !== undefined) return this.#lookAtContent(key, kind, digest);
    }
    if (/\.json$/.test(key)) await this.#lookAtRecord(key);
  }

  /** What records name and is not among the keys. */
  compare(keys: ReadonlySet<string>): void {
    for (const [key, { kind, digest, by }] of this.#named)
      if (!keys.has(key)) this.#found(key, "missing", kind, digest, `It is gone, though ${by} names it.`);
  }

  async #lookAtContent(key: string, kind: Kind, digest: string): Promise<void> {
    if (kind === "blob") this.checked.blobs += 1;
    else if (kind === "value") this.checked.values += 1;
    else this.checked.builds += 1;
    if (!isDigest(digest)) {
      this.#found(
        key,
        "unreadable",
        kind,
        null,
        "Its name is not a SHA-256: something other than Aqueduct put it there.",
      );
    } else if (kind === "build") {
      await this.#lookAtBuild(key, digest);
    } else {
      const found = await this.store.digestOf(key, this.signal);
      if (found !== undefined && found.sha256 !== digest) this.#found(key, "wrong", kind, digest, changed);
    }
  }

  async #lookAtBuild(key: string, digest: Digest): Promise<void> {
    try {
      const bytes = await readContent(this.store, this.hash, key, digest, { signal: this.signal });
      if (bytes === undefined) return;
      const record = parseJson(bytes, key, this.store.address, buildFormat);
      for (const blob of blobsOf(record)) this.#name(blobKey(blob), "blob", blob, key);
    } catch (error) {
      if (error instanceof WrongContent) this.#found(key, "wrong", "build", digest, changed);
      else this.#unlessAborted(key, error);
    }
  }

  async #lookAtRecord(key: string): Promise<void> {
    this.checked.records += 1;
    const stored = await orLoss(this.store.get(key, this.signal));
    if (isLoss(stored)) this.#unlessAborted(key, stored);
    if (stored === undefined || isLoss(stored)) return;
    const parsed = <T>(format: Format<T>): T => parseJson(stored.bytes, key, this.store.address, format);
    try {
      await this.#follow(key, parsed);
    } catch (error) {
      this.#unlessAborted(key, error);
    }
  }

  async #follow(key: string, parsed: <T>(format: Format<T>) => T): Promise<void> {
    const [, project = "", slug = ""] = key.split("/");
    const place = { project, key: slug };
    const name = key.slice(key.lastIndexOf("/") + 1);
    // Of it only the form can be told: no record has its digest, since it is shown and decides nothing.
    if (key.includes("/samples/")) {
      parsed(sampleFormat);
      return;
    }
    if (name === "publishing.json") {
      const { build, dagBlob } = parsed(publishingFormat);
      this.#name(buildKey(place, build), "build", build, key);
      this.#name(blobKey(dagBlob), "blob", dagBlob, key);
    } else if (name === "current.json" || key.includes("/history/")) {
      const { build, dagBlob } = parsed(publicationFormat);
      this.#name(buildKey(place, build), "build", build, key);
      this.#name(blobKey(dagBlob), "blob", dagBlob, key);
    } else if (name === "run.json") {
      const { build } = parsed(runFormat);
      this.#name(buildKey(place, build), "build", build, key);
    } else if (name === "lastGood.json") {
      for (const manifest of Object.values(parsed(lastGoodFormat).manifests)) this.#name(manifest, "record", null, key);
    } else if (name === "manifest.json") {
      const { artifacts, logs } = parsed(manifestFormat);
      for (const { key: value, sha256, sample } of artifacts) {
        this.#name(value, "value", isDigest(sha256) ? sha256 : null, key);
        if (sample !== null) this.#name(sample, "record", null, key);
        await this.#lookAtOldValue(value, sha256);
      }
      for (const log of [logs.stdout, logs.stderr]) if (log !== null) this.#name(log, "record", null, key);
    }
  }

  /** Of a store of format 1, where a value is named by its attempt and only the manifest tells its digest. */
  async #lookAtOldValue(key: string, sha256: string): Promise<void> {
    if (key.startsWith("values/")) return;
    this.checked.values += 1;
    const found = await this.store.digestOf(key, this.signal);
    if (found !== undefined && found.sha256 !== sha256)
      this.#found(key, "wrong", "value", isDigest(sha256) ? sha256 : null, changed);
  }

  #name(key: string, kind: Kind, digest: Digest | null, by: string): void {
    this.#named.set(checkedKey(key), { kind, digest, by });
  }

  #unlessAborted(key: string, error: unknown): void {
    this.signal?.throwIfAborted();
    this.#found(key, "unreadable", "record", null, error instanceof Error ? error.message : String(error));
  }

  #found(key: string, problem: Finding["problem"], kind: Kind, digest: Digest | null, why: string): void {
    this.findings.push({ key, problem, kind, digest, why });
  }
}

const changed = "Its SHA-256 is another one: it was changed or cut short.";
