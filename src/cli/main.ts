import process from "node:process";

import { Command, CommanderError } from "commander";

import { cancelCommand } from "./commands/cancel.js";
import { connectCommand } from "./commands/connect.js";
import { engineCommands } from "./commands/engine.js";
import { checkCommand, graphCommand } from "./commands/graph.js";
import { publishCommand } from "./commands/publish.js";
import { runCommand } from "./commands/run.js";
import { runsCommand } from "./commands/runs.js";
import { showCommand } from "./commands/show.js";
import { triggerCommand } from "./commands/trigger.js";
import { exitCodes } from "./terminal.js";

const program = new Command("aqueduct")
  .description("Python data workflows: see them, run them here, publish them to Apache Airflow, follow their runs.")
  .showHelpAfterError("(add --help for what there is)")
  .exitOverride();

const commands = [
  graphCommand,
  checkCommand,
  runCommand,
  connectCommand,
  publishCommand,
  triggerCommand,
  runsCommand,
  showCommand,
  cancelCommand,
  engineCommands,
];
for (const add of commands) add(program);

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has already said what is wrong; asking for help is no fault.
  process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
});
