import * as vscode from "vscode";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";

export const restartLanguageServerCommand: Contribution = ({ languageServer, report }) =>
  vscode.commands.registerCommand(ids.restartLanguageServer, () =>
    languageServer.restart().catch((error: unknown) => {
      report.failure("Aqueduct's language server can't be restarted. Reload the window.", error);
    }),
  );
