import * as vscode from "vscode";
import { runMark, runWord, type RunStanding } from "../../core/index.js";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";
import { showQuickPick } from "../shown.js";

const standings: readonly RunStanding[] = [
  "running",
  "queued",
  "succeeded",
  "warning",
  "failed",
  "cancelled",
  "unknown",
];

/** *Filter Runs…*: by how they stand; none chosen shows all. */
export const filterRunsCommand: Contribution = ({ runsView }) =>
  vscode.commands.registerCommand(ids.filterRuns, async () => {
    const items = standings.map((standing) => ({
      label: `$(${iconOf(standing)}) ${capitalized(runWord(standing))}`,
      standing,
      picked: runsView.filter.has(standing),
    }));
    const chosen = await showQuickPick(items, {
      title: "Show only runs that are",
      placeHolder: "None chosen: all runs",
      canPickMany: true,
    });
    if (chosen !== undefined) runsView.filter = new Set(chosen.map(({ standing }) => standing));
  });

/** *Clear Run Filter*. */
export const clearRunFilterCommand: Contribution = ({ runsView }) =>
  vscode.commands.registerCommand(ids.clearRunFilter, () => {
    runsView.filter = new Set();
  });

function iconOf(standing: RunStanding): string {
  return runMark(standing).icon.replace("~spin", "");
}

function capitalized(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
