import type { Graph, Operator, Workflow } from "../../../../src/core/model/workflow.js";
import type { Problem } from "../../../../src/core/model/problem.js";
import { type Pairing, paired } from "./pairing.js";

/**
 * What reading a file gave, beside what tracing it gave: the same; not the same, where the text says that it cannot tell; or not the same, and nothing
 * says so.
 */
export type Verdict = "equal" | "open" | "silent";

export interface Judgement {
  readonly verdict: Verdict;
  /** What differs though nothing says so. */
  readonly differences: readonly string[];
}

interface Rules {
  /** Whether the Python that traced knows columns, as from 3.11 on. */
  readonly tellsColumns?: boolean;
  /** Codes of problems that say that a line cannot be told from its text. */
  readonly saysUnknown?: ReadonlySet<string>;
}

export function judge(
  text: Graph,
  traced: Graph,
  { tellsColumns = true, saysUnknown = new Set() }: Rules = {},
): Judgement {
  const pairing = paired(text, traced, saysUnknown);
  const same = comparable(text, tellsColumns) === comparable(traced, tellsColumns);
  const differences = [
    ...falseProblems(text, pairing),
    ...(same ? [] : [...operatorDifferences(pairing), ...workflowDifferences(text, traced, pairing)]),
  ];
  if (differences.length > 0) return { verdict: "silent", differences: [...new Set(differences)] };
  if (same) return { verdict: "equal", differences: [] };
  return pairing.isOpen || saysLess(pairing)
    ? { verdict: "open", differences: [] }
    : { verdict: "silent", differences: ["the order, or columns, of what is the same otherwise"] };
}

