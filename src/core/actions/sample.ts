import { projectFile } from "../resources/read.js";
import type { Interpreter } from "../ports.js";
import { withoutSecrets } from "../jobs/taskEnvironment.js";
import { makeStateFolder } from "./folder.js";
import type { World } from "./world.js";

/** The workflow of the sample, which is shown first. */
export const sampleWorkflow = "level3.py";

const copied = [sampleWorkflow, "wine_features.py"];
const database = "aqueduct_demo.db";
const resources = `{
  // What the workflows of this folder may name. Passwords never stand here.
  "resources": {
    // Made-up wines, in a SQLite file beside this one.
    "aqueduct_demo": { "type": "database", "url": "sqlite:///${database}" }
  }
}
`;

/** Puts the sample into a folder; what somebody has there already stays as it is. @param source absolute path of the folder that the extension carries it in */
export async function makeSample(world: World, source: string, folder: string): Promise<void> {
  const { files } = world;
  await files.makeFolder(folder);
  for (const name of copied)
    await putIfAbsent(world, files.join(folder, name), async () => textOf(world, files.join(source, name)));
  await putIfAbsent(world, files.join(folder, projectFile), () => Promise.resolve(resources));
  await files.writeAtomically(marker(world, await makeStateFolder(world, folder)), "");
}

/** Makes the sample's database where it is not there yet; needs nothing but Python itself. */
export async function makeSampleDatabase(
  world: World,
  folder: string,
  interpreter: Interpreter,
  signal?: AbortSignal,
): Promise<void> {
  const { files } = world;
  if ((await files.list(folder))?.some(({ name }) => name === database) === true) return;
  const { code, stderr } = await world.processes.run({
    command: interpreter.path,
    args: ["-I", files.join(world.runtime.folder, "aqueduct", "databases", "demo.py"), files.join(folder, database)],
    environment: withoutSecrets(world.processes.environment()),
    ...(signal === undefined ? {} : { signal }),
  });
  if (code !== 0)
    throw new Error(
      `The sample's database can't be made by ${interpreter.path}. ${stderr.trim().split("\n").at(-1) ?? ""}`.trim(),
    );
}

/** Whether a folder was just made as a sample; true only once. */
export async function takeSampleMarker(world: World, folder: string): Promise<boolean> {
  const path = marker(world, world.files.join(folder, ".aqueduct"));
  if ((await world.files.readText(path)) === undefined) return false;
  await world.files.remove(path);
  return true;
}

function marker({ files }: World, state: string): string {
  return files.join(state, "new-sample");
}

async function putIfAbsent({ files }: World, path: string, text: () => Promise<string>): Promise<void> {
  if ((await files.readText(path)) === undefined) await files.writeAtomically(path, await text());
}

async function textOf({ files }: World, path: string): Promise<string> {
  const text = await files.readText(path);
  if (text === undefined) throw new Error(`${path} is missing from the extension. Install the extension anew.`);
  return text;
}
