import * as vscode from "vscode";
import type { Account } from "./passwords.js";

/** Asks whether the password in a variable of the environment may be used at a server; dismissed is no. */
export async function confirmPassword(variable: string, { origin, user }: Account): Promise<boolean> {
  const use = "Use It";
  return (await vscode.window.showInformationMessage(`Sign in at ${origin} as ${user} with the password in ${variable}?`, use, "Don't Use It")) === use;
}
