import path from "node:path";
import * as vscode from "vscode";
import type { ShippedFile } from "../../core/index.js";
import { currentFile, type SourceUse } from "../documents/sourceDocuments.js";
import { chosenRun } from "../inputs/chosenRun.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { ids } from "../ids.js";
import type { Contribution, Services } from "../services.js";
import { showQuickPick } from "../shown.js";

/** *Source of This Run*: the code that it ran, as it was shipped. */
export const openRunSourceCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.openRunSource, (argument?: unknown) => open(services, argument, "read"));

/** *Compare Source of This Run*: the same beside the file as it is now. */
export const compareRunSourceCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.compareRunSource, (argument?: unknown) => open(services, argument, "compare"));

async function open({ history, report, sourceDocuments }: Services, argument: unknown, use: SourceUse): Promise<void> {
  try {
    const { reference, run } = chosenRun(history, argument);
    const file = await chosenFile(await sourceDocuments.files(reference));
    if (file === undefined) return;
    const uri = sourceDocuments.uri(reference, file, run.build ?? "", use);
    if (use === "compare")
      await vscode.commands.executeCommand(
        "vscode.diff",
        uri,
        currentFile(reference, file),
        `${path.posix.basename(file)} (${(run.build ?? "").slice(0, 7)} ↔ now)`,
      );
    else await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  } catch (error) {
    noticeOr(report, error, "The source of this run can't be shown.");
  }
}

async function chosenFile(files: readonly ShippedFile[]): Promise<string | undefined> {
  const [only] = files;
  if (only === undefined)
    throw new Error("Its build shipped no code of yours: its operators are all extracts, saves and parameters.");
  if (files.length === 1) return only.file;
  const items = files.map(({ file, kind }) => ({
    label: file,
    description: kind === "module" ? "module, whole" : "definitions of operators and what they use",
  }));
  return (await showQuickPick(items, { placeHolder: "Which file of the build?" }))?.label;
}
