import path from "node:path";
import * as vscode from "vscode";
import { failureOfOperator } from "../../core/model/run.js";
import { nearestLine, traceText, type TraceLink } from "../../core/index.js";
import type { OperatorRunReference } from "../references.js";
import type { RunHistory } from "../runs/runHistory.js";
import { documentUri, referenceOfUri } from "./documentUri.js";

const traceScheme = "aqueduct-trace";

/** Failures of operators as documents: what failed and what to do on top, then the user's own lines as links. */
export class TraceDocuments
  implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable
{
  readonly #history: RunHistory;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(history: RunHistory) {
    this.#history = history;
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(traceScheme, this),
      vscode.languages.registerDocumentLinkProvider({ scheme: traceScheme }, this),
    ];
  }

  async show(reference: OperatorRunReference, name: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument(documentUri(traceScheme, `${name} trace`, reference));
    return vscode.window.showTextDocument(document, { preview: true });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return (await this.#trace(uri)).text;
  }

  async provideDocumentLinks({ uri }: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const { folder } = referenceOfUri(uri, "operatorRun");
    const { links } = await this.#trace(uri);
    return Promise.all(links.map((link) => documentLink(folder, link)));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #trace(uri: vscode.Uri): Promise<ReturnType<typeof traceText>> {
    const reference = referenceOfUri(uri, "operatorRun");
    if (this.#history.run(reference) === undefined) await this.#history.look();
    const operator = this.#history.run(reference)?.operators.find(({ operator: id }) => id === reference.operator);
    if (operator === undefined)
      return {
        text: "This run is no longer in the history: refresh the view Runs, then open the trace again.\n",
        links: [],
      };
    const failure = failureOfOperator(operator);
    return failure === null
      ? { text: `${operator.name} did not fail in this run.\n`, links: [] }
      : traceText(operator.name, failure);
  }
}

/** The link goes to where the line stands now, if the file was edited since. */
async function documentLink(
  folder: string,
  { line, start, end, file, target, code }: TraceLink,
): Promise<vscode.DocumentLink> {
  const uri = vscode.Uri.file(path.resolve(folder, file));
  const link = new vscode.DocumentLink(
    new vscode.Range(line, start, line, end),
    uri.with({ fragment: `L${await lineNow(uri, target, code)}` }),
  );
  link.tooltip = "Open this line";
  return link;
}

async function lineNow(uri: vscode.Uri, target: number, code: string): Promise<number> {
  try {
    return nearestLine((await vscode.workspace.openTextDocument(uri)).getText().split(/\r?\n/), target, code);
  } catch {
    return target; // The file is gone; VS Code says so when the link is followed.
  }
}
