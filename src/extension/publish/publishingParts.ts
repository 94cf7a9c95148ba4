import type * as vscode from "vscode";
import type { PublishResult, World } from "../../core/index.js";
import type { StepsPanels } from "../panels/stepsPanels.js";
import type { Reporter } from "../report.js";
import type { RunDiagnostics } from "../runs/runDiagnostics.js";
import type { RunHistory } from "../runs/runHistory.js";
import type { DagDiff } from "./dagDiff.js";
import type { PublishDiagnostics } from "./publishDiagnostics.js";
import type { KeptPublication } from "./publishMemory.js";

/** What publishing takes of the window. */
export interface PublishingServices {
  readonly state: vscode.Memento;
  readonly world: () => Promise<World>;
  readonly stepsPanels: StepsPanels;
  readonly history: RunHistory;
  readonly runDiagnostics: RunDiagnostics;
  readonly log: vscode.LogOutputChannel;
  readonly report: Reporter;
}

/** What one publication stands on. */
export interface PublishingParts extends PublishingServices {
  readonly problems: PublishDiagnostics;
  readonly diffs: DagDiff;
  /** Tells what came of it; a result that is not live is no publication. */
  published(kept: Omit<KeptPublication, "publishedAt">, result: PublishResult): Promise<void>;
}
