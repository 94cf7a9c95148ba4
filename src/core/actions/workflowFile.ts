import { WrongRequest } from "./errors.js";
import type { World } from "./world.js";

/**
 * The text of a file that workflows can stand in.
 *
 * Throws {@link WrongRequest}, with a sentence that says what to name instead, where there is no such file, or it is a folder, a notebook or no Python.
 *
 * @param file absolute
 */
export async function readWorkflowFile({ files }: World, file: string): Promise<string> {
  const entries = await files.list(file);
  if (entries !== undefined) {
    const found = entries.flatMap(({ name, kind }) => (kind === "file" && name.endsWith(".py") ? [name] : []));
    const instead =
      found.length === 0
        ? "Name a Python file instead"
        : `Name a Python file in it, such as ${found.toSorted()[0] ?? ""}`;
    throw new WrongRequest(`${file} is a folder. ${instead}.`);
  }
  const name = file.slice(files.dirname(file).length + 1);
  const ending = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? ".py";
  if (ending === ".py" || ending === ".pyw") {
    const text = await files.readText(file);
    if (text !== undefined) return text;
  } else if ((await files.read(file)) !== undefined)
    throw new WrongRequest(
      ending === ".ipynb"
        ? `${file} is a notebook, and workflows are read from Python files. Export it as a Python script first; notebooks come in a later version.`
        : `${file} is not a Python file. Workflows are written in files that end in .py.`,
    );
  throw new WrongRequest(`There is no file ${file}.`);
}
