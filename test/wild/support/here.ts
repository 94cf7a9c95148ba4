import { readLocalRun, startLocalRun, WrongRequest, type BuiltFile } from "../../../src/core/index.js";
import { parseParameters } from "../../../src/cli/terminal.js";
import type { Places } from "./places.js";
import type { Prepared } from "./prepared.js";
import { seenOperator, type SeenRun } from "./seen.js";

/** Runs the builds of a case on the local engine of its folder, one after another, as `aqueduct run` does. */
export async function runHere(places: Places, { built, folder }: Prepared): Promise<ReadonlyMap<string, SeenRun>> {
  const runs = new Map<string, SeenRun>();
  for (const { file, expected } of built)
    runs.set(file.build.record.workflow, await runOne(places, file, expected.param ?? []));
  const engine = await places.world.engine.find(folder);
  await engine?.stop();
  engine?.close();
  return runs;
}

async function runOne({ world }: Places, file: BuiltFile, param: readonly string[]): Promise<SeenRun> {
  const { workflow } = file.build.record;
  try {
    const { engine, job, rid } = await startLocalRun(world, file, { parameters: parseParameters(param) });
    for await (const record of engine.records(job.name, 1)) if (record.type === "finished") break;
    engine.close();
    const { state, operators } = await readLocalRun(world, file.open, workflow, rid);
    const seen = operators
      .filter(({ kind }) => kind !== "parameter")
      .map(async ({ operator, state: its, manifest }) => {
        return [operator, await seenOperator(file.open.storeFolder, its, manifest ?? undefined)] as const;
      });
    return { state, operators: new Map(await Promise.all(seen)) };
  } catch (error) {
    if (error instanceof WrongRequest) return { refused: error.message, state: "failed", operators: new Map() };
    throw error;
  }
}
