import path from "node:path";
import * as vscode from "vscode";
import { neededHomeFolder } from "../../platform/whoAmI.js";
import type { Objection } from "../inputs/askText.js";
import type { ConnectPlace } from "./connectPlace.js";

/** A typed folder as an absolute path: relative ones lie under the project, `~` is the user's home. */
export function absoluteFolder({ project }: ConnectPlace, typed: string): string {
  const text = typed.trim();
  return path.resolve(project.folder, /^~(?=$|[/\\])/.test(text) ? neededHomeFolder() + text.slice(1) : text);
}

/** A folder that this machine does not see may still be right on another one. */
export async function checkFolder(place: ConnectPlace, typed: string): Promise<Objection | undefined> {
  const folder = absoluteFolder(place, typed);
  return (await place.world.files.list(folder)) === undefined
    ? { kind: "doubt", message: `There is no folder ${folder}.` }
    : undefined;
}

export async function pickFolder({ project }: ConnectPlace, openLabel: string): Promise<string | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      defaultUri: vscode.Uri.file(project.folder),
      openLabel,
      title: openLabel,
    })) ?? [];
  return chosen?.fsPath;
}
