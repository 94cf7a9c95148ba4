import type { CapturedSecret } from "../../model/facts.js";
import type { SourceRange } from "../../model/source.js";
import { environmentIn } from "../interpret/environment.js";
import type { Interpreter } from "../interpret/interpreter.js";
import { rangeOf } from "../interpret/scope.js";
import type { Value } from "../interpret/values.js";
import type { OperatorCode, Reached } from "./reach.js";
import { isNamedLikeSecret } from "./secretNames.js";

interface Operator {
  readonly code: OperatorCode;
  readonly reached: Reached;
}

/** Values that were read on this machine, or are named like secrets, and leave it: one for each line that they come from. */
export function capturedSecretsOf(
  { environment: { assigned, parameters }, globals }: Interpreter,
  operators: readonly Operator[],
  file: string,
): readonly CapturedSecret[] {
  const found = new Map<number, CapturedSecret>();
  const add = (secret: CapturedSecret): void => {
    const before = found.get(secret.range.line);
    found.set(
      secret.range.line,
      before === undefined
        ? secret
        : {
            ...before,
            names: [...new Set([...before.names, ...secret.names])],
            operators: [...new Set([...before.operators, ...secret.operators])],
          },
    );
  };
  for (const { code, reached } of operators)
    for (const name of reached.globals.get(globals) ?? []) {
      const step = assigned.get(name);
      const value = globals.names.get(name);
      if (step === undefined || value === undefined || step.frame.origin.stale) continue;
      const place = rangeOf(step.statement.span, step.frame.origin);
      const secret = { names: [name], operators: [code.name] };
      for (const range of placesOf(value, place, file)) add({ ...secret, range, known: "read" });
      if (environmentIn(value).length === 0 && isNamedLikeSecret(name) && isText(value))
        add({ ...secret, range: place, known: "name" });
    }
  // Anything else is what parameters are for.
  for (const { name, call, reads } of parameters)
    for (const { range, name: variable } of reads)
      if ([variable ?? "", ...name.split(":")].some(isNamedLikeSecret))
        add({ names: [name], operators: [], known: "read", range: range.file === file ? range : call });
  return [...found.values()].map((secret) => ({
    ...secret,
    names: [...secret.names].sort(),
    operators: [...secret.operators].sort(),
  }));
}

/** Whether any global of the file is one, if an operator takes it along. */
export function mayBeSecret({ environment: { assigned }, globals }: Interpreter): boolean {
  return [...assigned.keys()].some((name) => {
    const value = globals.names.get(name);
    return value !== undefined && (isNamedLikeSecret(name) || environmentIn(value).length > 0);
  });
}

/** Where what a value holds was read: where another file reads it, the line that assigns it here. */
function placesOf(value: Value, assigned: SourceRange, file: string): readonly SourceRange[] {
  return environmentIn(value).map(({ range }) => (range.file === file ? range : assigned));
}

function isText(value: Value): boolean {
  return (value.kind === "string" && value.value !== "") || value.kind === "bytes";
}
