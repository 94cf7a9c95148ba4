import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import {
  attemptsOf,
  calledAtOnce,
  jsonBytes,
  whyNotReused,
  placeOf,
  reasonOfAll,
  reusedAttempt,
  storeKeys,
  wantedKey,
  type Hash,
} from "../core/index.js";
import type { JobRun, OperatorTask } from "../core/model/job.js";
import type { CallReason, Manifest, Reused, StoredArtifact } from "../core/model/manifest.js";
import { folderStore } from "../platform/folderStore.js";
import { sha256OfFile } from "../platform/hash.js";
import type { LocalStore } from "./localStore.js";

/** An earlier attempt whose values are all there, unchanged. */
export interface EarlierAttempt {
  readonly rid: string;
  readonly manifest: Manifest;
}

/** What came of a look at earlier runs. */
export type Sought = { readonly earlier: EarlierAttempt } | { readonly called: CallReason | undefined };

/** Finds values of earlier runs that may stand for a call, and takes them over into this run. */
export class EarlierValues {
  constructor(
    private readonly run: JobRun,
    private readonly store: LocalStore,
    private readonly hash: Hash,
  ) {}

  /** Whether it is worth looking at all; if not, why it is called, where the run reuses values. */
  mayHave(task: OperatorTask): true | CallReason | undefined {
    return this.run.reuse === undefined ? undefined : (calledAtOnce(this.run, task) ?? true);
  }

  /** The newest that fits, or why the operator has to be called. Rejects where the store cannot be read. */
  async find(task: OperatorTask, inputs: readonly StoredArtifact[]): Promise<Sought> {
    const wanted = wantedKey(this.run, task, inputs, this.hash);
    if (wanted === undefined) return { called: calledAtOnce(this.run, task) };
    const place = placeOf(this.run, this.hash);
    const objections: { manifest: Manifest; reason: CallReason }[] = [];
    for await (const earlier of attemptsOf(folderStore(this.run.store), place, task.operator.id, searchedRuns)) {
      const { manifest } = earlier;
      const reason = whyNotReused(manifest, wanted, task, this.run);
      if (reason === undefined && (await this.isWhole(manifest))) return { earlier };
      objections.push({ manifest, reason: reason ?? { why: "gone" } });
    }
    return { called: reasonOfAll(wanted, objections) };
  }

  /** Names the same values, links the rest under this run's own keys, and puts the manifest last. Throws where something is gone meanwhile. */
  take(task: OperatorTask, attempt: number, { rid, manifest: earlier }: EarlierAttempt, at: string): Reused {
    const hasLog = (key: string): boolean => existsSync(this.store.fileOf(key));
    const { manifest, links, reused } = reusedAttempt(this.run, task, attempt, earlier, rid, at, hasLog, this.hash);
    for (const { from, to, isValue } of links) {
      if (isValue) this.store.linkValue(this.store.fileOf(from), to);
      else this.store.linkIfAbsent(this.store.fileOf(from), to);
    }
    const place = { rid: this.run.rid, life: this.run.life, operator: task.operator.id, try: attempt };
    this.store.putIfAbsent(storeKeys.manifestKey(placeOf(this.run, this.hash), place), jsonBytes(manifest));
    return reused;
  }

  private async isWhole({ artifacts }: Manifest): Promise<boolean> {
    for (const { key, sha256, size, sample } of artifacts) {
      if (sample !== null && !existsSync(this.store.fileOf(sample))) return false;
      const file = this.store.fileOf(key);
      if (!existsSync(file) || (await stat(file)).size !== size || (await sha256OfFile(file)) !== sha256) return false;
    }
    return true;
  }
}

/** As many runs of the workflow are looked through. */
const searchedRuns = 50;
