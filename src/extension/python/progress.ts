import * as vscode from "vscode";

/** Aborts with VS Code's own error, which counts as no failure. */
export function abortOn(token: vscode.CancellationToken): AbortSignal {
  const ending = new AbortController();
  token.onCancellationRequested(() => {
    ending.abort(new vscode.CancellationError());
  });
  return ending.signal;
}

/** What a process says, line by line in the log. */
export function outputInto(log: vscode.LogOutputChannel): (text: string) => void {
  return (text) => {
    for (const line of text.split(/\r?\n/)) if (line.trim() !== "") log.info(line);
  };
}
