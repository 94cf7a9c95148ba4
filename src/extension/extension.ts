import * as vscode from "vscode";
import { restartLanguageServerCommand } from "./commands/restartLanguageServer.js";
import { showGraphCommand } from "./commands/showGraph.js";
import { showLogCommand } from "./commands/showLog.js";
import { LanguageServer } from "./languageClient.js";
import { GraphPanels } from "./panels/graphPanels.js";
import { ViewMemory } from "./panels/viewMemory.js";
import { createReporter } from "./report.js";
import type { Contribution, Services } from "./services.js";
import { WorkflowFiles } from "./workflowFiles.js";
import { WorkflowGraphs } from "./workflowGraphs.js";

const contributions: readonly Contribution[] = [showGraphCommand, restartLanguageServerCommand, showLogCommand];

/** What tests inside VS Code look at; not meant for other extensions. */
export type ExtensionApi = Pick<Services, "languageServer" | "graphs" | "graphPanels" | "workflowFiles">;

/** Starts no process and makes no request: the language server waits for a file that names `aqueduct`. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const services = createServices(context);
  context.subscriptions.push(...contributions.map((contribution) => contribution(services)));
  services.workflowFiles.start();
  return services;
}

function createServices(context: vscode.ExtensionContext): Services {
  const log = vscode.window.createOutputChannel("Aqueduct", { log: true });
  const report = createReporter(log);
  const workflowFiles = new WorkflowFiles();
  const languageServer = new LanguageServer(context.asAbsolutePath("dist/server.js"), log, report);
  const graphs = new WorkflowGraphs(languageServer);
  const memory = new ViewMemory(context.workspaceState);
  const graphPanels = new GraphPanels({ extensionUri: context.extensionUri, graphs, memory, log, report }, workflowFiles);
  context.subscriptions.push(log, workflowFiles, languageServer, graphs, graphPanels, workflowFiles.onDidAdd(() => { languageServer.start(); }));
  return { log, report, workflowFiles, languageServer, graphs, graphPanels };
}
