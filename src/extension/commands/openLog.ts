import * as vscode from "vscode";
import { chosenOperatorRun } from "../inputs/chosenRun.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";

/** *Open Log*: of an operator of a run, followed while it runs. */
export const openLogCommand: Contribution = ({ history, logDocuments, report }) =>
  vscode.commands.registerCommand(ids.openLog, async (argument?: unknown) => {
    try {
      const { reference, name } = chosenOperatorRun(history, argument);
      await logDocuments.show(reference, name);
    } catch (error) {
      noticeOr(report, error, "The log can't be opened.");
    }
  });
