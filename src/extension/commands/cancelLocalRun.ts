import * as vscode from "vscode";
import { cancelRun, isUnderWay, localTarget } from "../../core/index.js";
import { ids } from "../ids.js";
import { referenceOf, type RunReference } from "../references.js";
import type { CurrentRun } from "../runs/localRuns.js";
import type { Contribution, Services } from "../services.js";
import { isTrustedFor } from "../trust.js";
import { showQuickPick } from "../shown.js";

/** *Cancel Local Run*: the given run, or that of the given workflow; without either, one of those under way here. */
export const cancelLocalRunCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.cancelLocalRun, async (argument?: unknown) => {
    if (!isTrustedFor("Cancelling a run")) return;
    try {
      await cancel(services, argument);
    } catch (error) {
      services.report.failure("The run can't be cancelled.", error);
    }
  });

async function cancel(services: Services, argument: unknown): Promise<void> {
  const run = referenceOf(argument, "run");
  if (run !== undefined) return cancelOne(services, run);
  const workflow = referenceOf(argument, "workflow", "operator");
  if (workflow !== undefined) {
    const folder = services.graphs.folderOf(vscode.Uri.parse(workflow.uri));
    services.localRuns.cancel(({ order }) => order.folder === folder && order.workflow === workflow.workflow);
    return;
  }
  const items = [...unbegun(services), ...underWay(services)];
  const [only] = items;
  if (only === undefined) {
    services.report.notice("No workflow runs on this machine now.");
    return;
  }
  const chosen = items.length === 1 ? only : await showQuickPick(items, { placeHolder: "Which run?" });
  await chosen?.cancel();
}

interface Cancellable extends vscode.QuickPickItem {
  cancel(): Promise<void>;
}

/** Runs whose file is still being read: they are no runs of the history yet. */
function unbegun({ localRuns }: Services): readonly Cancellable[] {
  return localRuns.current
    .filter(({ rid }) => rid === undefined)
    .map((current) => ({
      label: current.order.only ?? current.order.workflow ?? "workflow",
      description: "reading the file",
      cancel: () => {
        localRuns.cancel((one: CurrentRun) => one.order === current.order);
        return Promise.resolve();
      },
    }));
}

function underWay(services: Services): readonly Cancellable[] {
  return services.history.folders.flatMap(({ folder, history }) =>
    history.runs
      .filter((run) => run.target === localTarget && isUnderWay(run))
      .map(({ rid, workflow, startedAt }) => ({
        label: workflow,
        description: `run ${rid.slice(0, 6)}${startedAt === null ? "" : `, since ${new Date(startedAt).toLocaleTimeString()}`}`,
        cancel: () => cancelOne(services, { kind: "run", folder, target: localTarget, rid }),
      })),
  );
}

async function cancelOne({ history, localRuns, world }: Services, reference: RunReference): Promise<void> {
  if (localRuns.cancel(({ rid }) => rid === reference.rid)) return;
  const run = history.run(reference);
  const open = history.folder(reference.folder)?.open;
  if (run === undefined || open === undefined) throw new Error(`Nothing is known of run ${reference.rid}.`);
  await cancelRun(await world(), open, run);
  await history.folder(reference.folder)?.pollLocal();
}
