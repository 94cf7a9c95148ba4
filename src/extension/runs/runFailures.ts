import * as vscode from "vscode";
import {
  advisedPath,
  declares,
  failedOperator,
  failurePlace,
  failureWords,
  localTarget,
  isShippingProblem,
  isToldByTrace,
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
import { diagnosticOf, wholeLine, type RunDiagnostic } from "./runDiagnostics.js";

type Needed = Pick<Services, "world" | "history" | "localRuns" | "runDiagnostics" | "log" | "report">;

/** What tracing has told of the last build of a workflow here. */
interface Traced {
  readonly build: string;
  readonly problems: readonly Problem[];
}

/**
 * A local run leads to its lines: problems that tracing found, where it failed and where it used what does not ship; and the operator's tip with the ways to its
 * trace and its log.
 */
export const runFailures: Contribution = (services) => {
  const { runDiagnostics, localRuns, history } = services;
  const traced = new Map<string, Traced>();
  return vscode.Disposable.from(
    localRuns.onDidBegin(({ folder, workflow }) => {
      runDiagnostics.begin({ kind: "run", folder, workflow });
    }),
    localRuns.onDidBuild(({ folder, workflow, built: { build, problems } }) => {
      traced.set(keyOf(folder, workflow), { build: build.name, problems });
      runDiagnostics.found({ kind: "run", folder, workflow }, diagnosticsOf(folder, problems));
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      dropMended(services, document);
    }),
    history.onDidEndRun(({ folder, target, run }) => {
      if (target !== localTarget) return;
      show(services, folder, run, traced.get(keyOf(folder, run.workflow))).catch((error: unknown) => {
        services.log.error("a run's failure could not be shown", { rid: run.rid }, error);
      });
    }),
  );
};

function keyOf(folder: string, workflow: string | null): string {
  return JSON.stringify([folder, workflow]);
}

/** A file that `file_dependencies` of its operator lists ships from now on. */
function dropMended({ runDiagnostics }: Needed, document: vscode.TextDocument): void {
  runDiagnostics.drop(document.uri, ({ code, message, range }) => {
    const path = isShippingProblem(String(typeof code === "object" ? code.value : code))
      ? advisedPath(message)
      : undefined;
    return path !== undefined && declares(document.getText(), range.start.line + 1, path);
  });
}

async function show(services: Needed, folder: string, run: Run, traced: Traced | undefined): Promise<void> {
  const failed = run.operators.filter(({ state, manifest }) => state === "failed" && manifest?.failure != null);
  const build = await buildOf(services, folder, run);
  const places = operatorPlaces(build);
  const failures = failed.flatMap((operator) => failureOf(folder, operator, places.get(operator.operator)) ?? []);
  const told = traced !== undefined && traced.build === run.build ? traced.problems : [];
  const used = build === undefined ? [] : notShippedInRun(run, build).filter((one) => !isToldByTrace(one, told));
  services.runDiagnostics.ended({ kind: "run", folder, workflow: run.workflow }, [
    ...failures,
    ...diagnosticsOf(folder, [...told, ...used]),
  ]);
  const first = failedOperator(run);
  if (run.state === "failed" && first !== undefined && services.localRuns.isWatched(run.rid))
    notify(
      services,
      { kind: "operatorRun", folder, target: localTarget, rid: run.rid, operator: first.operator },
      first,
    );
}

function diagnosticsOf(folder: string, problems: readonly Problem[]): readonly RunDiagnostic[] {
  return problems.map((problem) => diagnosticOf(folder, problem));
}

async function buildOf({ world, history }: Needed, folder: string, run: Run): Promise<BuildRecord | undefined> {
  const open = history.folder(folder)?.open;
  if (open === undefined || run.build === null) return undefined;
  const { hash } = await world();
  return readBuild(open.store, hash, placeOfWorkflow(await world(), open.project, run.workflow), run.build);
}

/** Where the operators of the build stood when it was made: on their function, else on their call. */
function operatorPlaces(
  build: BuildRecord | undefined,
): ReadonlyMap<string, { readonly file: string; readonly line: number }> {
  return new Map(build?.operators.map(({ id, source, definition }) => [id, definition ?? source]));
}

function failureOf(
  folder: string,
  { operator, manifest }: OperatorRun,
  place: { readonly file: string; readonly line: number } | undefined,
): RunDiagnostic | undefined {
  const failure = manifest?.failure;
  if (failure == null || place === undefined) return undefined;
  const { file, line, callers } = failurePlace(failure, place);
  const uriOf = (name: string): vscode.Uri => vscode.Uri.joinPath(vscode.Uri.file(folder), name);
  const diagnostic = new vscode.Diagnostic(
    wholeLine(line),
    sentences(operator, failure),
    vscode.DiagnosticSeverity.Error,
  );
  diagnostic.source = "aqueduct run";
  diagnostic.relatedInformation = callers.map(
    (frame) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uriOf(frame.file), wholeLine(frame.line)),
        `called in ${frame.function}`,
      ),
  );
  return { uri: uriOf(file), diagnostic };
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
