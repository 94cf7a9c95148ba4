import path from "node:path";
import * as vscode from "vscode";
import { mayInstall, type PythonSurvey } from "../../core/index.js";
import { ids } from "../ids.js";
import { environmentName } from "./environmentName.js";
import { showQuickPick } from "../shown.js";

const title = "Set Up Python";

/** Where to install, where the interpreter is one that others share; undefined where somebody gave up or chose another interpreter. */
export async function chooseWhere(
  survey: PythonSurvey,
  folder: vscode.WorkspaceFolder,
): Promise<"environment" | "shared" | undefined> {
  const choices: (vscode.QuickPickItem & { readonly where: "environment" | "shared" | "other" })[] = [
    {
      label: `$(add) Make .venv in ${folder.name}`,
      description: "recommended",
      detail: `An environment of this folder's own, made with Python ${survey.python}. Workflows of the folder run in it from then on.`,
      where: "environment",
    },
    ...(mayInstall(survey)
      ? [
          {
            label: `$(warning) Install into Python ${survey.python}`,
            description: survey.executable,
            detail: "Everything that uses this Python on this machine shares its packages.",
            where: "shared" as const,
          },
        ]
      : []),
    { label: "$(list-selection) Select another Python…", where: "other" },
  ];
  const chosen = await showQuickPick(choices, {
    title,
    placeHolder: `${survey.executable} is ${survey.isManaged ? "managed by the system" : "no environment of this folder's own"}: where should packages go?`,
    ignoreFocusOut: true,
  });
  if (chosen?.where !== "other") return chosen?.where;
  await vscode.commands.executeCommand(ids.selectPython, folder.uri);
  return undefined;
}

/** What of the offered somebody wants to have installed. */
export interface ChosenPackages {
  readonly aqueduct: boolean;
  readonly packages: readonly string[];
}

/** Undefined where somebody gave up, or wants nothing. */
export async function chooseWhat(
  survey: PythonSurvey,
  version: string,
  lacking: readonly string[],
  file: vscode.Uri | undefined,
): Promise<ChosenPackages | undefined> {
  const old =
    survey.oldSdk === null
      ? ""
      : ` The old aqueduct-sdk ${survey.oldSdk}, whose package has the same name, is removed.`;
  const there = survey.aqueduct === null ? "" : `, in place of ${survey.aqueduct}`;
  const aqueduct = {
    label: `aqueduct ${version}`,
    description: `comes with this extension${there}`,
    detail: `Lets Pylance and plain terminals find the package. Runs never depend on it.${old}`,
    picked: survey.aqueduct !== version || survey.oldSdk !== null,
    name: undefined,
  };
  const needs = file === undefined ? "this workflow" : path.basename(file.fsPath);
  const packages = lacking.map((name) => ({
    label: name,
    description: `${needs} needs it`,
    detail: "Comes from the package index that pip or uv is set to.",
    picked: true,
    name,
  }));
  const chosen = await showQuickPick([aqueduct, ...packages], {
    title: `${title}: ${environmentName(survey)}`,
    placeHolder: `What to install into ${survey.packages}`,
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (chosen === undefined || chosen.length === 0) return undefined;
  return {
    aqueduct: chosen.some(({ name }) => name === undefined),
    packages: chosen.flatMap(({ name }) => name ?? []),
  };
}
