import type { Problem } from "../../../../src/core/model/problem.js";
import { type Artifact, type Graph, isUnknownCall, type Operator } from "../../../../src/core/model/workflow.js";

/** Which operators of two graphs of one file are the same call. */
export interface Pairing {
  /** Of the text, and traced. */
  readonly pairs: readonly (readonly [Operator, Operator])[];
  /** Traced ones, with the vague nodes that stand for them. */
  readonly covered: readonly (readonly [Operator, readonly Operator[]])[];
  /** Traced ones that the text does not show. */
  readonly missing: readonly Operator[];
  /** Of the text, not vague, and not traced. */
  readonly invented: readonly Operator[];
  /** The text has a vague node, or says on a line that it cannot tell. */
  readonly isOpen: boolean;
  readonly textUnpublished: readonly Operator[];
  readonly tracedUnpublished: readonly Operator[];
  /** The artifacts of the text that a traced one is, or may be. */
  readonly standsFor: (tracedArtifact: string) => readonly string[];
  /** The ids of the text's nodes for a traced operator. */
  readonly nodesFor: (tracedOperator: string) => readonly string[];
  readonly hasPair: (textOperator: string) => boolean;
  /** The ids of what vague nodes of the text take, or may take: they are vague in what they bring along too. */
  readonly mayBeReached: ReadonlySet<string>;
  /** Those that the text has in workflows for certain. */
  readonly unreached: (traced: readonly Operator[]) => readonly Operator[];
  readonly textArtifact: (id: string) => Artifact | undefined;
  readonly tracedArtifact: (id: string) => Artifact | undefined;
}

/**
 * Pairs by kind, name, place and definition, for ids shift behind a vague node; of several calls at one place it takes the first that has the same inputs.
 *
 * A vague node stands for whatever is of its kind and its definition; without a definition, for what is of its kind on its line; one at the very
 * place goes before those elsewhere. A call that cannot be followed stands for whatever is on its lines.
 */
export function paired(text: Graph, traced: Graph, saysUnknown: ReadonlySet<string>): Pairing {
  const [mine, theirs] = [operatorsOf(text), operatorsOf(traced)];
  const doubts = text.problems.filter(({ code }) => saysUnknown.has(code));
  const vague = mine.filter(isVague);
  const waiting = grouped(mine.filter((operator) => !isVague(operator)));
  const artifacts = new Map<string, readonly string[]>();
  const pairs: [Operator, Operator][] = [];
  const covered: [Operator, readonly Operator[]][] = [];
  const missing: Operator[] = [];
  for (const operator of theirs) {
    const place = waiting.get(placeOf(operator)) ?? [];
    const covering = vague.filter((node) => covers(node, operator));
    const near = covering.filter((node) => placeOf(node) === placeOf(operator));
    const by = near.length > 0 ? near : covering;
    const same = place.findIndex((node) => hasInputs(node, operator, artifacts));
    const [partner] = same >= 0 ? place.splice(same, 1) : by.length === 0 ? place.splice(0, 1) : [];
    if (partner !== undefined) pairs.push([partner, operator]);
    else if (by.length > 0) covered.push([operator, by]);
    else if (!isSaid(doubts, operator)) missing.push(operator);
    const nodes = partner === undefined ? by : [partner];
    for (const [index, output] of operator.outputs.entries())
      artifacts.set(
        output,
        nodes.flatMap((node) => node.outputs[index] ?? []),
      );
  }
  const nodes = new Map<string, readonly string[]>([
    ...pairs.map(([node, operator]) => [operator.id, [node.id]] as const),
    ...covered.map(([operator, by]) => [operator.id, by.map(({ id }) => id)] as const),
  ]);
  const withPartner = new Set(pairs.map(([{ id }]) => id));
  const unreached = new Set(unpublished(text).map(({ id }) => id));
  const mayBeReached = broughtByVague(mine);
  return {
    pairs,
    covered,
    missing,
    invented: [...waiting.values()].flat().filter((operator) => !isSaid(doubts, operator)),
    isOpen: vague.length > 0 || doubts.length > 0,
    textUnpublished: unpublished(text),
    tracedUnpublished: unpublished(traced),
    standsFor: (artifact) => artifacts.get(artifact) ?? [],
    nodesFor: (operator) => nodes.get(operator) ?? [],
    mayBeReached,
    hasPair: (operator) => withPartner.has(operator),
    unreached: (operators) =>
      operators.filter(({ id }) => {
        const own = nodes.get(id) ?? [];
        return own.length > 0 && !own.some((node) => unreached.has(node) || mayBeReached.has(node));
      }),
    textArtifact: lookUp(text),
    tracedArtifact: lookUp(traced),
  };
}

