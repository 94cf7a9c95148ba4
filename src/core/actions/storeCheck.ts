import type { CheckedFinding, Finding, StoreCheck } from "../../formats/storeCheck.js";
import type { Digest } from "../model/trace.js";
import type { ObjectStore } from "../ports.js";
import { keepContent, readContent, WrongContent } from "../store/blobs.js";
import { blobKey } from "../store/keys.js";
import { WrongRequest } from "./errors.js";
import { localTarget, type OpenFolder } from "./folder.js";
import { walkStore } from "./storeWalk.js";
import type { World } from "./world.js";

export interface StoreCheckRequest {
  /** A store of `aqueduct.json`; left out, or `local`: the one of the folder. */
  readonly store?: string;
  /** Puts right what can be put right without losing anything. */
  readonly repair: boolean;
  /** What somebody who wants a repair is to do, as a sentence. */
  readonly howToRepair: string;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export type { StoreCheck } from "../../formats/storeCheck.js";

/** Hashes what lies in a store, and looks for what its records name; repairs it where that is asked for. */
export async function checkStore(world: World, open: OpenFolder, request: StoreCheckRequest): Promise<StoreCheck> {
  const stores = storesOf(world, open);
  const name = request.store ?? localTarget;
  const store = stores.get(name);
  if (store === undefined)
    throw new WrongRequest(`There is no store "${name}" in aqueduct.json. There is ${[...stores.keys()].join(", ")}.`);
  const { checked, findings } = await walkStore(store, world.hash, request);
  if (!request.repair) {
    const left = findings.map((finding) => ({
      ...finding,
      repaired: null,
      advice: adviceFor(finding, request.howToRepair),
    }));
    return { store: store.address, checked, findings: left, notes: [] };
  }
  const others = new Sources(
    world,
    [...stores].filter(([other]) => other !== name),
    request.signal,
  );
  const repaired: CheckedFinding[] = [];
  for (const finding of findings) {
    request.signal?.throwIfAborted();
    const done = await repair(store, finding, others, request.signal);
    repaired.push({ ...finding, repaired: done, advice: done === null ? adviceFor(finding, null) : "" });
  }
  return { store: store.address, checked, findings: repaired, notes: others.notes };
}

function storesOf(world: World, open: OpenFolder): ReadonlyMap<string, ObjectStore> {
  const named = [...open.resources.values()].flatMap((resource) =>
    resource.kind === "folder" || resource.kind === "s3" ? [[resource.name, world.openStore(resource)] as const] : [],
  );
  return new Map([[localTarget, open.store], ...named]);
}

async function repair(
  store: ObjectStore,
  { key, kind, problem, digest }: Finding,
  others: Sources,
  signal: AbortSignal | undefined,
): Promise<CheckedFinding["repaired"]> {
  if (digest === null || problem === "unreadable") return null;
  const bytes = await others.bytesOf(key, digest);
  if (bytes !== undefined) {
    await keepContent(store, key, digest, () => Promise.resolve(bytes), signal);
    return problem === "wrong" ? "replaced" : "put";
  }
  // Values are what runs gave: wrong ones stay until somebody gives them again, since no reader takes them.
  if (problem === "missing" || kind === "value") return null;
  // Somebody may have put it right meanwhile.
  if ((await store.digestOf(key, signal))?.sha256 !== digest) await store.delete(key, signal);
  return "deleted";
}

/** Where right bytes may be: other stores of the folder, and the runtime that we carry. */
class Sources {
  readonly notes: string[] = [];
  #stores: readonly (readonly [string, ObjectStore])[];

  constructor(
    private readonly world: World,
    stores: readonly (readonly [string, ObjectStore])[],
    private readonly signal: AbortSignal | undefined,
  ) {
    this.#stores = stores;
  }

  async bytesOf(key: string, digest: Digest): Promise<Uint8Array | undefined> {
    const { hash, runtime } = this.world;
    if (key === blobKey(digest)) {
      const zip = await runtime.zip();
      if (hash.sha256(zip) === digest) return zip;
    }
    for (const [name, store] of this.#stores) {
      try {
        const bytes = await readContent(store, hash, key, digest, { signal: this.signal });
        if (bytes !== undefined) return bytes;
      } catch (error) {
        this.signal?.throwIfAborted();
        if (error instanceof WrongContent) continue;
        this.#stores = this.#stores.filter(([other]) => other !== name);
        this.notes.push(
          `The store "${name}" was not asked for what is damaged here: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    return undefined;
  }
}

/** The stores of a folder, its own first. */
export function storeNames(open: OpenFolder): readonly { readonly name: string; readonly address: string }[] {
  const named = [...open.resources.values()].flatMap((resource) =>
    resource.kind === "folder" || resource.kind === "s3" ? [{ name: resource.name, address: "in aqueduct.json" }] : [],
  );
  return [{ name: localTarget, address: open.store.address }, ...named];
}

/** Whether a repair has anything to try: it needs to know which bytes belong there. */
export function mayBeRepaired({ problem, digest }: Finding): boolean {
  return digest !== null && problem !== "unreadable";
}

/** @param howToRepair null: a repair was asked for and could not be done */
function adviceFor({ kind, problem, digest }: Finding, howToRepair: string | null): string {
  if (problem === "unreadable")
    return "Look at it, and delete it if it is not needed: a run of which a record is gone is shown without it.";
  if (kind === "value") return "Run the operator again: what it gives takes its place.";
  if (kind === "record") return "It is shown as gone. Nothing else depends on it.";
  if (howToRepair !== null && digest !== null) return howToRepair;
  return "Run the workflow again here, or publish it again, which puts it there.";
}
