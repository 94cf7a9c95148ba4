import { buildFile, type BuiltFile } from "../core/index.js";
import { existingFile, problemLines, type Invocation } from "./command.js";

/** Traces and builds the file of a command, showing what the file prints and every warning. */
export async function buildForCommand(
  file: string,
  options: { readonly workflow?: string },
  invocation: Invocation,
): Promise<BuiltFile> {
  const { world, terminal, signal } = invocation;
  const path = await existingFile(invocation, file);
  terminal.status(`Tracing ${file}…`);
  const workflow = options.workflow === undefined ? {} : { workflow: options.workflow };
  const built = await buildFile(world, {
    file: path,
    signal,
    onOutput: (text) => terminal.output(text),
    ...workflow,
  });
  for (const line of problemLines(built.problems)) terminal.line(line);
  return built;
}
