import * as vscode from "vscode";
import { ids, views } from "../ids.js";
import { NothingChosen } from "../inputs/chosenSubject.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { referenceOf } from "../references.js";
import type { Contribution } from "../services.js";
import { withProgress } from "../shown.js";

/** The line *More…* behind the last run of a workflow. */
export const moreRunsCommand: Contribution = ({ history, report }) =>
  vscode.commands.registerCommand(ids.moreRuns, async (argument?: unknown) => {
    try {
      const workflow = referenceOf(argument, "published");
      if (workflow === undefined) throw new NothingChosen("Choose a workflow in the view Runs first.");
      await withProgress({ location: { viewId: views.runs } }, () => history.readMore(workflow.folder));
    } catch (error) {
      noticeOr(report, error, "Older runs can't be read.");
    }
  });
