import type { ObjectStore } from "../ports.js";
import { workflowKey, type WorkflowPlace } from "../store/keys.js";
import { ensureProjectId, findFolder, loadResources } from "../resources/load.js";
import { withDemo } from "../resources/demo.js";
import { projectFile } from "../resources/read.js";
import type { MayChangeType, Resource } from "../resources/resource.js";
import { WorkflowProblems } from "./errors.js";
import type { World } from "./world.js";

/** A folder with a project: the place that workflow files, resources, the local store and the daemon belong to. */
export interface OpenFolder {
  /** Absolute. */
  readonly folder: string;
  /** Project id. */
  readonly project: string;
  /** Those of `aqueduct.json`, and the demo database. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly mayChangeType: MayChangeType;
  /** Absolute path of the local store. */
  readonly storeFolder: string;
  readonly store: ObjectStore;
}

/** Of local runs, among targets: all others are Airflow resources. */
export const localTarget = "local";

/**
 * Opens the folder of a file, making its project id where there is none yet.
 *
 * Throws {@link WorkflowProblems} where `aqueduct.json` has errors.
 *
 * @param file absolute; a workflow file, or `aqueduct.json` itself
 */
export async function openFolder(world: World, file: string): Promise<OpenFolder> {
  const read = await readFolder(world, file);
  return withStore(world, { ...read, project: await ensureProjectId(world.files, world.random, read.folder) });
}

/** The folder of a file and its resources, without making anything. Throws {@link WorkflowProblems} where `aqueduct.json` has errors. */
export async function readFolder(
  world: World,
  file: string,
): Promise<Pick<OpenFolder, "folder" | "resources" | "mayChangeType">> {
  const folder = await findFolder(world.files, file, world.workspaceFolderOf?.(file));
  const { value, problems } = await loadResources(world.files, folder);
  if (problems.some(({ severity }) => severity === "error"))
    throw new WorkflowProblems(`${projectFile} has errors.`, problems);
  return { folder, resources: withDemo(value.resources), mayChangeType: value.mayChangeType };
}

/** The folder as it is, without making anything; undefined where it has no project id yet: then nothing of it ever ran or was published. */
export async function findOpenFolder(world: World, folder: string): Promise<OpenFolder | undefined> {
  const { value } = await loadResources(world.files, folder);
  const { id: project, mayChangeType } = value;
  return project === undefined
    ? undefined
    : withStore(world, { folder, project, resources: withDemo(value.resources), mayChangeType });
}

function withStore(world: World, read: Omit<OpenFolder, "storeFolder" | "store">): OpenFolder {
  const { folder } = read;
  const storeFolder = world.files.join(folder, ".aqueduct", "store");
  return {
    ...read,
    storeFolder,
    store: world.openStore({ kind: "folder", name: localTarget, folder: storeFolder }),
  };
}

/** Makes `.aqueduct`, which only its owner may read and which git leaves alone. */
export async function makeStateFolder(world: World, folder: string): Promise<string> {
  const { files } = world;
  const state = files.join(folder, ".aqueduct");
  await files.makeOwnFolder(state, folder);
  const ignore = files.join(state, ".gitignore");
  if ((await files.readText(ignore)) === undefined) await files.writeAtomically(ignore, "*\n");
  return state;
}

export function placeOfWorkflow(world: World, project: string, workflow: string): WorkflowPlace {
  return { project, key: workflowKey(workflow, world.hash) };
}
