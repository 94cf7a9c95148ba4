import * as vscode from "vscode";
import { ids } from "../ids.js";
import { publishWorkflow } from "../publish/publishWorkflow.js";
import type { Contribution } from "../services.js";

/** *Publish Workflow*: of the workflow or file that was clicked, else of the active file. */
export const publishCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.publish, (called?: unknown) =>
    publishWorkflow(services, called, "panel").catch((error: unknown) => {
      services.report.failure("The workflow can't be published.", error);
    }),
  );
