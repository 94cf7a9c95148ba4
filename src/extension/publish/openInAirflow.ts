import * as vscode from "vscode";
import { ids } from "../ids.js";
import type { PublishedReference } from "../references.js";
import type { RunHistory } from "../runs/runHistory.js";

/** Opens what is live in Airflow's own interface. The history knows its address, and is read first where nobody has looked at it yet. */
export async function openInAirflow(history: RunHistory, published: PublishedReference): Promise<void> {
  const isKnown = history
    .folder(published.folder)
    ?.history.workflows.some(({ workflow, target }) => workflow === published.workflow && target === published.target);
  if (isKnown !== true) await history.reopen(published.folder);
  await vscode.commands.executeCommand(ids.openInAirflow, published);
}
