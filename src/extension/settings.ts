import * as vscode from "vscode";

/** Every setting with its type and default, once; package.json holds the same (test/guards). */
export const settings = {
  "graph.followActiveFile": true,
} as const;

type Settings = { readonly [Name in keyof typeof settings]: (typeof settings)[Name] extends boolean ? boolean : never };

/** The value in force now. The only place that reads VS Code's configuration. */
export function setting<Name extends keyof Settings>(name: Name): Settings[Name] {
  return vscode.workspace.getConfiguration("aqueduct").get<Settings[Name]>(name, settings[name]);
}