function isSaid(doubts: readonly Problem[], { source }: Operator): boolean {
  return doubts.some(
    ({ file, line, endLine }) => file === source.file && line <= source.line && source.line <= endLine,
  );
}

function isVague({ repeated, unknown }: Operator): boolean {
  return repeated === true || unknown === true;
}

/**
 * Every operator once, in recorded order, as far as it can be told: one may be in several workflows, and each of these is in that order, as are the numbers
 * of calls at one place.
 */
function operatorsOf({ workflows }: Graph): readonly Operator[] {
  const every = new Map(workflows.flatMap(({ operators }) => operators.map((operator) => [operator.id, operator])));
  const before = new Map<string, string[]>();
  const follow = (ids: readonly string[]): void => {
    for (const [index, id] of ids.entries())
      if (index > 0) before.set(id, [...(before.get(id) ?? []), ids[index - 1] ?? ""]);
  };
  for (const { operators } of workflows) follow(operators.map(({ id }) => id));
  for (const group of grouped([...every.values()]).values())
    follow(group.map(({ id }) => id).sort((one, other) => numberOf(one) - numberOf(other)));
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    before.get(id)?.forEach(visit);
    ordered.push(id);
  };
  const ordered: string[] = [];
  for (const id of every.keys()) visit(id);
  return ordered.flatMap((id) => every.get(id) ?? []);
}

/** Ids of one name are numbered in recorded order. */
function numberOf(id: string): number {
  return Number(/_(\d+)$/.exec(id)?.[1] ?? 1);
}

/** What vague nodes take, and what comes along with that. */
function broughtByVague(operators: readonly Operator[]): ReadonlySet<string> {
  const producers = new Map(operators.flatMap((operator) => operator.outputs.map((output) => [output, operator])));
  const found = new Set<string>();
  const waiting = operators.filter(isVague);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next.id)) continue;
    const { id, outputs, inputs } = next;
    found.add(id);
    waiting.push(
      ...inputs.flatMap((input) => producers.get(input) ?? []),
      ...operators.filter((one) => comesAlong.has(one.kind) && one.inputs.some((input) => outputs.includes(input))),
    );
  }
  return found;
}

const comesAlong: ReadonlySet<string> = new Set(["metric", "check", "save"]);

function unpublished({ workflows }: Graph): readonly Operator[] {
  return workflows.filter(({ name }) => name === null).flatMap(({ operators }) => operators);
}

function placeOf({ kind, name, source, definition }: Operator): string {
  return [kind, name, source.file, source.line, definition?.file, definition?.line].join("|");
}

function grouped(operators: readonly Operator[]): Map<string, Operator[]> {
  const groups = new Map<string, Operator[]>();
  for (const operator of operators) {
    const place = placeOf(operator);
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [operator]);
    else group.push(operator);
  }
  return groups;
}

function covers(node: Operator, operator: Operator): boolean {
  if (isUnknownCall(node))
    return (
      node.source.file === operator.source.file &&
      node.source.line <= operator.source.line &&
      operator.source.line <= node.source.endLine
    );
  if (node.kind !== operator.kind) return false;
  return node.definition !== null && operator.definition !== null
    ? node.definition.file === operator.definition.file && node.definition.line === operator.definition.line
    : node.source.file === operator.source.file && node.source.line === operator.source.line;
}

function hasInputs(node: Operator, operator: Operator, artifacts: ReadonlyMap<string, readonly string[]>): boolean {
  return (
    node.inputs.length === operator.inputs.length &&
    operator.inputs.every((input, index) => artifacts.get(input)?.includes(node.inputs[index] ?? ""))
  );
}

function lookUp({ workflows }: Graph): (id: string) => Artifact | undefined {
  const every = new Map(workflows.flatMap(({ artifacts }) => artifacts.map((artifact) => [artifact.id, artifact])));
  return (id) => every.get(id);
}
