import * as vscode from "vscode";
import { airflowAddress } from "../../core/index.js";
import { NothingChosen } from "../inputs/chosenSubject.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { ids } from "../ids.js";
import { referenceOf, type PublishedReference, type RunReference } from "../references.js";
import type { RunHistory } from "../runs/runHistory.js";
import type { Contribution } from "../services.js";

/** *Open in Airflow*: a published workflow, or a run of one, in Airflow's own interface. */
export const openInAirflowCommand: Contribution = ({ history, report }) =>
  vscode.commands.registerCommand(ids.openInAirflow, async (argument?: unknown) => {
    try {
      const reference = referenceOf(argument, "run", "published");
      if (reference === undefined) throw new NothingChosen("Choose a run or a workflow in the view Runs first.");
      await vscode.env.openExternal(vscode.Uri.parse(addressOf(history, reference)));
    } catch (error) {
      noticeOr(report, error, "It can't be opened in Airflow.");
    }
  });

function addressOf(history: RunHistory, reference: RunReference | PublishedReference): string {
  const run = reference.kind === "run" ? history.run(reference) : undefined;
  const workflow = reference.kind === "run" ? run?.workflow : reference.workflow;
  const live = history
    .folder(reference.folder)
    ?.history.workflows.find((one) => one.workflow === workflow && one.target === reference.target);
  if (live === undefined) throw new Error(`It is not published to ${reference.target} any more.`);
  return airflowAddress(live.url, live.dagId, run?.runId);
}
