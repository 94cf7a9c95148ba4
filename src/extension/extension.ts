import process from "node:process";
import * as vscode from "vscode";
import { workflowLenses } from "./codeLens/workflowLenses.js";
import { cancelLocalRunCommand } from "./commands/cancelLocalRun.js";
import { addDatabaseCommand } from "./commands/addDatabase.js";
import { connectionCommands } from "./commands/connectionCommands.js";
import { checkStoreCommand } from "./commands/checkStore.js";
import { forgetPasswordCommand } from "./commands/forgetPassword.js";
import { openConfigurationCommand } from "./commands/openConfiguration.js";
import { openValueCommand } from "./commands/openValue.js";
import { publishCommand } from "./commands/publish.js";
import { getStartedCommand, startAgainCommand } from "./commands/getStarted.js";
import { newWorkflowCommand } from "./commands/newWorkflow.js";
import { openSampleCommand } from "./commands/openSample.js";
import { restartLanguageServerCommand } from "./commands/restartLanguageServer.js";
import { runOperatorCachedCommand, runOperatorCommand } from "./commands/runOperator.js";
import { runWorkflowCommand, runWorkflowWithCommand } from "./commands/runWorkflow.js";
import { selectPythonCommand } from "./commands/selectPython.js";
import { setUpPythonCommand } from "./commands/setUpPython.js";
import { showGraphCommand } from "./commands/showGraph.js";
import { showInGraphCommand } from "./commands/showInGraph.js";
import { showLogCommand } from "./commands/showLog.js";
import { showPublicationCommand } from "./commands/showPublication.js";
import { LogDocuments } from "./documents/logDocuments.js";
import { SourceDocuments } from "./documents/sourceDocuments.js";
import { TraceDocuments } from "./documents/traceDocuments.js";
import { runsCommands } from "./views/runs/runsCommands.js";
import { showSourceCommand } from "./commands/showSource.js";
import { lastRunHover } from "./hover/lastRunHover.js";
import { LanguageServer } from "./languageClient.js";
import { Milestones, reachedMilestones } from "./milestones.js";
import { notebookNotice } from "./notebookNotice.js";
import { GraphPanels } from "./panels/graphPanels.js";
import { PreviewPanels } from "./panels/previewPanels.js";
import { StepsPanels } from "./panels/stepsPanels.js";
import { ViewMemory } from "./panels/viewMemory.js";
import { missingResourceFixes } from "./project/missingResourceFixes.js";
import { projectHelp } from "./project/projectHelp.js";
import { Publishing } from "./publish/publishing.js";
import { createReporter } from "./report.js";
import type { Contribution, Services } from "./services.js";
import { WaitStatus } from "./status/waitStatus.js";
import { publishStatus } from "./status/publishStatus.js";
import { newSample } from "./sample/newSample.js";
import { EditorTerminals, editorTerminals } from "./terminal/editorTerminals.js";
import { WorkflowFiles } from "./workflowFiles.js";
import { WorkflowGraphs } from "./workflowGraphs.js";
import { confirmPassword } from "./world/confirmPassword.js";
import { Passwords } from "./world/passwords.js";
import type { World } from "../core/index.js";
import { LocalRuns } from "./runs/localRuns.js";
import { resumedRuns } from "./runs/resumedRuns.js";
import { RunDiagnostics } from "./runs/runDiagnostics.js";
import { runFailures } from "./runs/runFailures.js";
import { RunHistory } from "./runs/runHistory.js";
import { runOutput } from "./runs/runOutput.js";
import { ShownRuns } from "./runs/shownRuns.js";
import { runEndNotification } from "./runs/runEndNotification.js";
import { WatchedRuns } from "./runs/watchedRuns.js";
import { RunsView } from "./views/runs/runsView.js";
import { interpreterStatus } from "./status/interpreterStatus.js";

