import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Problem } from "../core/model/problem.js";
import { diagnosticSource } from "../formats/languageServer.js";
import { rangeOf } from "./ranges.js";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Problems of one file as the editor shows them; those of other files are shown when these are open. */
export function diagnosticsOf(problems: readonly Problem[], file: string): Diagnostic[] {
  return problems
    .filter((problem) => problem.file === file)
    .map((problem) => ({
      code: problem.code,
      severity: severities[problem.severity],
      message: problem.message,
      source: diagnosticSource,
      range: rangeOf(problem),
    }));
}
