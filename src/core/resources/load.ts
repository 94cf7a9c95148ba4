import { applyEdits, modify } from "jsonc-parser";
import type { Checked } from "../model/problem.js";
import type { Files, Random } from "../ports.js";
import { projectFile, readProject } from "./read.js";
import { emptyProject, type Project } from "./resource.js";

/**
 * The folder of a workflow file: the nearest one above that holds `aqueduct.json`, else `otherwise`, else the file's own.
 *
 * @param file absolute
 * @param otherwise the workspace folder, in an editor
 */
export async function findFolder(files: Files, file: string, otherwise?: string): Promise<string> {
  for (let folder = files.dirname(file); ; folder = files.dirname(folder)) {
    if ((await files.readText(files.join(folder, projectFile))) !== undefined) return folder;
    if (folder === files.dirname(folder)) return otherwise ?? files.dirname(file);
  }
}

/** What the folder's `aqueduct.json` says; a folder without one is a project without resources. */
export async function loadResources(files: Files, folder: string): Promise<Checked<Project>> {
  const text = await files.readText(files.join(folder, projectFile));
  return text === undefined ? { value: emptyProject(folder), problems: [] } : readProject(text, folder);
}

/**
 * The project's id, made and written into `aqueduct.json` where it is not there yet; comments, order and indentation stay.
 *
 * Throws where the file is no JSON: mending it is the user's.
 */
export async function ensureProjectId(files: Files, random: Random, folder: string): Promise<string> {
  const path = files.join(folder, projectFile);
  const text = (await files.readText(path)) ?? "{}\n";
  const { value, problems } = readProject(text, folder);
  if (value.id !== undefined) return value.id;
  const broken = problems.find(
    ({ code, line }) =>
      code === "resources-json" ||
      (code === "resources-value" && text.split("\n")[line - 1]?.includes('"project"') === true),
  );
  if (broken !== undefined) throw new Error(`${path}, line ${broken.line}: ${broken.message}`);
  const id = `p-${random.hex(8)}`;
  const indentation = /^([ \t]+)"/m.exec(text)?.[1] ?? "  ";
  const edits = modify(text, ["project"], id, {
    formattingOptions: {
      insertSpaces: !indentation.includes("\t"),
      tabSize: indentation.length,
      eol: text.includes("\r\n") ? "\r\n" : "\n",
    },
    getInsertionIndex: () => 0,
  });
  await files.writeAtomically(path, applyEdits(text, edits));
  return id;
}
