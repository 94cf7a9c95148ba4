import type { Command } from "commander";

import { findFolder } from "../../core/index.js";
import { common, currentFolderFile, type CommonOptions, type Invoke } from "../command.js";

const endWords = {
  none: "No local engine runs for this folder.",
  "with its runs": "The local engine has ended.",
  "without its runs":
    "The local engine has ended. It could not be asked to cancel what it ran: that goes on, and the next engine watches it.",
};

/** `aqueduct engine …`: the daemon of this folder. */
export function engineCommands(program: Command, invoke: Invoke): void {
  const engine = program.command("engine").description("the local engine of this folder");
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
            ? ["No local engine runs for this folder."]
            : ["The local engine runs.", ...jobs.map(({ name, state }) => `  ${name}: ${state}`)];
        terminal.result("engine-status", { running: connection !== undefined, jobs }, lines);
      }),
    );
}
