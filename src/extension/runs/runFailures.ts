import * as vscode from "vscode";
import {
  advisedPath,
  declares,
  failedOperator,
  failurePlace,
  failureWords,
  localTarget,
  notShippedCode,
  notShippedInRun,
  placeOfWorkflow,
  readBuild,
} from "../../core/index.js";
import type { BuildRecord } from "../../core/model/build.js";
import type { Failure } from "../../core/model/manifest.js";
import type { Problem } from "../../core/model/problem.js";
import type { OperatorRun, Run } from "../../core/model/run.js";
import { ids } from "../ids.js";
import { mendingsOfFailure, showWithMendings } from "../python/offerToMend.js";
import type { OperatorRunReference } from "../references.js";
import type { Contribution, Services } from "../services.js";
import type { RunDiagnostic } from "./runDiagnostics.js";

type Needed = Pick<Services, "world" | "history" | "localRuns" | "runDiagnostics" | "log" | "report">;

/** A local run leads to its lines: a problem where it failed and where it used what does not ship, and the operator's tip with the ways to its trace and its log. */
export const runFailures: Contribution = (services) =>
  vscode.Disposable.from(
    services.localRuns.onDidBegin(({ folder, workflow }) => {
      services.runDiagnostics.set(folder, workflow, []);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      services.runDiagnostics.drop(document.uri, ({ code, message }) => {
        const path = code === notShippedCode ? advisedPath(message) : undefined;
        return path !== undefined && declares(document.getText(), path);
      });
    }),
    services.history.onDidEndRun(({ folder, target, run }) => {
      if (target !== localTarget) return;
      show(services, folder, run).catch((error: unknown) => {
        services.log.error("a failure can't be shown on its line", error instanceof Error ? error : String(error));
      });
    }),
  );

async function show(services: Needed, folder: string, run: Run): Promise<void> {
  const failed = run.operators.filter(({ state, manifest }) => state === "failed" && manifest?.failure != null);
  const build = await buildOf(services, folder, run);
  const places = operatorPlaces(build);
  const found = failed.flatMap((operator) => diagnosticOf(folder, operator, places.get(operator.operator)) ?? []);
  const notShipped = build === undefined ? [] : notShippedInRun(run, build);
  services.runDiagnostics.set(folder, run.workflow, [...found, ...notShipped.map((one) => warningOf(folder, one))]);
  const first = failedOperator(run);
  if (run.state === "failed" && first !== undefined && services.localRuns.isWatched(run.rid))
    notify(
      services,
      { kind: "operatorRun", folder, target: run.target, rid: run.rid, operator: first.operator },
      first,
    );
}

async function buildOf({ world, history }: Needed, folder: string, run: Run): Promise<BuildRecord | undefined> {
  const open = history.folder(folder)?.open;
  if (open === undefined || run.build === null) return undefined;
  return readBuild(open.store, placeOfWorkflow(await world(), open.project, run.workflow), run.build);
}

/** Where the operators of the build stood when it was made: on their function, else on their call. */
function operatorPlaces(
  build: BuildRecord | undefined,
): ReadonlyMap<string, { readonly file: string; readonly line: number }> {
  return new Map(build?.operators.map(({ id, source, definition }) => [id, definition ?? source]));
}

/** A file that a worker will not have, on the line of its operator. */
function warningOf(folder: string, { file, line, message, code }: Problem): RunDiagnostic {
  const uri = vscode.Uri.joinPath(vscode.Uri.file(folder), file);
  const diagnostic = new vscode.Diagnostic(lineRange(uri, line), message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = "aqueduct run";
  diagnostic.code = code;
  return { uri, diagnostic };
}

function diagnosticOf(
  folder: string,
  { operator, manifest }: OperatorRun,
  place: { readonly file: string; readonly line: number } | undefined,
): RunDiagnostic | undefined {
  const failure = manifest?.failure;
  if (failure == null || place === undefined) return undefined;
  const { file, line, callers } = failurePlace(failure, place);
  const uriOf = (name: string): vscode.Uri => vscode.Uri.joinPath(vscode.Uri.file(folder), name);
  const diagnostic = new vscode.Diagnostic(
    lineRange(uriOf(file), line),
    sentences(operator, failure),
    vscode.DiagnosticSeverity.Error,
  );
  diagnostic.source = "aqueduct run";
  diagnostic.relatedInformation = callers.map(
    (frame) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uriOf(frame.file), lineRange(uriOf(frame.file), frame.line)),
        `called in ${frame.function}`,
      ),
  );
  return { uri: uriOf(file), diagnostic };
}

/** The line without its indentation, where its text is known. */
function lineRange(uri: vscode.Uri, line: number): vscode.Range {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (document === undefined || line > document.lineCount)
    return new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(line - 1);
  return new vscode.Range(range.start.translate(0, firstNonWhitespaceCharacterIndex), range.end);
}

function sentences(operator: string, { message, tip }: Failure): string {
  return [`${operator} failed: ${message}`, ...(tip === "" ? [] : [tip])].join("\n");
}

function notify({ report }: Needed, reference: OperatorRunReference, { operator, manifest }: OperatorRun): void {
  const failure = manifest?.failure;
  const text = failure == null ? `${operator} failed.` : `${operator} failed: ${failureWords(failure)}`;
  const showTrace = { label: "Show Trace", mend: () => vscode.commands.executeCommand(ids.openTrace, reference) };
  const showLog = { label: "Show Log", mend: () => vscode.commands.executeCommand(ids.openLog, reference) };
  const install = mendingsOfFailure(failure, vscode.Uri.file(reference.folder));
  showWithMendings(report, text, [...install, ...(failure == null ? [] : [showTrace]), showLog]);
}
