import path from "node:path";
import * as vscode from "vscode";
import {
  installAqueduct,
  installPackages,
  isOwnEnvironment,
  makeEnvironment,
  surveyPython,
  type InstallOptions,
  type Interpreter,
  type PythonSurvey,
  type World,
} from "../../core/index.js";
import type { Services } from "../services.js";
import { changeSetting } from "../settings.js";
import { chooseWhat, chooseWhere } from "./asking.js";
import { environmentName } from "./environmentName.js";
import { abortOn, outputInto } from "./progress.js";
import { withProgress } from "../shown.js";

/** What *Set Up Python* may be asked by a button. */
export interface SetUpRequest {
  /** Of a workflow file, or of a folder. */
  readonly uri: string;
  /** Packages that are known to be missing. */
  readonly packages: readonly string[];
}

/** What was done, for the user; undefined where somebody gave up. */
export type SetUpOutcome = string | undefined;

type Needed = Pick<Services, "context" | "world" | "log">;

/**
 * Brings the interpreter of a file to where workflows run with it: our package for editors and terminals, and what the file needs. Asks where and what first.
 *
 * Whoever calls it has asked for trust. Throws a sentence where something can't be installed.
 */
export async function setUpPython(
  services: Needed,
  folder: vscode.WorkspaceFolder,
  file: vscode.Uri | undefined,
  packages: readonly string[],
  interpreter: Interpreter,
): Promise<SetUpOutcome> {
  const world = await services.world();
  const found = await whileTold(services, "Looking at Python", (options) =>
    surveyPython(world, interpreter, file?.fsPath, options.signal),
  );
  const survey = isOwnEnvironment(found) ? found : await ownEnvironment(services, world, folder, file, found);
  if (survey === undefined) return undefined;

  const lacking = [...new Set([...survey.lacking, ...packages.filter((one) => !isNamed(survey.lacking, one))])];
  const version = world.runtime.version;
  if (survey.aqueduct === version && survey.oldSdk === null && lacking.length === 0)
    return `Python is set up already: aqueduct ${version} is in ${environmentName(survey)}${file === undefined ? "" : `, with all that ${path.basename(file.fsPath)} needs`}.`;
  const chosen = await chooseWhat(survey, version, lacking, file);
  if (chosen === undefined) return undefined;
  await whileTold(services, `Installing into ${environmentName(survey)}`, async (options, progress) => {
    if (chosen.aqueduct) {
      progress.report({ message: `aqueduct ${version}…` });
      await installAqueduct(world, survey, wheelOf(services, version), options);
    }
    if (chosen.packages.length > 0) {
      progress.report({ message: `${chosen.packages.join(", ")}…` });
      await installPackages(world, survey, chosen.packages, options);
    }
  });
  const installed = [...(chosen.aqueduct ? [`aqueduct ${version}`] : []), ...chosen.packages];
  return `${installed.join(", ")} ${installed.length === 1 ? "is" : "are"} installed in ${environmentName(survey)} now.`;
}

/** An environment of the folder's own where the interpreter is the system's, if that is wished. */
async function ownEnvironment(
  services: Needed,
  world: World,
  folder: vscode.WorkspaceFolder,
  file: vscode.Uri | undefined,
  found: PythonSurvey,
): Promise<PythonSurvey | undefined> {
  const environment = vscode.Uri.joinPath(folder.uri, ".venv").fsPath;
  const where = await chooseWhere(found, folder);
  if (where !== "environment") return where === "shared" ? found : undefined;
  return whileTold(services, `Making .venv in ${folder.name}`, async (options) => {
    await makeEnvironment(world, found, environment, options);
    const around = file ?? vscode.Uri.joinPath(folder.uri, "aqueduct.json");
    const made = path.join(
      environment,
      ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
    );
    const next = await world.interpreters.find(around.fsPath, options.signal);
    // Somebody named another one, in our setting or in the Python extension.
    if (next === undefined || path.dirname(next.path) !== path.dirname(made))
      await changeSetting("python", made, folder.uri);
    return surveyPython(
      world,
      { path: made, version: found.python, source: environment },
      file?.fsPath,
      options.signal,
    );
  });
}

function wheelOf({ context }: Needed, version: string): string {
  return context.asAbsolutePath(`dist/wheels/aqueduct-${version}-py3-none-any.whl`);
}

/** Whether a package is named among requirements, whatever version they ask for. */
function isNamed(requirements: readonly string[], wanted: string): boolean {
  const nameOf = (requirement: string): string =>
    (/^[A-Za-z0-9._-]+/.exec(requirement)?.[0] ?? requirement).toLowerCase().replace(/[-_.]+/g, "-");
  return requirements.some((one) => nameOf(one) === nameOf(wanted));
}

function whileTold<T>(
  { log }: Needed,
  title: string,
  work: (
    options: InstallOptions & { readonly signal: AbortSignal },
    progress: vscode.Progress<{ message: string }>,
  ) => Promise<T>,
): Thenable<T> {
  return withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) =>
    work({ onOutput: outputInto(log), signal: abortOn(token) }, progress),
  );
}
