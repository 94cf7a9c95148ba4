import * as vscode from "vscode";

/** How long the end of a save that goes on already is waited for, in milliseconds: formatters that VS Code runs on saving take their time. */
const patience = 3_000;

/**
 * Saves a document, also where `isDirty` says that there is nothing to save: it says so too after an auto save during which somebody typed on, and the file is older then.
 *
 * @returns false where it could not be saved; VS Code itself tells why
 */
export async function saveDocument(document: vscode.TextDocument): Promise<boolean> {
  const seen = { begin: false, end: false };
  let tell = (): void => undefined;
  const end = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const subscriptions = [
    vscode.workspace.onWillSaveTextDocument((event) => {
      if (event.document === document) seen.begin = true;
    }),
    vscode.workspace.onDidSaveTextDocument((saved) => {
      if (saved !== document) return;
      seen.end = true;
      tell();
    }),
  ];
  const timer = setTimeout(() => {
    tell();
  }, patience);
  try {
    if (await document.save()) return true;
    if (!seen.begin && document.isDirty) {
      // While the participants of a save are at work, VS Code refuses another save of the document, as if it came from one of them. An auto save is such a save.
      await end;
      if (!seen.end) return await document.save();
    }
    return seen.end || !document.isDirty;
  } finally {
    clearTimeout(timer);
    for (const subscription of subscriptions) subscription.dispose();
  }
}
