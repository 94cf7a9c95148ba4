import * as vscode from "vscode";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";

/** *Get Started Again*: opens the walkthrough with no step ticked. */
export const startAgainCommand: Contribution = ({ milestones, report }) =>
  vscode.commands.registerCommand(ids.startAgain, async () => {
    try {
      await vscode.commands.executeCommand(ids.getStarted);
      await milestones.startAgain();
    } catch (error) {
      report.failure("The steps can't be begun again. Click a tick to take it off.", error);
    }
  });

/** *Get Started*: opens the walkthrough, whose steps tick themselves. */
export const getStartedCommand: Contribution = ({ context, milestones, report }) =>
  vscode.commands.registerCommand(ids.getStarted, () =>
    milestones
      .openTicked(() =>
        vscode.commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#getStarted`, false),
      )
      .catch((error: unknown) => {
        report.failure("The walkthrough can't be opened. Choose it on the Welcome page.", error);
      }),
  );
