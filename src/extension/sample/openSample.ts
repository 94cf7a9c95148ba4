import path from "node:path";
import * as vscode from "vscode";
import { interpreterFor, makeSample, makeSampleDatabase } from "../../core/index.js";
import { homeFolder } from "../../platform/whoAmI.js";
import { abortOn } from "../python/progress.js";
import type { Services } from "../services.js";
import { showQuickPick, withProgress } from "../shown.js";

type Needed = Pick<Services, "context" | "world">;
type Place = "new" | "this" | "added";

/** Puts the sample into a folder that somebody chooses and opens it; undefined where they gave up. Throws a sentence where its database can't be made. */
export async function openSample(services: Needed): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const place = vscode.workspace.workspaceFolders === undefined ? "this" : await choosePlace(folder);
  if (place === undefined) return;
  await putSample(services, folder);
  await open(folder, place);
}

/** The sample, with its database. @param folder absolute path */
async function putSample({ context, world: worldOf }: Needed, folder: string): Promise<void> {
  const world = await worldOf();
  const source = context.asAbsolutePath("dist/sample");
  await withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Making the sample in ${folder}`, cancellable: true },
    async (_progress, token) => {
      await makeSample(world, source, folder);
      const interpreter = await interpreterFor(world, sampleInterpreterFile());
      await makeSampleDatabase(world, folder, interpreter, abortOn(token));
    },
  );
}

/** The file whose interpreter makes the sample: one of the user's home, since an environment in the chosen folder may be anybody's. */
export function sampleInterpreterFile(): string {
  return path.join(homeFolder() ?? path.resolve("/"), "sample.py");
}

async function chooseFolder(): Promise<string | undefined> {
  const home = homeFolder();
  const usual = home === undefined ? undefined : path.join(home, "aqueduct-sample");
  const choices = [
    ...(usual === undefined ? [] : [{ label: "$(home) ~/aqueduct-sample", description: usual, folder: usual }]),
    { label: "$(folder-opened) Choose a folder…", folder: undefined },
  ];
  const chosen = await showQuickPick(choices, {
    title: "Open Sample Workflow",
    placeHolder: "Where to put the sample: a workflow, the module it uses, and a database of made-up wines",
  });
  if (chosen === undefined || chosen.folder !== undefined) return chosen?.folder;
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: "Open Sample Workflow",
      openLabel: "Put Sample Here",
      canSelectFolders: true,
      canSelectFiles: false,
      canSelectMany: false,
    })) ?? [];
  return folder?.fsPath;
}

async function choosePlace(folder: string): Promise<Place | undefined> {
  const choices: (vscode.QuickPickItem & { readonly place: Place })[] = [
    { label: "Open in New Window", place: "new" },
    { label: "Open in This Window", description: "closes the folder that is open", place: "this" },
    { label: "Add to This Window", description: "beside the folder that is open", place: "added" },
  ];
  return (await showQuickPick(choices, { title: "Open Sample Workflow", placeHolder: `How to open ${folder}` }))?.place;
}

async function open(folder: string, place: Place): Promise<void> {
  const uri = vscode.Uri.file(folder);
  if (place === "added")
    vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, { uri });
  else
    await vscode.commands.executeCommand(
      "vscode.openFolder",
      uri,
      place === "new" ? { forceNewWindow: true } : { forceReuseWindow: true },
    );
}
