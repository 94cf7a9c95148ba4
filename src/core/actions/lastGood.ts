import { manifestFormat } from "../../formats/manifest.js";
import { lastGoodFormat } from "../../formats/run.js";
import { expectedTypes } from "../jobs/expectedTypes.js";
import type { BuildRecord } from "../model/build.js";
import type { LastGood } from "../model/job.js";
import type { ExpectedType, Manifest } from "../model/manifest.js";
import type { OperatorId } from "../model/workflow.js";
import { BuildCache } from "../runs/stored.js";
import { readJson } from "../store/json.js";
import { lastGoodKey, manifestKey } from "../store/keys.js";
import { newestRuns, readRunRecord, type RunMarker } from "../store/runs.js";
import { localTarget, placeOfWorkflow, type OpenFolder } from "./folder.js";
import { readLocalRun } from "./localHistory.js";
import type { World } from "./world.js";

/** What a run on this machine is held to by those before it. */
export interface TypeMemory {
  readonly lastGood: LastGood;
  readonly expected: ReadonlyMap<OperatorId, readonly (ExpectedType | null)[]>;
}

/** As many runs are looked through for one that tells; each tells what it was held to itself, so it is nearly always the newest. */
const searched = 10;

/** Reads the types that the last successful run of a workflow on this machine gave. */
export async function readTypeMemory(
  world: World,
  open: OpenFolder,
  build: BuildRecord,
  signal?: AbortSignal,
): Promise<TypeMemory> {
  const expected = new Map<OperatorId, readonly (ExpectedType | null)[]>();
  const held = build.operators.filter(({ origin }) => origin !== undefined);
  if (held.length === 0) return { lastGood: {}, expected };
  const lastGood = await readLastGood(world, open, build.workflow, signal);
  const names = new Map(build.artifacts.map(({ id, name }) => [id, name]));
  for (const { id, origin, outputs } of held) {
    const key = lastGood[id];
    const read = async (): Promise<Manifest | undefined> =>
      key === undefined ? undefined : (await readJson(open.store, key, manifestFormat, signal))?.value;
    const manifest = await unlessDamaged(world, build.workflow, read);
    const artifacts = outputs.map((output) => ({ name: names.get(output) ?? output }));
    const types = manifest === undefined ? undefined : expectedTypes(manifest, origin, artifacts);
    if (types !== undefined) expected.set(id, types);
  }
  return { lastGood, expected };
}

/** Of a run that succeeded its own manifests, and of operators that it left out, or else altogether, those that it was held to. */
async function readLastGood(
  world: World,
  open: OpenFolder,
  workflow: string,
  signal: AbortSignal | undefined,
): Promise<LastGood> {
  const place = placeOfWorkflow(world, open.project, workflow);
  const builds = new BuildCache(world.hash);
  const toldBy = async ({ start, rid }: RunMarker): Promise<LastGood | undefined> => {
    if ((await readRunRecord(open.store, place, rid, start, signal))?.target !== localTarget) return undefined;
    const run = await readLocalRun(world, open, workflow, rid, builds, signal);
    const before = (await readJson(open.store, lastGoodKey(place, rid, start), lastGoodFormat, signal))?.value
      .manifests;
    if (run.state !== "succeeded") return before;
    const own = run.operators.flatMap(({ operator, manifest }) =>
      manifest?.kind !== "function"
        ? []
        : [[operator, manifestKey(place, { rid, life: manifest.life, operator, try: manifest.try })] as const],
    );
    return { ...before, ...Object.fromEntries(own) };
  };
  for (const marker of (await newestRuns(open.store, place, searched, signal)).markers) {
    const told = await unlessDamaged(world, workflow, () => toldBy(marker));
    if (told !== undefined) return told;
  }
  return {};
}

/** A record of an earlier run that cannot be read holds nobody to anything; the log says so. */
async function unlessDamaged<T>(
  { log }: World,
  workflow: string,
  read: () => Promise<T | undefined>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    log.warn("types of an earlier run not told", { workflow, reason: String(error) });
    return undefined;
  }
}
