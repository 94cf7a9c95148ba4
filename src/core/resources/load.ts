import { applyEdits, modify } from "jsonc-parser";
import type { Checked, Problem } from "../model/problem.js";
import { NotTrusted, type Files, type Random } from "../ports.js";
import { locator } from "./positions.js";
import { projectFile, readProject } from "./read.js";
import { emptyProject, type Project } from "./resource.js";

/**
 * The folder of a workflow file: the nearest one above that holds `aqueduct.json`, else `otherwise`, else the file's own. The search ends at `otherwise`,
 * at the root of a repository, and where folders of somebody else begin: who may write there shall not decide what runs here.
 *
 * @param file absolute
 * @param otherwise the workspace folder, in an editor
 */
export async function findFolder(files: Files, file: string, otherwise?: string): Promise<string> {
  for (let folder = files.dirname(file); ; folder = files.dirname(folder)) {
    const kind = await files.kindOf(files.join(folder, projectFile));
    if (kind === "file" || kind === "other") return folder;
    if (folder === otherwise || (await isRepository(files, folder)) || (await files.endsSearch(folder)))
      return otherwise ?? files.dirname(file);
  }
}

/**
 * That an `aqueduct.json` lies above the place where the search for one ended, so that what it names is not known here; undefined where none does.
 *
 * @param shown the file as problems name it
 */
export async function unusedProject(
  files: Files,
  file: string,
  shown: string,
  otherwise?: string,
): Promise<Problem | undefined> {
  const found = await findFolder(files, file, otherwise);
  if ((await files.kindOf(files.join(found, projectFile))) !== undefined) return undefined;
  for (let below = found; below !== files.dirname(below); below = files.dirname(below)) {
    const path = files.join(files.dirname(below), projectFile);
    if ((await files.kindOf(path)) !== "file") continue;
    const message = `${path} is not used here: the search for it ends at the workspace folder, at the root of a repository, and where folders of another user begin. Put an aqueduct.json into ${found}, or open the folder above.`;
    return locator("", shown).problem("resources-above", "information", message, 0, 0);
  }
  return undefined;
}

/** A worktree or a submodule has a file of that name. */
async function isRepository(files: Files, folder: string): Promise<boolean> {
  return (await files.kindOf(files.join(folder, ".git"))) !== undefined;
}

/** What the folder's `aqueduct.json` says; a folder without one is a project without resources. One that is not the user's own is a problem and says nothing. */
export async function loadResources(files: Files, folder: string): Promise<Checked<Project>> {
  try {
    const text = await projectText(files, folder);
    return text === undefined ? { value: emptyProject(folder), problems: [] } : readProject(text, folder);
  } catch (error) {
    if (!(error instanceof NotTrusted)) throw error;
    const problem = locator("", projectFile).problem("resources-not-trusted", "error", error.message, 0, 0);
    return { value: emptyProject(folder, "any"), problems: [problem] };
  }
}

/** The text of a folder's `aqueduct.json`; undefined where it has none. Rejects with {@link NotTrusted} where it is not the user's own. */
export function projectText(files: Files, folder: string): Promise<string | undefined> {
  return files.readOwned(files.join(folder, projectFile), folder, 1024 * 1024);
}

/**
 * The project's id, made and written into `aqueduct.json` where it is not there yet; comments, order and indentation stay.
 *
 * Throws where the file is no JSON: mending it is the user's.
 */
export async function ensureProjectId(files: Files, random: Random, folder: string): Promise<string> {
  const path = files.join(folder, projectFile);
  const text = (await projectText(files, folder)) ?? "{}\n";
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
  await files.writeAtomically(path, applyEdits(text, edits), { mode: 0o644 });
  return id;
}
