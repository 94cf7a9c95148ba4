import type { Run } from "../model/run.js";
import { WrongRequest } from "./errors.js";
import type { OpenFolder } from "./folder.js";
import { readHistory } from "./history.js";
import type { World } from "./world.js";

/** As many runs of each workflow are looked at to find one by its id. */
const searched = 200;

/**
 * The run that somebody means: by its id, the beginning of it (at least 4 characters), or the engine's own run id.
 *
 * Throws {@link WrongRequest} where there is none, or more than one.
 */
export async function findRun(world: World, open: OpenFolder, id: string, signal?: AbortSignal): Promise<Run> {
  const { runs, targets } = await readHistory(world, open, { limit: searched, ...(signal === undefined ? {} : { signal }) });
  const exact = runs.filter((run) => run.rid === id || run.runId === id);
  const found = exact.length > 0 || id.length < 4 ? exact : runs.filter(({ rid }) => rid.startsWith(id));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only !== undefined) throw new WrongRequest(`${id} may be any of ${found.map(({ rid }) => rid).join(", ")}. Write more of it.`);
  const silent = targets.filter(({ state }) => state !== "answers").map(({ message }) => ` ${message}`);
  throw new WrongRequest(`There is no run ${id}. See \`aqueduct runs\`.${silent.join("")}`);
}
