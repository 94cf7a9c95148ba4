import { spend } from "./meter.js";
import { type Flow, type Frame, type Machine, mayFail, next } from "./machine.js";
import type { Scope } from "./scope.js";
import { choiceOf, type Value } from "./values.js";

type Names = ReadonlyMap<string, Value>;

/** Takes each way from where things stand now, then goes on with whatever any of them has left. */
export function branches(ways: readonly (() => Flow)[], frame: Frame, machine: Machine): Flow {
  const scopes = scopesOf(frame);
  const before = statesOf(scopes);
  const after: (readonly Names[])[] = [];
  const flows: Flow[] = [];
  for (const way of ways) {
    restore(scopes, before);
    const flow = doubted(way, machine);
    flows.push(flow);
    if (flow.kind === "return") frame.mayReturn.push(flow.value);
    // A way that has left does not reach what follows.
    if (flow.kind === "next") after.push(statesOf(scopes));
  }
  return joined(flows, after, before, frame, machine);
}

/** Runs code of which it is not known whether it runs; what it raises is how it ends. */
function doubted(way: () => Flow, machine: Machine): Flow {
  machine.certainty.unknown += 1;
  const ended = machine.attempt(way);
  machine.certainty.unknown -= 1;
  return "raised" in ended ? { kind: "leave", how: "raise", value: ended.raised } : ended.value;
}

function joined(
  flows: readonly Flow[],
  after: readonly (readonly Names[])[],
  before: readonly Names[],
  frame: Frame,
  machine: Machine,
): Flow {
  if (after.length > 0) doubtWhatFollows(flows, frame, machine);
  for (const [index, scope] of scopesOf(frame).entries())
    merge(
      scope,
      after.map((states) => states[index] ?? new Map<string, Value>()),
      before[index] ?? new Map<string, Value>(),
    );
  return after.length > 0 ? next : (flows.find(({ kind }) => kind === "leave") ?? settled(flows, frame));
}

/** Remembers where things stand, for another way that may be taken from here instead of what comes now. */
export function wayFrom(frame: Frame): (flow: Flow | undefined, other: () => Flow, machine: Machine) => Flow {
  const scopes = scopesOf(frame);
  const before = statesOf(scopes);
  return (flow, other, machine) => {
    const after = flow === next ? [statesOf(scopes)] : [];
    if (flow?.kind === "return") frame.mayReturn.push(flow.value);
    restore(scopes, before);
    const second = doubted(other, machine);
    if (second.kind === "return") frame.mayReturn.push(second.value);
    if (second === next) after.push(statesOf(scopes));
    return joined(flow === undefined ? [second] : [flow, second], after, before, frame, machine);
  };
}

/** Where some ways leave and others go on, what follows runs or does not, until the loop or the function ends that was left. */
function doubtWhatFollows(flows: readonly Flow[], frame: Frame, machine: Machine): void {
  if (flows.some((flow) => flow.kind === "leave" && flow.how === "raise")) mayFail(machine);
  const left = flows.some(({ kind }) => kind === "return")
    ? "function"
    : flows.some((flow) => flow.kind === "leave" && flow.how !== "raise")
      ? "loop"
      : undefined;
  if (left === undefined) return;
  frame.mayHaveLeft[left] += 1;
  machine.certainty.unknown += 1;
}

/** Every way returned: the function ends here with any of their values. */
function settled(flows: readonly Flow[], frame: Frame): Flow {
  if (flows.length === 0) return next;
  const value = choiceOf(frame.mayReturn.splice(0));
  return { kind: "return", value };
}

function scopesOf({ scope }: Frame): readonly Scope[] {
  return [...new Set([scope, scope.module])];
}

function statesOf(scopes: readonly Scope[]): readonly Names[] {
  return scopes.map(({ names }) => new Map(names));
}

function restore(scopes: readonly Scope[], states: readonly Names[]): void {
  for (const [index, { names }] of scopes.entries()) {
    names.clear();
    for (const [name, value] of states[index] ?? []) names.set(name, value);
  }
}

function merge({ names }: Scope, states: readonly Names[], fallback: Names): void {
  spend(4 * names.size * Math.max(1, states.length));
  const ends = states.length === 0 ? [fallback] : states;
  names.clear();
  for (const name of new Set(ends.flatMap((state) => [...state.keys()]))) {
    names.set(name, choiceOf(ends.flatMap((state) => state.get(name) ?? [])));
  }
}
