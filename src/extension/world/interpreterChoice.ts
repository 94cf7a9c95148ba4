import * as vscode from "vscode";
import type { NamedInterpreter } from "../../platform/interpreters.js";
import { setting } from "../settings.js";

/** The part of the Python extension's interface that is used: https://github.com/microsoft/vscode-python/tree/main/pythonExtensionApi */
interface PythonExtension {
  readonly environments?: {
    getActiveEnvironmentPath?(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment?(environment: {
      readonly path: string;
    }): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath?: vscode.Event<unknown>;
  };
}

/** The interpreter that somebody chose for a file: by our setting, else in the Python extension. Undefined: the nearest environment is looked for. */
export async function interpreterChoice(file: string): Promise<NamedInterpreter | undefined> {
  const uri = vscode.Uri.file(file);
  const named = setting("python", uri);
  if (named !== "") return { command: named, source: "the setting aqueduct.python" };
  const environments = (await pythonExtension())?.environments;
  const active = environments?.getActiveEnvironmentPath?.(uri);
  if (active === undefined) return undefined;
  const resolved = await environments?.resolveEnvironment?.(active);
  const command = resolved?.executable.uri?.fsPath;
  return command === undefined ? undefined : { command, source: "the Python extension" };
}

async function pythonExtension(): Promise<PythonExtension | undefined> {
  return vscode.extensions.getExtension<PythonExtension>("ms-python.python")?.activate();
}
