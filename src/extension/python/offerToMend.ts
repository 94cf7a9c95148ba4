import * as vscode from "vscode";
import { missingOfFailure, whatIsMissing, type Missing } from "../../core/index.js";
import type { Failure } from "../../core/model/manifest.js";
import { ids } from "../ids.js";
import type { Reporter } from "../report.js";
import type { SetUpRequest } from "./setUpPython.js";
import { showErrorMessage } from "../shown.js";

/** A button, and what it does. */
export interface Mending {
  readonly label: string;
  mend(): Thenable<unknown>;
}

/** The buttons that bring what is missing for a file. */
export function mendings(missing: Missing | undefined, uri: vscode.Uri): readonly Mending[] {
  switch (missing?.kind) {
    case undefined:
      return [];
    case "python":
      return [
        {
          label: "Install Python",
          mend: () => vscode.env.openExternal(vscode.Uri.parse("https://www.python.org/downloads/")),
        },
        { label: "Select Python…", mend: () => vscode.commands.executeCommand(ids.selectPython, uri) },
      ];
    case "packages": {
      const request: SetUpRequest = { uri: uri.toString(), packages: missing.packages };
      return [
        {
          label: `Install ${missing.packages.join(", ")}…`,
          mend: () => vscode.commands.executeCommand(ids.setUpPython, request),
        },
      ];
    }
  }
}

/** The same for an operator that failed in a run on this machine. */
export function mendingsOfFailure(failure: Failure | null | undefined, uri: vscode.Uri): readonly Mending[] {
  return failure == null ? [] : mendings(missingOfFailure(failure), uri);
}

/** Says what a failed action lacked, with the buttons that bring it; false where it failed for another reason, and nothing was said. */
export function offerToMend(report: Reporter, error: unknown, uri: vscode.Uri): boolean {
  const missing = whatIsMissing(error);
  if (missing === undefined) return false;
  showWithMendings(report, sentenceOf(missing, error), mendings(missing, uri));
  return true;
}

/** Shows an error with the buttons that mend it. */
export function showWithMendings(report: Reporter, sentence: string, choices: readonly Mending[]): void {
  void showErrorMessage(sentence, ...choices.map(({ label }) => label)).then((choice) => {
    choices
      .find(({ label }) => label === choice)
      ?.mend()
      .then(undefined, (error: unknown) => {
        report.failure(`“${choice ?? ""}” failed.`, error);
      });
  });
}

/** No folder is open, so there is nowhere to work. @param what begins a sentence, such as `Setting up Python` */
export function offerFolder(report: Reporter, what: string): void {
  showWithMendings(report, `${what} needs a folder: open the one with your workflows, or the sample.`, [
    { label: "Open Folder", mend: () => vscode.commands.executeCommand("vscode.openFolder") },
    { label: "Open Sample", mend: () => vscode.commands.executeCommand(ids.openSample) },
  ]);
}

function sentenceOf(missing: Missing, error: unknown): string {
  if (missing.kind === "python") return error instanceof Error ? error.message : "There is no Python here.";
  const [only, ...others] = missing.packages;
  return `The Python that runs this workflow has no package “${only ?? ""}”${others.length === 0 ? "" : ` (and ${others.length.toString()} more)`}.`;
}
