import * as vscode from "vscode";
import { ids } from "./ids.js";
import { WrongArgument } from "./references.js";
import { showErrorMessage, showInformationMessage } from "./shown.js";

/** How an error becomes a log entry and, where it concerns the user, a notification. */
export interface Reporter {
  /** Logs the cause in full and shows `sentence`: what failed and what to do; of a wrong argument what is wrong with that. Cancellation is no error. */
  failure(sentence: string, cause: unknown): void;
  /** Shows a sentence that is no failure, such as why a command has nothing to work on, with buttons for what to do instead. */
  notice(sentence: string, ...offers: readonly Offer[]): void;
}

/** A button that runs a command. */
export interface Offer {
  readonly label: string;
  readonly command: string;
  readonly argument?: unknown;
}

/** Where there is no workflow yet. */
export const firstSteps: readonly Offer[] = [
  { label: "New Workflow", command: ids.newWorkflow },
  { label: "Open Sample", command: ids.openSample },
];

const showLog = "Show Log";

export function createReporter(log: vscode.LogOutputChannel): Reporter {
  return {
    failure(sentence, cause) {
      if (cause instanceof vscode.CancellationError) return;
      log.error(sentence, cause instanceof Error ? cause : new Error(String(cause)));
      void showErrorMessage(cause instanceof WrongArgument ? cause.message : sentence, showLog).then((choice) => {
        if (choice === showLog) log.show();
      });
    },
    notice(sentence, ...offers) {
      void showInformationMessage(sentence, ...offers.map(({ label }) => label)).then((choice) => {
        const chosen = offers.find(({ label }) => label === choice);
        if (chosen !== undefined)
          void vscode.commands.executeCommand(
            chosen.command,
            ...(chosen.argument === undefined ? [] : [chosen.argument]),
          );
      });
    },
  };
}
