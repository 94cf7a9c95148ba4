import * as vscode from "vscode";
import { ids } from "../ids.js";
import { openInAirflow } from "../publish/openInAirflow.js";
import { activeFile, publishWorkflow } from "../publish/publishWorkflow.js";
import type { PublishedReference } from "../references.js";
import { firstSteps } from "../report.js";
import type { Contribution, Services } from "../services.js";
import { showQuickPick } from "../shown.js";

interface Choice extends vscode.QuickPickItem {
  readonly act: () => Thenable<unknown>;
}

/** *Show Publication*: what can be done with the publication of the active file; the status-bar item's click. */
export const showPublicationCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.showPublication, async () => {
    const active = vscode.window.activeTextEditor?.document.uri;
    if (activeFile(services) === undefined || (active !== undefined && !services.workflowFiles.has(active))) {
      services.report.notice("Open the Python file of a workflow first, then see its publication.", ...firstSteps);
      return;
    }
    try {
      await (
        await showQuickPick(choices(services), {
          title: "Publication",
          placeHolder: "What to do with this workflow?",
        })
      )?.act();
    } catch (error) {
      services.report.failure("That can't be done now.", error);
    }
  });

function choices(services: Services): readonly Choice[] {
  const uri = activeFile(services);
  const kept = uri && services.publishing.memory.publicationsOf(uri).at(-1);
  const publish: readonly Choice[] = [
    {
      label: "$(cloud-upload) Publish Workflow…",
      description: "shows first what would change",
      act: () => publishWorkflow(services, uri, "panel"),
    },
    {
      label: "$(diff) Show DAG File Diff",
      description: "what is live ↔ what would be published",
      act: () => publishWorkflow(services, uri, "diff"),
    },
  ];
  if (!kept) return publish;
  const published: PublishedReference = {
    kind: "published",
    folder: kept.folder,
    workflow: kept.workflow,
    target: kept.target,
  };
  return [
    ...publish,
    {
      label: "$(link-external) Open in Airflow",
      description: kept.target,
      act: () => openInAirflow(services.history, published),
    },
    {
      label: "$(play) Trigger…",
      description: "a run on Airflow",
      act: () => vscode.commands.executeCommand(ids.triggerWorkflow, published),
    },
  ];
}
