import * as vscode from "vscode";
import { isUnderWay, shortTime, type OpenFolder } from "../../core/index.js";
import type { Run } from "../../core/model/run.js";
import { referenceOf, type OperatorRunReference, type PublishedReference, type RunReference } from "../references.js";
import type { RunHistory } from "../runs/runHistory.js";
import { NothingChosen } from "./chosenSubject.js";
import { showQuickPick } from "../shown.js";

export interface ChosenRun {
  readonly reference: RunReference;
  readonly run: Run;
  readonly open: OpenFolder;
}

/** The run that a command was called for. @throws NothingChosen where it is none */
export function chosenRun(history: RunHistory, argument: unknown): ChosenRun {
  const reference = referenceOf(argument, "run");
  if (reference === undefined) throw new NothingChosen("Choose a run in the view Runs first.");
  return found(history, reference);
}

/** The operator of a run that a command was called for, with its name. @throws NothingChosen where it is none */
export function chosenOperatorRun(
  history: RunHistory,
  argument: unknown,
): { readonly reference: OperatorRunReference; readonly name: string } {
  const reference = referenceOf(argument, "operatorRun");
  if (reference === undefined) throw new NothingChosen("Choose an operator of a run in the view Runs first.");
  const operator = history.run(reference)?.operators.find(({ operator: id }) => id === reference.operator);
  return { reference, name: operator?.name ?? reference.operator };
}

/** The run under way that a command was called for; without an argument one is asked for. @throws NothingChosen where nothing runs */
export async function chosenUnderWay(history: RunHistory, argument: unknown): Promise<ChosenRun | undefined> {
  if (referenceOf(argument, "run") !== undefined) return chosenRun(history, argument);
  const references = history.folders.flatMap(({ folder, history: { runs } }) =>
    runs.filter(isUnderWay).map(({ target, rid }): RunReference => ({ kind: "run", folder, target, rid })),
  );
  if (references.length === 0) throw new NothingChosen("Nothing runs now, as far as the view Runs knows.");
  const items = references.map((reference) => {
    const run = found(history, reference);
    const began = run.run.startedAt ?? run.run.queuedAt;
    return {
      label: run.run.workflow,
      description: `${run.run.target}${began === null ? "" : `, ${shortTime(began, { locale: vscode.env.language })}`}`,
      run,
    };
  });
  return (await showQuickPick(items, { placeHolder: "Which run?" }))?.run;
}

/** The published workflow that a command was called for, or that of a run; without an argument one is asked for. @throws NothingChosen where nothing is published */
export async function chosenPublished(history: RunHistory, argument: unknown): Promise<PublishedReference | undefined> {
  const given = referenceOf(argument, "published", "run");
  if (given?.kind === "published") return given;
  if (given !== undefined) {
    const { run, reference } = found(history, given);
    return { kind: "published", folder: reference.folder, target: reference.target, workflow: run.workflow };
  }
  if (!history.hasLooked) await history.look();
  const items = history.folders.flatMap(({ folder, history: { workflows } }) =>
    workflows.map(({ workflow, target }) => ({
      label: workflow,
      description: target,
      reference: { kind: "published", folder, workflow, target } as const,
    })),
  );
  if (items.length === 0)
    throw new NothingChosen(
      "Nothing is published from this window yet. Open a workflow file and use “Publish Workflow”.",
    );
  return (await showQuickPick(items, { placeHolder: "Which workflow?", matchOnDescription: true }))?.reference;
}

function found(history: RunHistory, reference: RunReference): ChosenRun {
  const run = history.run(reference);
  const open = history.folder(reference.folder)?.open;
  if (run === undefined || open === undefined)
    throw new NothingChosen("This run is no longer in the history. Refresh the view Runs, then try again.");
  return { reference, run, open };
}
