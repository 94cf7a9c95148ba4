import type * as vscode from "vscode";
import { NoPython } from "../../core/index.js";
import { offerToMend } from "../python/offerToMend.js";
import type { Services } from "../services.js";

/** Whether there is a Python for a file. Where there is none, says so with the ways to mend it. */
export async function requirePython({ world, report }: Pick<Services, "world" | "report">, uri: vscode.Uri): Promise<boolean> {
  const { interpreters } = await world();
  if ((await interpreters.find(uri.fsPath)) !== undefined) return true;
  offerToMend(report, new NoPython("Nothing can run yet: there is no Python here. Install Python 3.9 or newer, or select the one to use."), uri);
  return false;
}
