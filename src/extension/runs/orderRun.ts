import path from "node:path";
import * as vscode from "vscode";
import { NoPython, whatIsMissing, WorkflowProblems, WrongRequest } from "../../core/index.js";
import type { ReuseOrder } from "../../core/model/job.js";
import { NotSaved } from "../documents/notSaved.js";
import { namedFile } from "../documents/saveBeforeTrace.js";
import type { ParameterValues } from "../inputs/parameterForm.js";
import { NothingChosen } from "../inputs/chosenSubject.js";
import { mendings, offerToMend, showWithMendings, type Mending } from "../python/offerToMend.js";
import type { OperatorReference, WorkflowReference } from "../references.js";
import type { Services } from "../services.js";
import { mendingsOfResource } from "../project/missingResourceFixes.js";
import { diagnosticOf } from "./runDiagnostics.js";

type Subject = (WorkflowReference | OperatorReference) & {
  readonly parameters?: ParameterValues;
  readonly extracts?: ReuseOrder["extracts"];
};
type Needed = Pick<Services, "world" | "graphs" | "localRuns" | "runDiagnostics" | "report">;

/** In an editor's words, where there is no command line to name one on. */
const noPython = new NoPython(
  "Nothing can run yet: there is no Python here. Install Python 3.9 or newer, or select the one to use.",
);

/** Runs what `choose` gives and tells what keeps it from running: problems on their lines, one sentence for the rest. */
export async function orderRun(services: Needed, choose: () => Promise<Subject | undefined>): Promise<void> {
  let folder = "";
  let subject: Subject | undefined;
  try {
    subject = await choose();
    if (subject === undefined) return;
    const uri = await namedFile(vscode.Uri.parse(subject.uri), services.report);
    if (uri === undefined) return;
    subject = { ...subject, uri: uri.toString() };
    await services.graphs.graphOf(uri);
    folder = services.graphs.folderOf(uri) ?? vscode.Uri.joinPath(uri, "..").fsPath;
    await services.localRuns.run({
      uri,
      folder,
      workflow: subject.workflow,
      ...(subject.publication !== undefined && { publication: subject.publication }),
      ...(subject.kind === "operator" && { only: subject.operator }),
      ...(subject.extracts && { extracts: subject.extracts }),
      ...(subject.parameters && { parameters: subject.parameters }),
    });
  } catch (error) {
    if (error instanceof WorkflowProblems && subject !== undefined)
      showProblems(services, folder, vscode.Uri.parse(subject.uri), subject.workflow, error);
    else if (error instanceof NothingChosen) services.report.notice(error.message, ...error.offers);
    else if (
      subject !== undefined &&
      offerToMend(services.report, error instanceof NoPython ? noPython : error, vscode.Uri.parse(subject.uri))
    )
      return;
    else if (error instanceof NotSaved) showWithMendings(services.report, error.message, [openingOf(error)]);
    else if (error instanceof WrongRequest) services.report.failure(error.message, error);
    else
      services.report.failure(
        `The run did not start. ${error instanceof Error ? error.message : String(error)}`,
        error,
      );
  }
}

function openingOf({ uri }: NotSaved): Mending {
  const file = vscode.Uri.parse(uri);
  return {
    label: `Open ${path.basename(file.path)}`,
    mend: () => vscode.commands.executeCommand("vscode.open", file),
  };
}

/** Each problem on its line, and one message for all. */
function showProblems(
  { runDiagnostics, report }: Needed,
  folder: string,
  uri: vscode.Uri,
  workflow: string | null,
  error: WorkflowProblems,
): void {
  const { problems, message } = error;
  runDiagnostics.ended(
    { kind: "run", folder, workflow },
    problems.map((problem) => diagnosticOf(folder, problem)),
  );
  const [first, ...others] = problems.filter(({ severity }) => severity === "error");
  const place = first === undefined ? "" : `${first.file}, line ${first.line}: `;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const show = {
    label: "Show Problems",
    mend: () => vscode.commands.executeCommand("workbench.actions.view.problems"),
  };
  showWithMendings(report, `${message} ${place}${first?.message ?? ""}${more}`, [
    ...mendings(whatIsMissing(error), uri),
    ...mendingsOfResource(first?.message ?? ""),
    show,
  ]);
}
