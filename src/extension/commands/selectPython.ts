import path from "node:path";
import * as vscode from "vscode";
import { foundPythons } from "../../platform/interpreters.js";
import { ids } from "../ids.js";
import { chosenFile } from "../inputs/chosenFile.js";
import type { Contribution, Services } from "../services.js";
import { changeSetting, setting } from "../settings.js";
import { isTrustedFor } from "../trust.js";
import { showQuickPick } from "../shown.js";

interface Choice extends vscode.QuickPickItem {
  choose(): Promise<void>;
}

/** *Select Python…*: which interpreter runs the workflows of this folder. */
export const selectPythonCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.selectPython, async (argument?: unknown) => {
    if (!isTrustedFor("Looking for Python")) return;
    try {
      const uri =
        chosenFile(argument) ??
        vscode.window.activeTextEditor?.document.uri ??
        vscode.workspace.workspaceFolders?.[0]?.uri;
      if (uri === undefined) {
        services.report.notice("Open the folder of a workflow first.", {
          label: "Open Folder",
          command: "vscode.openFolder",
        });
        return;
      }
      const choices = choicesFor(services, uri);
      const chosen = await showQuickPick(choices, {
        title: "Select Python",
        placeHolder: "Which Python runs the workflows of this folder?",
        matchOnDescription: true,
      });
      await chosen?.choose();
    } catch (error) {
      services.report.failure("The Python can't be selected.", error);
    }
  });

async function choicesFor({ world }: Services, uri: vscode.Uri): Promise<readonly Choice[]> {
  const { processes } = await world();
  const found = await foundPythons(processes, uri.fsPath);
  const named = setting("python", uri);
  const pythons = found.map(
    (python): Choice => ({
      label: `${python.path === named ? "$(check) " : ""}Python ${python.version}`,
      description: python.path,
      choose: () => changeSetting("python", python.path, uri),
    }),
  );
  const automatic: Choice = {
    label: `${named === "" ? "$(check) " : ""}Find it for each file`,
    description: "the nearest .venv or venv above it, else python3",
    choose: () => changeSetting("python", "", uri),
  };
  return [
    automatic,
    ...pythons,
    { label: "", kind: vscode.QuickPickItemKind.Separator, choose: () => Promise.resolve() },
    browse(uri),
    setUp(uri),
  ];
}

function browse(uri: vscode.Uri): Choice {
  return {
    label: "$(folder-opened) Browse…",
    choose: async () => {
      const [chosen] =
        (await vscode.window.showOpenDialog({
          title: "Select Python",
          openLabel: "Select",
          defaultUri: vscode.Uri.file(path.dirname(uri.fsPath)),
          canSelectMany: false,
        })) ?? [];
      if (chosen !== undefined) await changeSetting("python", chosen.fsPath, uri);
    },
  };
}

function setUp(uri: vscode.Uri): Choice {
  return {
    label: "$(tools) Set Up Python…",
    description: "install what workflows need",
    choose: async () => {
      await vscode.commands.executeCommand(ids.setUpPython, uri);
    },
  };
}
