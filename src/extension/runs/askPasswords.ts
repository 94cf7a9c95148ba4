import * as vscode from "vscode";
import type { MissingPassword } from "../../core/index.js";
import type { Passwords } from "../world/passwords.js";
import { showInputBox } from "../shown.js";

/**
 * Asks for each password that a run needs and keeps it. Nothing typed: the database asks for none.
 *
 * @throws CancellationError where somebody pressed Escape
 */
export async function askPasswords(passwords: Passwords, missing: readonly MissingPassword[]): Promise<void> {
  for (const { resource, origin, user } of missing) {
    const password = await showInputBox({
      title: `Password of ${resource}`,
      prompt: `Password of ${user} at ${origin}. VS Code keeps it in its secret storage, for this server and user.`,
      password: true,
      ignoreFocusOut: true,
    });
    if (password === undefined) throw new vscode.CancellationError();
    await passwords.keep(origin, user, password);
  }
}
