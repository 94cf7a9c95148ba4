import * as vscode from "vscode";
import { findOpenFolder, publishedOperators, triggerWorkflow, type TriggeredRun } from "../../core/index.js";
import { chosenPublished } from "../inputs/chosenRun.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { askParameters } from "../inputs/parameterForm.js";
import { ids } from "../ids.js";
import type { PublishedReference } from "../references.js";
import type { Contribution, Services } from "../services.js";
import { isTrustedFor } from "../trust.js";
import { setStatusBarMessage, showWarningMessage, withProgress } from "../shown.js";

/** *Trigger Workflow…*: starts a run of what is published, with values for its parameters, and watches it. */
export const triggerWorkflowCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.triggerWorkflow, async (argument?: unknown) => {
    if (!isTrustedFor("Triggering a workflow")) return;
    try {
      const chosen = await chosenPublished(services.history, argument);
      if (chosen !== undefined) await trigger(services, chosen);
    } catch (error) {
      noticeOr(services.report, error, "The run did not start.");
    }
  });

async function trigger(services: Services, published: PublishedReference): Promise<void> {
  const { folder, workflow, target } = published;
  const world = await services.world();
  const open = await findOpenFolder(world, folder);
  if (open === undefined) throw new Error(`${folder} has no project: publish the workflow first.`);
  const operators = await whileTold(`Reading the parameters of ${workflow}`, (signal) =>
    publishedOperators(world, open, { workflow, airflow: target, signal }),
  );
  const parameters = await askParameters({
    title: `Trigger ${workflow} on ${target}`,
    action: "Trigger",
    parameters: operators.filter(({ kind }) => kind === "parameter"),
  });
  if (parameters === undefined) return;
  const started = await whileTold(`Triggering ${workflow} on ${target}`, (signal) =>
    triggerWorkflow(world, open, { workflow, airflow: target, parameters, signal }),
  );
  await tell(services, published, started);
}

async function tell(
  { history, runsView, watchedRuns }: Services,
  { folder, workflow, target }: PublishedReference,
  { run, message }: TriggeredRun,
): Promise<void> {
  const reference = { kind: "run", folder, target, rid: run.rid } as const;
  watchedRuns.watch(reference);
  await history.reopen(folder);
  if (message !== "") void showWarningMessage(message);
  else if (runsView.visible) await runsView.reveal(reference);
  else setStatusBarMessage(`$(play) ${workflow} was triggered on ${target}`, 5_000);
}

async function whileTold<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => {
      const ending = new AbortController();
      token.onCancellationRequested(() => {
        ending.abort(new vscode.CancellationError());
      });
      return work(ending.signal);
    },
  );
}
