import * as vscode from "vscode";

/** How an error becomes a log entry and, where it concerns the user, a notification. */
export interface Reporter {
  /** Logs the cause in full and shows `sentence`: what failed and what to do. Cancellation is no error. */
  failure(sentence: string, cause: unknown): void;
  /** Shows a sentence that is no failure, such as why a command has nothing to work on. */
  notice(sentence: string): void;
}

const showLog = "Show Log";

export function createReporter(log: vscode.LogOutputChannel): Reporter {
  return {
    failure(sentence, cause) {
      if (cause instanceof vscode.CancellationError) return;
      log.error(sentence, cause instanceof Error ? cause : new Error(String(cause)));
      void vscode.window.showErrorMessage(sentence, showLog).then((choice) => {
        if (choice === showLog) log.show();
      });
    },
    notice(sentence) {
      void vscode.window.showInformationMessage(sentence);
    },
  };
}
