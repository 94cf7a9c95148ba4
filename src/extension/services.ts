import type * as vscode from "vscode";
import type { LogDocuments } from "./documents/logDocuments.js";
import type { SourceDocuments } from "./documents/sourceDocuments.js";
import type { TraceDocuments } from "./documents/traceDocuments.js";
import type { LanguageServer } from "./languageClient.js";
import type { GraphPanels } from "./panels/graphPanels.js";
import type { PreviewPanels } from "./panels/previewPanels.js";
import type { StepsPanels } from "./panels/stepsPanels.js";
import type { Publishing } from "./publish/publishing.js";
import type { Reporter } from "./report.js";
import type { World } from "../core/index.js";
import type { LocalRuns } from "./runs/localRuns.js";
import type { RunDiagnostics } from "./runs/runDiagnostics.js";
import type { RunHistory } from "./runs/runHistory.js";
import type { ShownRuns } from "./runs/shownRuns.js";
import type { WatchedRuns } from "./runs/watchedRuns.js";
import type { RunsView } from "./views/runs/runsView.js";
import type { Passwords } from "./world/passwords.js";
import type { Milestones } from "./milestones.js";
import type { EditorTerminals } from "./terminal/editorTerminals.js";
import type { WorkflowFiles } from "./workflowFiles.js";
import type { WorkflowGraphs } from "./workflowGraphs.js";

/** What a contribution may use. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  /** This machine as core's actions take it; loaded at the first call, so that activation stays quick. */
  readonly world: () => Promise<World>;
  readonly passwords: Passwords;
  readonly history: RunHistory;
  readonly watchedRuns: WatchedRuns;
  readonly runsView: RunsView;
  readonly logDocuments: LogDocuments;
  readonly traceDocuments: TraceDocuments;
  readonly sourceDocuments: SourceDocuments;
  readonly localRuns: LocalRuns;
  readonly runDiagnostics: RunDiagnostics;
  readonly shownRuns: ShownRuns;
  readonly log: vscode.LogOutputChannel;
  readonly report: Reporter;
  readonly workflowFiles: WorkflowFiles;
  readonly languageServer: LanguageServer;
  readonly graphs: WorkflowGraphs;
  readonly milestones: Milestones;
  readonly terminals: EditorTerminals;
  /** Fired after something was installed into the Python of a folder, or it got another one. */
  readonly pythonChanged: vscode.EventEmitter<void>;
  readonly graphPanels: GraphPanels;
  readonly stepsPanels: StepsPanels;
  readonly previews: PreviewPanels;
  readonly publishing: Publishing;
}

/** Something that the extension adds to VS Code, and how it is taken away again. */
export type Contribution = (services: Services) => vscode.Disposable;
