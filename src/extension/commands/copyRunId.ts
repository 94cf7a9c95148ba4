import * as vscode from "vscode";
import { chosenRun } from "../inputs/chosenRun.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";

/** *Copy Run Id*: the engine's own, by which Airflow and the command line know the run too. */
export const copyRunIdCommand: Contribution = ({ history, report }) =>
  vscode.commands.registerCommand(ids.copyRunId, async (argument?: unknown) => {
    try {
      await vscode.env.clipboard.writeText(chosenRun(history, argument).run.runId);
    } catch (error) {
      noticeOr(report, error, "The run's id can't be copied.");
    }
  });
