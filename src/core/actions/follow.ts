import { isOver } from "../runs/merge.js";
import { BuildCache } from "../runs/stored.js";
import type { OpenFolder } from "./folder.js";
import { readHistory, type History, type HistoryRequest } from "./history.js";
import type { World } from "./world.js";

/** Milliseconds between two looks. */
const interval = 2000;

/** Yields the history whenever it has changed, beginning with what is given; ends once nothing of it is under way. */
export async function* followHistory(world: World, open: OpenFolder, first: History, request: HistoryRequest): AsyncGenerator<History, void> {
  const builds = request.builds ?? new BuildCache();
  let shown = first;
  yield shown;
  while (shown.runs.some(({ state }) => !isOver(state) && state !== "unknown")) {
    await world.clock.sleep(interval, request.signal);
    const now = await readHistory(world, open, { ...request, builds });
    if (JSON.stringify(now) === JSON.stringify(shown)) continue;
    shown = now;
    yield shown;
  }
}
