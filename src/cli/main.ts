import process from "node:process";

import { Command, CommanderError } from "commander";

import { engineCommands } from "./commands/engine.js";
import { runCommand } from "./commands/run.js";
import { exitCodes } from "./terminal.js";

const program = new Command("aqueduct")
  .description("Python data workflows: see them, run them here, publish them to Apache Airflow, follow their runs.")
  .showHelpAfterError("(add --help for what there is)")
  .exitOverride();

for (const add of [runCommand, engineCommands]) add(program);

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has already said what is wrong; asking for help is no fault.
  process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
});
