import type { Run } from "../model/run.js";
import { WrongRequest } from "./errors.js";
import type { OpenFolder } from "./folder.js";
import { readHistory, type History } from "./history.js";
import type { World } from "./world.js";

/** As many runs of each workflow are looked at to find one by its id. */
const searched = 200;

/**
 * The run that somebody means: by its id, the beginning of it (at least 4 characters), or the engine's own run id.
 *
 * Throws {@link WrongRequest} where there is none, or more than one; an Error of another kind where a target that may have it does not answer.
 */
export async function findRun(world: World, open: OpenFolder, id: string, signal?: AbortSignal): Promise<Run> {
  return runOf(await readHistory(world, open, { limit: searched, ...(signal === undefined ? {} : { signal }) }), id);
}

/** The same, of a history that has been read. */
export function runOf({ runs, targets, unreadable }: History, id: string): Run {
  const exact = runs.filter((run) => run.rid === id || run.runId === id);
  const found = exact.length > 0 || id.length < 4 ? exact : runs.filter(({ rid }) => rid.startsWith(id));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only !== undefined)
    throw new WrongRequest(`${id} may be any of ${found.map(({ rid }) => rid).join(", ")}. Write more of it.`);
  const lost = unreadable.find(({ rid }) => rid !== null && (rid === id || (id.length >= 4 && rid.startsWith(id))));
  if (lost !== undefined) throw new Error(lost.message);
  const silent = targets.filter(({ state }) => state !== "answers").map(({ message }) => message);
  if (silent.length > 0) throw new Error(`Run ${id} was not found where there was an answer. ${silent.join(" ")}`);
  throw new WrongRequest(`There is no run ${id}. See \`aqueduct runs\`.`);
}