/** Everything that both graphs must tell alike, as text. */
function comparable({ workflows }: Graph, tellsColumns: boolean): string {
  return JSON.stringify(workflows, (key, value: unknown) => {
    if (!tellsColumns && ["column", "endLine", "endColumn"].includes(key)) return undefined;
    return isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Programs run to their end, so an error is a false alarm; so is what nothing publishes, where something does. */
function falseProblems({ problems }: Graph, pairing: Pairing): string[] {
  return problems.flatMap((problem) => {
    if (problem.severity === "error")
      return [`false error ${problem.code} on line ${problem.line}: ${problem.message}`];
    return problem.code === "unpublished" && !isTrulyUnpublished(problem, pairing)
      ? [`false problem unpublished on line ${problem.line}`]
      : [];
  });
}

function isTrulyUnpublished({ line, file }: Problem, { textUnpublished, tracedUnpublished }: Pairing): boolean {
  const stands = ({ source }: Operator): boolean => source.file === file && source.line === line;
  return (
    tracedUnpublished.some(stands) ||
    textUnpublished.some((operator) => stands(operator) && (operator.repeated === true || operator.unknown === true))
  );
}

function operatorDifferences(pairing: Pairing): string[] {
  return [
    ...pairing.missing.map((operator) => `missing: ${shown(operator)}`),
    ...pairing.invented.map((operator) => `invented: ${shown(operator)}`),
    ...pairing.pairs.flatMap(([one, other]) => [
      ...edgeDifferences(one, other, pairing),
      ...detailDifferences(one, other),
      ...nameDifferences(one, other, pairing),
    ]),
    ...pairing.covered.flatMap(([operator, by]) => coveredEdges(operator, by, pairing)),
  ];
}

function edgeDifferences(text: Operator, traced: Operator, pairing: Pairing): string[] {
  if (text.inputs.length !== traced.inputs.length)
    return [`inputs: ${shown(traced)} has ${traced.inputs.length}, not ${text.inputs.length}`];
  return traced.inputs.flatMap((input, index) =>
    pairing.standsFor(input).includes(text.inputs[index] ?? "")
      ? []
      : [`edge: ${shown(traced)} takes ${input}, not ${text.inputs[index] ?? "nothing"}`],
  );
}

/**
 * What a repeated node stands for takes what the node takes, or what an earlier turn of its own loop gave; what an unknown one takes is among what it does
 * not tell.
 */
function coveredEdges(traced: Operator, by: readonly Operator[], pairing: Pairing): string[] {
  if (by.some(({ unknown }) => unknown === true)) return [];
  const allowed = new Set(by.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]));
  return traced.inputs.flatMap((input) =>
    pairing.standsFor(input).some((artifact) => allowed.has(artifact))
      ? []
      : [`edge that no node has: ${shown(traced)} takes ${input}`],
  );
}

const details = ["severity", "bound", "resource", "query", "table", "mode", "explicit", "default"] as const;

function detailDifferences(text: Operator, traced: Operator): string[] {
  return details
    .filter((key) => isTold(text, key) && JSON.stringify(text[key]) !== JSON.stringify(traced[key]))
    .map((key) => `${key}: ${shown(traced)} has ${JSON.stringify(traced[key])}, not ${JSON.stringify(text[key])}`);
}

/** What the text does not tell is left out, or a default of unknown type, which is honest. */
function isTold(text: Operator, key: (typeof details)[number]): boolean {
  return text[key] !== undefined && !(key === "default" && text.default?.type === "unknown");
}

function nameDifferences(text: Operator, traced: Operator, pairing: Pairing): string[] {
  if (text.name !== traced.name) return [`name: ${shown(traced)} is not ${JSON.stringify(text.name)}`];
  return traced.outputs.flatMap((output, index) => {
    const [one, other] = [pairing.textArtifact(text.outputs[index] ?? ""), pairing.tracedArtifact(output)];
    return bare(one?.name) === bare(other?.name)
      ? []
      : [`name: the artifact ${other?.name ?? ""} is not ${one?.name ?? "there"}`];
  });
}

/** Without the number that makes it unique: behind a vague node it may be another one. */
function bare(name: string | undefined): string | undefined {
  return name?.replace(/ \(\d+\)$/, "");
}

function saysLess({ pairs }: Pairing): boolean {
  return pairs.some(([text, traced]) => details.some((key) => !isTold(text, key) && traced[key] !== undefined));
}

function workflowDifferences(text: Graph, traced: Graph, pairing: Pairing): string[] {
  const [named, known] = [byName(text), byName(traced)];
  return [
    ...[...named]
      .filter(([key, { name, operators }]) => name !== null && !known.has(key) && !operators.some(isVague))
      .map(([, { name }]) => `invented: the workflow ${name ?? ""}`),
    ...[...known].flatMap(([key, workflow]) => {
      const other = named.get(key);
      if (other !== undefined) return membershipDifferences(other, workflow, pairing);
      return workflow.name === null
        ? pairing
            .unreached(workflow.operators)
            .map((operator) => `published, though nothing reaches it: ${shown(operator)}`)
        : [`missing: the workflow ${workflow.name}`];
    }),
  ];
}

/** Of several publications of one name, the first is that of the first, and so on. */
function byName({ workflows }: Graph): ReadonlyMap<string, Workflow> {
  const named = new Map<string, Workflow>();
  for (const workflow of workflows) {
    let key = JSON.stringify(workflow.name);
    while (named.has(key)) key += "+";
    named.set(key, workflow);
  }
  return named;
}

function membershipDifferences(text: Workflow, traced: Workflow, pairing: Pairing): string[] {
  const own = new Set(text.operators.map(({ id }) => id));
  const wanted = new Set(traced.operators.flatMap(({ id }) => pairing.nodesFor(id)));
  const name = traced.name ?? "what nothing publishes";
  return [
    ...(["engine", "schedule"] as const)
      .filter((key) => text[key] !== traced[key] && !(key === "schedule" && text.unknownSchedule === true))
      .map((key) => `${key}: ${name} has ${String(traced[key])}, not ${String(text[key])}`),
    ...(text.source?.line === traced.source?.line ? [] : [`line: ${name} is published on ${traced.source?.line ?? 0}`]),
    ...traced.operators
      .filter(({ id }) => {
        const nodes = pairing.nodesFor(id);
        const isExcused = (node: string): boolean => traced.name === null && pairing.mayBeReached.has(node);
        return nodes.length > 0 && !nodes.some((node) => own.has(node) || isExcused(node));
      })
      .map((operator) => `not in ${name}: ${shown(operator)}`),
    ...text.operators
      .filter(({ id }) => !wanted.has(id) && pairing.hasPair(id) && !pairing.mayBeReached.has(id))
      .map((operator) => `wrongly in ${name}: ${shown(operator)}`),
  ];
}

function isVague({ repeated, unknown }: Operator): boolean {
  return repeated === true || unknown === true;
}

function shown({ kind, name, source }: Operator): string {
  return `${kind} ${JSON.stringify(name)} of ${source.file}:${source.line}`;
}
