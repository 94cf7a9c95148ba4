import * as vscode from "vscode";
import { ids } from "../ids.js";
import { referenceOf } from "../references.js";
import type { Contribution } from "../services.js";

/** *Watch*: its end is told, wherever one looks by then. */
export const watchRunCommand: Contribution = ({ watchedRuns }) =>
  vscode.commands.registerCommand(ids.watchRun, (argument?: unknown) => {
    const run = referenceOf(argument, "run");
    if (run !== undefined) watchedRuns.watch(run);
  });

/** *Stop Watching*. */
export const unwatchRunCommand: Contribution = ({ watchedRuns }) =>
  vscode.commands.registerCommand(ids.unwatchRun, (argument?: unknown) => {
    const run = referenceOf(argument, "run");
    if (run !== undefined) watchedRuns.unwatch(run.rid);
  });
