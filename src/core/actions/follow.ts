import { isOver } from "../runs/merge.js";
import type { OpenFolder } from "./folder.js";
import { HistoryFollower, type History, type HistoryRequest } from "./history.js";
import type { World } from "./world.js";

/** Milliseconds between two looks. */
const interval = 2000;

/** Yields the history as it is and then whenever it has changed; ends once nothing of it is under way. */
export async function* followHistory(
  world: World,
  open: OpenFolder,
  request: HistoryRequest,
): AsyncGenerator<History, void> {
  const follower = HistoryFollower.open(world, open, request);
  let shown = "";
  for (;;) {
    await follower.poll(request.signal);
    const { history } = follower;
    const text = JSON.stringify(history);
    if (text !== shown) yield history;
    shown = text;
    if (history.runs.every(({ state }) => isOver(state) || state === "unknown")) return;
    await world.clock.sleep(interval, request.signal);
  }
}
