import * as vscode from "vscode";
import { ids } from "../ids.js";
import { NothingChosen } from "../inputs/chosenSubject.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { referenceOf, type RunReference } from "../references.js";
import type { Contribution } from "../services.js";

/** *Watch*: its end is told, wherever one looks by then. */
export const watchRunCommand: Contribution = ({ watchedRuns, report }) =>
  vscode.commands.registerCommand(ids.watchRun, (argument?: unknown) => {
    try {
      watchedRuns.watch(runOf(argument));
    } catch (error) {
      noticeOr(report, error, "The run can't be watched.");
    }
  });

/** *Stop Watching*. */
export const unwatchRunCommand: Contribution = ({ watchedRuns, report }) =>
  vscode.commands.registerCommand(ids.unwatchRun, (argument?: unknown) => {
    try {
      watchedRuns.unwatch(runOf(argument).rid);
    } catch (error) {
      noticeOr(report, error, "The run is watched as before.");
    }
  });

function runOf(argument: unknown): RunReference {
  const run = referenceOf(argument, "run");
  if (run === undefined) throw new NothingChosen("Choose a run in the view Runs first.");
  return run;
}
