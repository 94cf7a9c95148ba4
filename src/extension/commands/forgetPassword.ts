import * as vscode from "vscode";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";
import { showQuickPick } from "../shown.js";

/** *Forget Password*: takes one out of VS Code's secret storage, and the permission to use one of the environment. */
export const forgetPasswordCommand: Contribution = ({ passwords, report }) =>
  vscode.commands.registerCommand(ids.forgetPassword, async () => {
    try {
      const accounts = passwords.accounts();
      if (accounts.length === 0) {
        report.notice("No password is kept, so there is none to forget.");
        return;
      }
      const lines = accounts.map((account) => ({ label: account.user, description: account.origin, account }));
      const chosen = await showQuickPick(lines, {
        title: "Forget Password",
        placeHolder: "Whose password is to be forgotten?",
        matchOnDescription: true,
      });
      if (chosen === undefined) return;
      const { origin, user } = chosen.account;
      await passwords.forget(origin, user);
      report.notice(`The password of ${user} at ${origin} is forgotten.`);
    } catch (error) {
      report.failure("The password was not forgotten. The log says why.", error);
    }
  });
