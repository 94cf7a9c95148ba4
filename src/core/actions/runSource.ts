import { definitionsFormat, type Definitions } from "../../formats/python.js";
import { readText as readFormat, valueOf } from "../../formats/reader.js";
import type { BuildRecord } from "../model/build.js";
import type { Run } from "../model/run.js";
import type { Digest } from "../model/trace.js";
import type { Hash, ObjectStore } from "../ports.js";
import type { ShippedPiece } from "../runs/shippedSource.js";
import { readBlob } from "../store/blobs.js";
import { readBuild } from "../store/builds.js";
import { WrongRequest } from "./errors.js";
import { localTarget, placeOfWorkflow, type OpenFolder } from "./folder.js";
import { airflowTarget, requireStore } from "./target.js";
import type { World } from "./world.js";

/** A file of a build: a module as it was, or what was shipped of a workflow file. */
export type ShippedFile =
  | { readonly kind: "module"; readonly file: string; readonly text: string }
  | { readonly kind: "definitions"; readonly file: string; readonly pieces: readonly ShippedPiece[] };

/** The code that a run ran, from the blobs of its build; files with definitions first. */
export async function readRunSource(
  world: World,
  open: OpenFolder,
  run: Run,
  signal?: AbortSignal,
): Promise<readonly ShippedFile[]> {
  if (run.build === null)
    throw new WrongRequest(`Run ${run.rid} has no build yet: its first operator has not started.`);
  const store = run.target === localTarget ? open.store : requireStore(airflowTarget(world, open, run.target)).objects;
  const build = await readBuild(
    store,
    world.hash,
    placeOfWorkflow(world, open.project, run.workflow),
    run.build,
    signal,
  );
  if (build === undefined)
    throw new Error(
      `The store ${store.address} has lost the record of build ${run.build.slice(0, 12)}: something deletes what lies under workflows/.`,
    );
  const textOf = (digest: Digest): Promise<string> => readText(store, world.hash, digest, signal);
  return [...(await definitionFiles(build, textOf)), ...(await moduleFiles(build, textOf))];
}

async function definitionFiles(
  build: BuildRecord,
  textOf: (digest: Digest) => Promise<string>,
): Promise<readonly ShippedFile[]> {
  const blobs = new Map(
    build.operators.flatMap(({ code }) => (code === null ? [] : [[code.definitions, code.file] as const])),
  );
  const files = new Map<string, ShippedPiece[]>();
  for (const [digest, file] of blobs) {
    const { pieces } = valueOf(readFormat(definitionsFormat, await textOf(digest)), `The blob ${digest}`);
    files.set(file, [...(files.get(file) ?? []), ...pieces.filter(hasText)]);
  }
  return [...files]
    .filter(([, pieces]) => pieces.length > 0)
    .map(([file, pieces]) => ({ kind: "definitions", file, pieces }));
}

function hasText(piece: Definitions["pieces"][number]): piece is ShippedPiece {
  return piece.text !== undefined && piece.line !== undefined;
}

async function moduleFiles(
  build: BuildRecord,
  textOf: (digest: Digest) => Promise<string>,
): Promise<readonly ShippedFile[]> {
  const modules = new Map(
    build.operators.flatMap(({ modules: shipped }) => shipped.map(({ path, blob }) => [path, blob] as const)),
  );
  return Promise.all(
    [...modules].map(async ([file, blob]) => ({ kind: "module", file, text: await textOf(blob) }) as const),
  );
}

async function readText(
  store: ObjectStore,
  hash: Hash,
  digest: Digest,
  signal: AbortSignal | undefined,
): Promise<string> {
  const bytes = await readBlob(store, hash, digest, { signal });
  if (bytes === undefined)
    throw new Error(
      `The store ${store.address} has lost the blob ${digest}: something deletes what lies under blobs/.`,
    );
  return new TextDecoder().decode(bytes);
}
