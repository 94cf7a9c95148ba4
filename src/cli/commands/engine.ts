import type { Command } from "commander";

import { findFolder } from "../../core/index.js";
import { common, currentFolderFile, type CommonOptions, type Invoke } from "../command.js";

/** `aqueduct engine …`: the daemon of this folder. */
export function engineCommands(program: Command, invoke: Invoke): void {
  const engine = program.command("engine").description("the local engine of this folder");
  common(engine.command("stop"))
    .description("end the local engine; what runs is cancelled first")
    .action((options: CommonOptions) =>
      invoke(options, async ({ shell, world, terminal, signal }) => {
        const folder = await findFolder(world.files, currentFolderFile(shell));
        const connection = await world.engine.find(folder, signal);
        await connection?.stop();
        connection?.close();
        terminal.result({ stopped: connection !== undefined }, [
          connection === undefined ? "No local engine runs for this folder." : "The local engine has ended.",
        ]);
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
        terminal.result({ running: connection !== undefined, jobs }, lines);
      }),
    );
}
