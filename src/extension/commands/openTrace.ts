import * as vscode from "vscode";
import { chosenOperatorRun } from "../inputs/chosenRun.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";

/** *Open Trace*: of an operator that failed, with links at the user's own lines. */
export const openTraceCommand: Contribution = ({ history, report, traceDocuments }) =>
  vscode.commands.registerCommand(ids.openTrace, async (argument?: unknown) => {
    try {
      const { reference, name } = chosenOperatorRun(history, argument);
      await traceDocuments.show(reference, name);
    } catch (error) {
      noticeOr(report, error, "The trace can't be opened.");
    }
  });
