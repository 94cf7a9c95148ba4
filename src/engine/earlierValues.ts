import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import {
  attemptsOf,
  jsonBytes,
  mayStandFor,
  placeOf,
  reusedAttempt,
  storeKeys,
  wantedKey,
  type Hash,
} from "../core/index.js";
import type { JobRun, OperatorTask } from "../core/model/job.js";
import type { Manifest, Reused, StoredArtifact } from "../core/model/manifest.js";
import { folderStore } from "../platform/folderStore.js";
import type { LocalStore } from "./localStore.js";

/** An earlier attempt whose values are all there, unchanged. */
export interface EarlierAttempt {
  readonly rid: string;
  readonly manifest: Manifest;
}

/** Finds values of earlier runs that may stand for a call, and takes them over into this run. */
export class EarlierValues {
  constructor(
    private readonly run: JobRun,
    private readonly store: LocalStore,
    private readonly hash: Hash,
  ) {}

  /** Whether it is worth looking at all. */
  mayHave({ operator }: OperatorTask): boolean {
    return this.run.reuse?.operators.includes(operator.id) === true;
  }

  /** The newest that fits; undefined where the operator has to be called. Rejects where the store cannot be read. */
  async find(task: OperatorTask, inputs: readonly StoredArtifact[]): Promise<EarlierAttempt | undefined> {
    const { reuse } = this.run;
    const key = wantedKey(this.run, task, inputs, this.hash);
    if (key === undefined || reuse === undefined) return undefined;
    const place = placeOf(this.run, this.hash);
    for await (const earlier of attemptsOf(folderStore(this.run.store), place, task.operator.id, searchedRuns)) {
      if (mayStandFor(earlier.manifest, key, task, reuse) && (await this.isWhole(earlier.manifest))) return earlier;
    }
    return undefined;
  }

  /** Links everything under this run's own keys, so that it does not depend on the earlier run, and puts the manifest last. Throws where something is gone meanwhile. */
  take(task: OperatorTask, attempt: number, { rid, manifest: earlier }: EarlierAttempt, at: string): Reused {
    const hasLog = (key: string): boolean => existsSync(this.store.fileOf(key));
    const { manifest, links, reused } = reusedAttempt(this.run, task, attempt, earlier, rid, at, hasLog, this.hash);
    for (const { from, to } of links) this.store.linkIfAbsent(this.store.fileOf(from), to);
    const place = { rid: this.run.rid, life: this.run.life, operator: task.operator.id, try: attempt };
    this.store.putIfAbsent(storeKeys.manifestKey(placeOf(this.run, this.hash), place), jsonBytes(manifest));
    return reused;
  }

  private async isWhole({ artifacts }: Manifest): Promise<boolean> {
    for (const { key, sha256, size, sample } of artifacts) {
      if (sample !== null && !existsSync(this.store.fileOf(sample))) return false;
      const file = this.store.fileOf(key);
      if (!existsSync(file) || (await stat(file)).size !== size || (await digestOf(file)) !== sha256) return false;
    }
    return true;
  }
}

/** Read piece by piece: a value may be larger than memory. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** As many runs of the workflow are looked through. */
const searchedRuns = 50;
