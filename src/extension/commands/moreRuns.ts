import * as vscode from "vscode";
import { ids, views } from "../ids.js";
import { referenceOf } from "../references.js";
import type { Contribution } from "../services.js";
import { withProgress } from "../shown.js";

/** The line *More…* behind the last run of a workflow. */
export const moreRunsCommand: Contribution = ({ history, report }) =>
  vscode.commands.registerCommand(ids.moreRuns, async (argument?: unknown) => {
    const workflow = referenceOf(argument, "published");
    if (workflow === undefined) return;
    try {
      await withProgress({ location: { viewId: views.runs } }, () => history.readMore(workflow.folder));
    } catch (error) {
      report.failure("Older runs can't be read.", error);
    }
  });
