import * as vscode from "vscode";

/**
 * Every setting with its type and default, once; package.json holds the same (test/guards).
 *
 * @public a guard bundles it by its name
 */
export const settings = {
  "graph.followActiveFile": true,
  python: "",
  "codeLens.enabled": true,
  "run.showOutput": true,
} as const;

type Wide<Value> = Value extends boolean
  ? boolean
  : Value extends string
    ? string
    : Value extends number
      ? number
      : never;
type Settings = { readonly [Name in keyof typeof settings]: Wide<(typeof settings)[Name]> };

/**
 * The value in force now; of another type the default, since VS Code marks such a value in settings.json. The only place that reads VS Code's configuration.
 *
 * @param scope the file that it is for; left out: the window
 */
export function setting<Name extends keyof Settings>(name: Name, scope?: vscode.Uri): Settings[Name] {
  const usual = settings[name] as Settings[Name];
  const found = vscode.workspace.getConfiguration("aqueduct", scope).get<unknown>(name);
  return typeof found === typeof usual ? (found as Settings[Name]) : usual;
}

/** Keeps a value for the folder of a file, else for the workspace, else for the user. */
export async function changeSetting<Name extends keyof Settings>(
  name: Name,
  value: Settings[Name],
  scope: vscode.Uri,
): Promise<void> {
  const target =
    vscode.workspace.getWorkspaceFolder(scope) === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.WorkspaceFolder;
  await vscode.workspace
    .getConfiguration("aqueduct", scope)
    .update(name, value === settings[name] ? undefined : value, target);
}
