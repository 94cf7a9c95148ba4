import * as vscode from "vscode";
import { ids, views } from "../ids.js";
import type { Contribution } from "../services.js";
import { withProgress } from "../shown.js";

/** *Refresh Runs*: reads what is published, its schedules and all runs anew; the view shows progress meanwhile. */
export const refreshRunsCommand: Contribution = ({ history, report }) =>
  vscode.commands.registerCommand(ids.refreshRuns, async () => {
    try {
      await withProgress({ location: { viewId: views.runs } }, () => history.refresh());
    } catch (error) {
      report.failure("The runs can't be read anew.", error);
    }
  });
