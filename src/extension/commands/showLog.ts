import * as vscode from "vscode";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";

export const showLogCommand: Contribution = ({ log }) =>
  vscode.commands.registerCommand(ids.showLog, () => {
    log.show();
  });
