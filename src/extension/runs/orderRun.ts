import * as vscode from "vscode";
import { WorkflowProblems, WrongRequest } from "../../core/index.js";
import type { ParameterValues } from "../inputs/parameterForm.js";
import { NothingChosen } from "../inputs/chosenSubject.js";
import type { OperatorReference, WorkflowReference } from "../references.js";
import type { Services } from "../services.js";
import { requirePython } from "./requirePython.js";
import { diagnosticOf } from "./runDiagnostics.js";

type Subject = (WorkflowReference | OperatorReference) & { readonly parameters?: ParameterValues };
type Needed = Pick<Services, "world" | "graphs" | "localRuns" | "runDiagnostics" | "report">;

/** Runs what `choose` gives and tells what keeps it from running: problems on their lines, one sentence for the rest. */
export async function orderRun(services: Needed, choose: () => Promise<Subject | undefined>): Promise<void> {
  let folder = "";
  let subject: Subject | undefined;
  try {
    subject = await choose();
    if (subject === undefined) return;
    const uri = vscode.Uri.parse(subject.uri);
    await services.graphs.graphOf(uri);
    folder = services.graphs.folderOf(uri) ?? vscode.Uri.joinPath(uri, "..").fsPath;
    if (!(await requirePython(services, uri))) return;
    await services.localRuns.run({ uri, folder, workflow: subject.workflow, ...(subject.kind === "operator" && { only: subject.operator }), ...(subject.parameters && { parameters: subject.parameters }) });
  } catch (error) {
    if (error instanceof WorkflowProblems) await showProblems(services, folder, subject?.workflow ?? null, error);
    else if (error instanceof NothingChosen) services.report.notice(error.message);
    else if (error instanceof WrongRequest) services.report.failure(error.message, error);
    else services.report.failure(`The run did not start. ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

/** Each problem on its line, and one message for all. */
async function showProblems({ runDiagnostics, report }: Needed, folder: string, workflow: string | null, { problems, message }: WorkflowProblems): Promise<void> {
  const errors = problems.filter(({ severity }) => severity === "error");
  runDiagnostics.set(folder, workflow, problems.flatMap((problem) => diagnosticOf(folder, problem) ?? []));
  const [first] = errors;
  const missing = first === undefined ? undefined : missingModule(first.message);
  const show = "Show Problems";
  const setUp = "Set Up Python";
  const place = first === undefined ? "" : `${first.file}, line ${first.line}: `;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  const text = missing === undefined ? `${message} ${place}${first?.message ?? ""}${more}` : `${message} The Python that runs it has no package “${missing}”.`;
  const choice = await vscode.window.showErrorMessage(text, ...(missing === undefined ? [] : [setUp]), show);
  if (choice === show) await vscode.commands.executeCommand("workbench.actions.view.problems");
  if (choice === setUp) vscode.commands.executeCommand("aqueduct.setUpPython").then(undefined, (error: unknown) => { report.failure("Python can't be set up.", error); });
}

function missingModule(message: string): string | undefined {
  return /No module named '([^'.]+)/.exec(message)?.[1];
}
