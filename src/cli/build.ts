import { buildFile, type BuiltFile } from "../core/index.js";
import { absolutePath, problemLines, type Invocation } from "./command.js";

/** Traces and builds the file of a command, showing what the file prints and every warning. */
export async function buildForCommand(
  file: string,
  options: { readonly workflow?: string },
  { shell, world, terminal, signal }: Invocation,
): Promise<BuiltFile> {
  terminal.status(`Tracing ${file}…`);
  const workflow = options.workflow === undefined ? {} : { workflow: options.workflow };
  const built = await buildFile(world, {
    file: absolutePath(shell, file),
    signal,
    onOutput: (text) => terminal.output(text),
    ...workflow,
  });
  for (const line of problemLines(built.problems)) terminal.line(line);
  return built;
}
