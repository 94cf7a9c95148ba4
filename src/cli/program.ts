import { Command, CommanderError } from "commander";

import { invoke, type Invoke } from "./command.js";
import { cancelCommand } from "./commands/cancel.js";
import { connectCommand } from "./commands/connect.js";
import { engineCommands } from "./commands/engine.js";
import { checkCommand, graphCommand } from "./commands/graph.js";
import { publishCommand } from "./commands/publish.js";
import { runCommand } from "./commands/run.js";
import { runsCommand } from "./commands/runs.js";
import { showCommand } from "./commands/show.js";
import { trustCommand } from "./commands/trust.js";
import { storeCommands } from "./commands/store.js";
import { triggerCommand } from "./commands/trigger.js";
import type { Shell } from "./shell.js";
import { exitCodes, Terminal, type ExitCode } from "./terminal.js";

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
  trustCommand,
  storeCommands,
];

/** Runs one command to its exit code. @param args what was typed behind `aqueduct` */
export async function runCommandLine(shell: Shell, args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const terminal = new Terminal(shell, args.includes("--json"));
  const program = new Command("aqueduct")
    .description("Python data workflows: see them, run them here, publish them to Apache Airflow, follow their runs.")
    .showHelpAfterError("(add --help for what there is)")
    .configureOutput({
      writeOut: (text) => {
        terminal.usage("stdout", text);
      },
      writeErr: (text) => {
        terminal.usage("stderr", text);
      },
    })
    .exitOverride();
  const invokeHere: Invoke = async (options, action, purpose) => {
    exitCode = await invoke(shell, options, action, purpose);
  };
  for (const add of commands) add(program, invokeHere);

  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Asking for help is no fault.
    if (error.exitCode === 0) return exitCodes.done;
    // Commander has already said on stderr what is wrong; a script reads it where it reads everything else.
    if (terminal.json) terminal.result("error", { error: sentenceOf(error) }, []);
    return exitCodes.wrongUse;
  }
}

function sentenceOf({ code, message }: CommanderError): string {
  if (code === "commander.help") return "A command is missing. Add --help for what there is.";
  return `${message.replace(/^error: /, "").replaceAll("\n", " ")}. Add --help for what there is.`;
}
