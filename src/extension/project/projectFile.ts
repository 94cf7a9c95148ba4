import path from "node:path";
import * as vscode from "vscode";
import {
  projectFile,
  readProject,
  replacementOf,
  resourcePlaces,
  withResources,
  type Project,
  type ResourceEntry,
} from "../../core/index.js";
import type { Problem } from "../../core/model/problem.js";
import { NotSaved } from "../documents/notSaved.js";
import { saveDocument } from "../documents/saveDocument.js";
import { showErrorMessage, showWarningMessage } from "../shown.js";

/** `aqueduct.json` of a folder as the editor has it, saved or not. */
export interface EditedProject {
  readonly uri: vscode.Uri;
  /** Undefined where there is none yet. */
  readonly document: vscode.TextDocument | undefined;
  readonly project: Project;
  /** What keeps it from being read at all. */
  readonly broken: Problem | undefined;
}

export async function readEditedProject(folder: string): Promise<EditedProject> {
  const uri = projectUri(folder);
  const document = (await exists(uri)) ? await vscode.workspace.openTextDocument(uri) : undefined;
  const { value, problems } = readProject(document?.getText() ?? "{}", folder);
  const isEmpty = document?.getText().trim() === "";
  return {
    uri,
    document,
    project: value,
    broken: isEmpty ? undefined : problems.find(({ code }) => code === "resources-json"),
  };
}

/**
 * Writes resources into the file and saves it; one undo takes them back. Comments, order and what was typed and not saved stay.
 *
 * @returns false where it was not done: the file is broken, which is shown, or somebody did not want unsaved changes to be saved along
 */
export async function writeResources(folder: string, entries: readonly ResourceEntry[]): Promise<boolean> {
  if (entries.length === 0) return true;
  const { uri, document } = await readEditedProject(folder);
  if (document?.isDirty === true && !(await mayBeSaved())) return false;
  const before = document?.getText();
  const edited = withResources(before, entries);
  if ("problem" in edited) {
    showProblem(uri, edited.problem);
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  if (document === undefined || before === undefined)
    edit.createFile(uri, { contents: new TextEncoder().encode(edited.text) });
  else {
    const { offset, length, text } = replacementOf(before, edited.text);
    edit.replace(uri, new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)), text);
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${uri.fsPath} could not be changed.`);
  if (document !== undefined && !(await saveDocument(document))) throw new Error(`${uri.fsPath} could not be saved.`);
  return true;
}

/**
 * Saves what was typed into the file where it is to be read from the disk next; false where somebody did not want that.
 *
 * @throws NotSaved
 */
export async function saveProject(folder: string): Promise<boolean> {
  const { document } = await readEditedProject(folder);
  if (document === undefined) return true;
  if (document.isDirty && !(await mayBeSaved())) return false;
  if (!(await saveDocument(document))) throw new NotSaved(document.uri.toString(), [projectFile]);
  return true;
}

/** Opens the file, at a resource's name where one is given. */
export async function showProject(folder: string, resource?: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(projectUri(folder));
  const place = resourcePlaces(document.getText()).find(({ name }) => name === resource);
  const selection =
    place &&
    new vscode.Range(document.positionAt(place.offset + 1), document.positionAt(place.offset + place.length - 1));
  await vscode.window.showTextDocument(document, selection && { selection });
}

/** Says what stands in the way in the file, and leads to it. */
export function showProblem(uri: vscode.Uri, { message, line, column }: Problem): void {
  const open = `Open ${projectFile}`;
  void showErrorMessage(`${projectFile} cannot be changed, for its line ${line}: ${message}`, open).then((choice) => {
    const place = new vscode.Position(line - 1, column - 1);
    if (choice === open) void vscode.window.showTextDocument(uri, { selection: new vscode.Range(place, place) });
  });
}

export function projectUri(folder: string): vscode.Uri {
  return vscode.Uri.file(path.join(folder, projectFile));
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return false;
    throw error;
  }
}

async function mayBeSaved(): Promise<boolean> {
  const save = "Save";
  return (
    (await showWarningMessage(
      `${projectFile} has unsaved changes.`,
      { modal: true, detail: "They are saved along with this one, since connections are read from the saved file." },
      save,
    )) === save
  );
}
