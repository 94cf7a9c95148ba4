import type * as vscode from "vscode";
import type { LanguageServer } from "./languageClient.js";
import type { GraphPanels } from "./panels/graphPanels.js";
import type { Reporter } from "./report.js";
import type { WorkflowFiles } from "./workflowFiles.js";
import type { WorkflowGraphs } from "./workflowGraphs.js";

/** What a contribution may use. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly report: Reporter;
  readonly workflowFiles: WorkflowFiles;
  readonly languageServer: LanguageServer;
  readonly graphs: WorkflowGraphs;
  readonly graphPanels: GraphPanels;
}

/** Something that the extension adds to VS Code, and how it is taken away again. */
export type Contribution = (services: Services) => vscode.Disposable;
