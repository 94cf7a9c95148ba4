import path from "node:path";
import * as vscode from "vscode";
import { isUnderWay, localTarget } from "../../core/index.js";
import type { Contribution, Services } from "../services.js";

/** Of these one is there wherever something ran. */
const traces = [".air-executor", path.join(".aqueduct", "store", "runs")];

/**
 * Finds what ran, and what still runs, where a workflow file is open: a run goes on when its window is closed or reloaded.
 *
 * A folder in which nothing ever ran costs a look at the disk, and an untrusted one nothing.
 */
export const resumedRuns: Contribution = (services) => {
  const known = new Set<string>();
  const look = (uri: vscode.Uri): void => {
    if (!vscode.workspace.isTrusted) return;
    lookFor(services, known, uri).catch((error: unknown) => {
      services.log.error("earlier runs can't be read", error instanceof Error ? error : String(error));
    });
  };
  return vscode.Disposable.from(
    services.graphs.onDidChange(look),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (services.workflowFiles.has(uri)) look(uri);
    }),
  );
};

async function lookFor(
  { graphs, history, localRuns, watchedRuns }: Services,
  known: Set<string>,
  uri: vscode.Uri,
): Promise<void> {
  const folder = graphs.folderOf(uri);
  if (folder === undefined || known.has(folder)) return;
  known.add(folder);
  if (!(await somethingRan(folder))) return;
  await history.lookAtLocalRuns(folder);
  for (const run of history.folder(folder)?.history.runs ?? []) {
    if (run.target !== localTarget || !isUnderWay(run)) continue;
    localRuns.watch(run.rid);
    watchedRuns.watch({ kind: "run", folder, target: localTarget, rid: run.rid });
  }
}

async function somethingRan(folder: string): Promise<boolean> {
  const found = await Promise.all(
    traces.map((name) =>
      vscode.workspace.fs.stat(vscode.Uri.file(path.join(folder, name))).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
