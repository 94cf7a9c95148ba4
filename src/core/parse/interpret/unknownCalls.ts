import type { RecordedArtifact } from "../record/recorded.js";
import type { Expression } from "../syntax/syntax.js";
import { type Arguments, circumstances, type Machine, type Site } from "./machine.js";
import { derived } from "./operations.js";
import { artifactsIn, choiceOf, heldBy, unknown, type Value } from "./values.js";

/**
 * Calls what cannot be followed.
 *
 * Where it takes an operator or an artifact, it may record anything: one unknown node stands for that on its line, and what it gives may be
 * what was recorded. Functions of the folder that it takes may be called by it, any number of times.
 */
export function callUnknown(callee: Value, given: Arguments, site: Site, machine: Machine): Value {
  const named = [...given.positional, ...given.keywords.values()].map(({ value }) => value);
  const values = [...named, ...(given.unnamed ?? [])];
  for (const value of values) if (value.kind === "list" && artifactsIn(value).length > 0) value.open = true;
  const from = callee.kind === "unknown" || callee.kind === "method" ? [...values, callee] : values;
  const artifacts = [...new Set(from.flatMap((value) => artifactsIn(value)))];
  const results = callablesIn(from, "function").map((called) => perhaps(called, artifacts, site, machine));
  if (artifacts.length === 0 && callablesIn(from, "operator").length === 0) {
    const receiver = callee.kind === "method" ? [callee.receiver] : [];
    return derived(...from, ...receiver, ...results);
  }
  return record(artifacts, [...callablesIn(from, "operator"), ...results], site, machine);
}

/** A call that may record anything, whatever it is given. */
export function recordUnknown({ positional }: Arguments, site: Site, machine: Machine): Value {
  const values = positional.map(({ value }) => value);
  return record(
    [...new Set(values.flatMap((value) => artifactsIn(value)))],
    callablesIn(values, "operator"),
    site,
    machine,
  );
}

function record(artifacts: readonly RecordedArtifact[], others: readonly Value[], site: Site, machine: Machine): Value {
  for (const other of others) if (other.kind === "operator") machine.calledOperators.add(other);
  const name = writtenCallee(site.call.callee);
  const [artifact] = machine.recorder.record({
    name,
    isKnown: false,
    kind: "function",
    inputs: artifacts,
    outputs: [{ name: `${name} artifact`, type: "unknown" }],
    source: site.range,
    details: circumstances(machine, site.frame, true),
  });
  if (artifact === undefined) return unknown;
  return { kind: "unknown", of: [{ kind: "artifact", artifact }, ...others] };
}

/** Runs a function that may be called, once or more often, with any of the artifacts. */
function perhaps(called: Value, artifacts: readonly RecordedArtifact[], site: Site, machine: Machine): Value {
  if (called.kind !== "function") return unknown;
  const value = choiceOf(artifacts.map((artifact): Value => ({ kind: "artifact", artifact })));
  const any = { value: { kind: "unknown", of: [value] } as const, range: site.range };
  machine.certainty.unknown += 1;
  machine.certainty.repeated += 1;
  const ended = machine.attempt(() =>
    machine.run(
      called,
      { positional: called.parameters.map(() => any), keywords: new Map(), open: true },
      site.frame.depth,
    ),
  );
  machine.certainty.unknown -= 1;
  machine.certainty.repeated -= 1;
  return "value" in ended ? ended.value : unknown;
}

/** The functions, or the operators, that values are or hold. */
function callablesIn(values: readonly Value[], kind: "function" | "operator", depth = 0): readonly Value[] {
  if (depth > 3) return [];
  return values.flatMap((value) => {
    if (value.kind === kind) return [value];
    if (value.kind === "instance") return [];
    return callablesIn(heldBy(value), kind, depth + 1);
  });
}

/** What is called as the file writes it, such as `pd.concat`. */
function writtenCallee(callee: Expression): string {
  if (callee.kind === "name") return callee.id;
  if (callee.kind === "attribute") return `${writtenCallee(callee.value)}.${callee.name}`;
  if (callee.kind === "call") return `${writtenCallee(callee.callee)}()`;
  if (callee.kind === "subscript") return `${writtenCallee(callee.value)}[]`;
  return "…";
}