const contributions: readonly Contribution[] = [
  showGraphCommand,
  showSourceCommand,
  restartLanguageServerCommand,
  showLogCommand,
  openValueCommand,
  workflowLenses,
  lastRunHover,
  runOperatorCommand,
  runOperatorCachedCommand,
  runWorkflowCommand,
  runWorkflowWithCommand,
  cancelLocalRunCommand,
  showInGraphCommand,
  selectPythonCommand,
  runOutput,
  runFailures,
  resumedRuns,
  interpreterStatus,
  connectionCommands,
  addDatabaseCommand,
  forgetPasswordCommand,
  checkStoreCommand,
  openConfigurationCommand,
  projectHelp,
  missingResourceFixes,
  editorTerminals,
  publishCommand,
  showPublicationCommand,
  publishStatus,
  runEndNotification,
  ...runsCommands,
  setUpPythonCommand,
  newWorkflowCommand,
  notebookNotice,
  openSampleCommand,
  getStartedCommand,
  startAgainCommand,
  newSample,
  reachedMilestones,
];

/** What tests inside VS Code look at; not meant for other extensions. */
export type ExtensionApi = Services;

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
  const milestones = new Milestones(context.globalState, `${context.extension.id}#getStarted`);
  const pythonChanged = new vscode.EventEmitter<void>();
  const terminals = new EditorTerminals(context, log);
  const stepsPanels = new StepsPanels({ extensionUri: context.extensionUri, log, report });
  const passwords = new Passwords({
    storage: context.secrets,
    state: context.globalState,
    environment: process.env,
    isTrusted: () => vscode.workspace.isTrusted,
    confirm: confirmPassword,
  });
  const world = worldOf(context, log, passwords);
  const history = new RunHistory(async () => ({ ...(await world()), secrets: passwords.withoutAsking() }), log);
  const localRuns = new LocalRuns({ world, history, passwords, graphs, report });
  const runDiagnostics = new RunDiagnostics();
  const shownRuns = new ShownRuns({
    world,
    history,
    report,
    showGraph: (uri, picked) => graphPanels.open(uri, picked),
  });
  const graphPanels: GraphPanels = new GraphPanels(
    { extensionUri: context.extensionUri, graphs, memory, history, shownRuns, log, report },
    workflowFiles,
  );
  const previews = new PreviewPanels(
    { extensionUri: context.extensionUri, world, history, log, report },
    context.workspaceState,
    graphPanels,
  );
  const publishing = new Publishing({
    state: context.workspaceState,
    world,
    stepsPanels,
    history,
    runDiagnostics,
    log,
    report,
  });
  context.subscriptions.push(
    log,
    terminals,
    pythonChanged,
    workflowFiles,
    languageServer,
    graphs,
    graphPanels,
    stepsPanels,
    history,
    previews,
    localRuns,
    runDiagnostics,
    shownRuns,
    publishing,
    workflowFiles.onDidAdd(() => {
      languageServer.start();
    }),
  );
  const watchedRuns = new WatchedRuns(history, localRuns);
  const runsView = new RunsView(history, watchedRuns);
  const logDocuments = new LogDocuments(world, history);
  const traceDocuments = new TraceDocuments(history);
  const sourceDocuments = new SourceDocuments(world, history);
  context.subscriptions.push(watchedRuns, runsView, logDocuments, traceDocuments, sourceDocuments);
  return {
    context,
    log,
    report,
    workflowFiles,
    milestones,
    terminals,
    pythonChanged,
    languageServer,
    graphs,
    graphPanels,
    stepsPanels,
    world,
    passwords,
    history,
    previews,
    localRuns,
    runDiagnostics,
    shownRuns,
    publishing,
    watchedRuns,
    runsView,
    logDocuments,
    traceDocuments,
    sourceDocuments,
  };
}

/** Made once, when it is first asked for: what it stands on is large, and activation needs none of it. */
function worldOf(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  secrets: Passwords,
): () => Promise<World> {
  let world: Promise<World> | undefined;
  const { version } = context.extension.packageJSON as { readonly version: string };
  const waits = new WaitStatus(log);
  context.subscriptions.push(waits);
  return () =>
    (world ??= import("./world/extensionWorld.js").then(({ extensionWorld }) =>
      extensionWorld({ dist: context.asAbsolutePath("dist"), version, log, secrets, tellWait: waits.tell }),
    ));
}
