import process from "node:process";
import type { Processes } from "../core/index.js";

/** The oldest Node that the local engine runs on. */
const oldest = 20;

/**
 * The Node that a daemon is started with: the one on PATH where it is new enough, since it outlives an update of the editor; else the editor's own.
 */
export async function findNode(processes: Processes): Promise<string> {
  const onPath = await processes
    .run({ command: "node", args: ["-p", "process.execPath + '\\n' + process.versions.node"] })
    .catch(() => undefined); // No `node` on PATH is an answer too: then it is the editor's own.
  const [path, version] = onPath?.code === 0 ? onPath.stdout.trim().split("\n") : [];
  const isNewEnough = Number(version?.split(".")[0]) >= oldest;
  return path !== undefined && isNewEnough ? path : process.execPath;
}
