import * as vscode from "vscode";
import { cancelRun } from "../../core/index.js";
import { chosenUnderWay } from "../inputs/chosenRun.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";
import { isTrustedFor } from "../trust.js";
import { showWarningMessage, withProgress } from "../shown.js";

/** *Cancel Run*: here or on Airflow, once it is confirmed. */
export const cancelRunCommand: Contribution = ({ history, report, world }) =>
  vscode.commands.registerCommand(ids.cancelRun, async (argument?: unknown) => {
    if (!isTrustedFor("Cancelling a run")) return;
    try {
      const chosen = await chosenUnderWay(history, argument);
      if (chosen === undefined) return;
      const { run, open } = chosen;
      const cancel = "Cancel Run";
      const where = run.target === "local" ? "on this machine" : `on ${run.target}`;
      const detail =
        run.target === "local"
          ? "Operators that run are ended, those that wait are not started, and nothing more is saved. What has been saved stays."
          : "Airflow ends the operators that run within seconds, and starts none of those that wait. What has been saved stays, as does what an operator saves before it is ended.";
      if (
        (await showWarningMessage(`Cancel the run of ${run.workflow} ${where}?`, { modal: true, detail }, cancel)) !==
        cancel
      )
        return;
      await withProgress(
        { location: vscode.ProgressLocation.Notification, title: `Cancelling the run of ${run.workflow}` },
        async () => cancelRun(await world(), open, run),
      );
      await history.look();
    } catch (error) {
      noticeOr(report, error, "The run can't be cancelled.");
    }
  });
