import type { Command } from "commander";
import { buildFile, type BuiltFile } from "../core/index.js";
import { existingFile, problemLines, type Invocation } from "./command.js";
import { CommandError, exitCodes } from "./terminal.js";

export interface BuildOptions {
  readonly workflow?: string;
  readonly line?: string;
}

/** The options that say which workflow of a file is meant. */
export function withWorkflow(command: Command): Command {
  return command
    .option("--workflow <name>", "which workflow, where the file publishes several")
    .option("--line <number>", "which publish_flow, by its line, where the file publishes one name several times");
}

/** Traces and builds the file of a command, showing what the file prints and every warning. */
export async function buildForCommand(file: string, options: BuildOptions, invocation: Invocation): Promise<BuiltFile> {
  const { world, terminal, signal } = invocation;
  const path = await existingFile(invocation, file);
  terminal.status(`Tracing ${file}…`);
  const line = options.line === undefined ? undefined : Number(options.line);
  if (line !== undefined && !(Number.isInteger(line) && line > 0))
    throw new CommandError(exitCodes.wrongUse, `--line ${options.line ?? ""}: write the number of a line.`);
  const built = await buildFile(world, {
    file: path,
    signal,
    onOutput: (text) => terminal.output(text),
    ...(options.workflow !== undefined && { workflow: options.workflow }),
    ...(line !== undefined && { line }),
  });
  for (const line of problemLines(built.problems)) terminal.line(line);
  return built;
}
