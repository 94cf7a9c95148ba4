import type { FileFacts } from "../../model/facts.js";
import type { SourceRange } from "../../model/source.js";
import type { Interpreter } from "../interpret/interpreter.js";
import type { Origin } from "../interpret/scope.js";
import type { OperatorFunction } from "../interpret/values.js";
import type { Span, Statement } from "../syntax/syntax.js";
import { capturedSecretsOf, mayBeSecret } from "./capturedSecrets.js";
import { processStatesOf } from "./processStates.js";
import { type OperatorCode, reachOf } from "./reach.js";

/** What operators lack of the top level, and what they take along that is not for others' eyes. */
export function whatTravels(
  interpreter: Interpreter,
  file: string,
): Pick<FileFacts, "processStates" | "capturedSecrets"> {
  // Most files have nothing to ask of their operators, and each keystroke waits for this.
  const asks = interpreter.processState.states.length > 0 || mayBeSecret(interpreter);
  const operators = (asks ? codeOfOperators(interpreter) : []).map((code) => ({
    code,
    reached: reachOf(code, interpreter),
  }));
  return {
    processStates: processStatesOf(interpreter, operators, file),
    capturedSecrets: capturedSecretsOf(interpreter, operators, file),
  };
}

/** The functions under an operator's decorator, called or not, and those that `op(…)` was called with; each once, though a helper may make it often. */
function codeOfOperators({ definitions, calledOperators }: Interpreter): readonly OperatorCode[] {
  const found = new Map<readonly Statement[], OperatorCode>();
  for (const { name, definition, origin, scope } of definitions)
    found.set(definition.body, { ...definition, name, origin, scope, isLambda: false });
  for (const operator of calledOperators) {
    const code = codeOfFunction(operator);
    if (code !== undefined && !found.has(code.body)) found.set(code.body, code);
  }
  return [...found.values()].filter(({ origin }) => !origin.stale);
}

function codeOfFunction({ name, function: called }: OperatorFunction): OperatorCode | undefined {
  if (called === undefined) return undefined;
  const { code, scope, origin, definition } = called;
  const span = spanOf(definition, origin);
  const isLambda = !("body" in code);
  const body: readonly Statement[] = isLambda ? [{ kind: "expression", span, value: code.expression }] : code.body;
  const parameters = called.parameters.map((parameter) => ({ ...parameter, default: undefined }));
  return { name, parameters, body, span, scope, origin, isLambda };
}

function spanOf({ line, column, endLine, endColumn }: SourceRange, { firstRow }: Origin): Span {
  return { row: line - 1 - firstRow, column: column - 1, endRow: endLine - 1 - firstRow, endColumn: endColumn - 1 };
}
