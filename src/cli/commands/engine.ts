import type { Command } from "commander";

import { findFolder, findOpenFolder, localTarget, readHistory, type World } from "../../core/index.js";
import type { JobView } from "../../core/model/job.js";
import { common, currentFolderFile, type CommonOptions, type Invoke } from "../command.js";

const endWords = {
  none: "No local engine runs for this folder.",
  "with its runs": "The local engine has ended.",
  "without its runs":
    "The local engine has ended. It could not be asked to cancel what it ran: that goes on, and the next engine watches it.",
};

function statusLines(jobs: readonly JobView[]): readonly string[] {
  return ["The local engine runs.", ...jobs.map(({ name, state }) => `  ${name}: ${state}`)];
}

/** What an engine that has died did not bring to its end. */
async function leftBehind(world: World, folder: string, signal: AbortSignal): Promise<readonly string[]> {
  const open = await findOpenFolder(world, folder);
  if (open === undefined) return [];
  const { targets } = await readHistory(world, open, { target: localTarget, signal });
  return targets.filter(({ state }) => state !== "answers").map(({ message }) => message);
}

/** `aqueduct engine …`: the daemon of this folder. */
export function engineCommands(program: Command, invoke: Invoke): void {
  const engine = program.command("engine").description("the local engine of this folder");
  common(engine.command("start"))
    .description("start the local engine, which goes on with what another one has left")
    .action((options: CommonOptions) =>
      invoke(options, async ({ shell, world, terminal, signal }) => {
        const folder = await findFolder(world.files, currentFolderFile(shell));
        const connection = await world.engine.connect(folder, { signal, tell: (text) => terminal.line(text) });
        const jobs = await connection.list().finally(() => {
          connection.close();
        });
        terminal.result("engine-start", { running: true, jobs }, statusLines(jobs));
      }),
    );
  common(engine.command("stop"))
    .description("end the local engine; what runs is cancelled first")
    .action((options: CommonOptions) =>
      invoke(options, async ({ shell, world, terminal, signal }) => {
        const folder = await findFolder(world.files, currentFolderFile(shell));
        const end = await world.engine.end(folder, signal);
        terminal.result("engine-stop", { stopped: end !== undefined }, [endWords[end ?? "none"]]);
      }),
    );
  common(engine.command("status"))
    .description("whether the local engine runs, and what")
    .action((options: CommonOptions) =>
      invoke(options, async ({ shell, world, terminal, signal }) => {
        const folder = await findFolder(world.files, currentFolderFile(shell));
        const connection = await world.engine.find(folder, signal);
        const jobs = (await connection?.list()) ?? [];
        connection?.close();
        const lines =
          connection === undefined
            ? ["No local engine runs for this folder.", ...(await leftBehind(world, folder, signal))]
            : statusLines(jobs);
        terminal.result("engine-status", { running: connection !== undefined, jobs }, lines);
      }),
    );
}
