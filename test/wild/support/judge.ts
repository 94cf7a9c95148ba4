import { isDeepStrictEqual } from "node:util";
import { compareWithTrace } from "../../../src/core/trace/compare.js";
import type { Failure } from "../../../src/core/model/manifest.js";
import type { Problem } from "../../../src/core/model/problem.js";
import type { Graph, Operator } from "../../../src/core/model/workflow.js";
import type {
  ExpectedFailure,
  ExpectedOperator,
  ExpectedProblem,
  ExpectedRun,
  Expectation,
  Outcome,
  Way,
} from "./expectation.js";
import type { SeenFile, SeenOperator, SeenRun } from "./seen.js";

/** In what a case differs from the right outcome that it is nearest to: empty where it is right. */
export function differences(
  { anyOf }: Expectation,
  way: Way,
  file: SeenFile,
  runs: ReadonlyMap<string, SeenRun>,
): readonly string[] {
  return nearest(
    anyOf.map((outcome) => [
      ...ofProblems("check", outcome.check ?? [], file.text.problems),
      ...ofProblems("trace", outcome.trace ?? [], file.trace),
      ...(way === "here" ? ofGraph(file, outcome) : []),
      ...ofRuns(outcome, file, runs),
    ]),
  );
}

/** Why a case is to be looked at; undefined: it is as it should be, or fails as `expected` says. */
export function verdict(differences: readonly string[], expected: ExpectedFailure | undefined): string | undefined {
  if (expected === undefined) return differences.length === 0 ? undefined : differences.join("\n");
  if (differences.length === 0)
    return `It is right now: take ${expected.case} (${expected.way}) off the list in expectedFailures.json.`;
  const { shows } = expected;
  const others = differences.filter((difference) => !shows.some((piece) => difference.includes(piece)));
  const gone = shows.filter((piece) => !differences.some((difference) => difference.includes(piece)));
  if (others.length === 0 && gone.length === 0) return undefined;
  return [
    `It fails otherwise than expectedFailures.json says (${expected.reason})`,
    ...others.map((difference) => `not in the list: ${difference}`),
    ...gone.map((piece) => `in the list and not seen: ${piece}`),
  ].join("\n");
}

function nearest(all: readonly (readonly string[])[]): readonly string[] {
  const [first = ["The case names no right outcome."], ...others] = all;
  return others.reduce((best, one) => (one.length < best.length ? one : best), first);
}

function ofProblems(what: string, expected: readonly ExpectedProblem[], seen: readonly Problem[]): readonly string[] {
  const left = [...seen];
  const lacking = expected.filter((one) => {
    const at = left.findIndex((problem) => isThat(one, problem));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...lacking.map((one) => `${what}: no problem ${JSON.stringify(one)}`),
    ...left.map(({ line, severity, code, message }) => `${what}: line ${line}: ${severity} ${code}: ${message}`),
  ];
}

function isThat({ code, severity, line, says = [] }: ExpectedProblem, problem: Problem): boolean {
  return (
    (code ?? problem.code) === problem.code &&
    (severity ?? problem.severity) === problem.severity &&
    (line ?? problem.line) === problem.line &&
    says.every((piece) => problem.message.includes(piece))
  );
}

function ofGraph({ text, traced }: SeenFile, { graph }: Outcome): readonly string[] {
  if (traced === undefined) return [];
  const names = new Set([...text.workflows, ...traced.workflows].map(({ name }) => name));
  const shifted: string[] = [];
  const wrong = [...names].flatMap((name) => {
    const [read, ran] = [operatorsOf(text, name), operatorsOf(traced, name)];
    const shown = name ?? "(not published)";
    if (graph === "covered" && read.some(({ repeated, unknown }) => repeated ?? unknown)) {
      const of = (whole: Graph): Graph => ({ ...whole, workflows: whole.workflows.filter((one) => one.name === name) });
      const found = compareWithTrace(of(text), of(traced)).map(({ line, message }) => `line ${line}: ${message}`);
      return found.length === 0
        ? []
        : [`graph: ${shown}: ${found.length} nodes are neither the same nor marked; ${found[0] ?? ""}`];
    }
    const texts = [read.map(nodeText), ran.map(nodeText)] as const;
    const isSame = graph === "exact" ? isDeepStrictEqual : sameButColumns;
    if (isSame(...texts)) return [];
    if (isDeepStrictEqual(shapeOf(read), shapeOf(ran))) {
      if (graph !== "covered" || !hasMarkedBefore(text, name)) shifted.push(shown);
      return [];
    }
    return [
      `graph: ${shown}: the text shows ${texts[0].join(", ") || "nothing"}; running it ${texts[1].join(", ") || "nothing"}`,
    ];
  });
  return shifted.length === 0 ? wrong : [...wrong, `graph: the ids are other ones in ${shifted.join(", ")}`];
}

/** Whether a node of a workflow before this one may stand for several, or none, which moves the numbers of the ids behind it. */
function hasMarkedBefore({ workflows }: Graph, name: string | null): boolean {
  const at = workflows.findIndex((one) => one.name === name);
  return workflows.slice(0, at).some(({ operators }) => operators.some(({ repeated, unknown }) => repeated ?? unknown));
}

function sameButColumns(one: readonly string[], other: readonly string[]): boolean {
  const withoutColumn = (text: string): string => text.replace(/(:\d+):\d+/, "$1");
  return isDeepStrictEqual(one.map(withoutColumn), other.map(withoutColumn));
}

/** The graph with its ids replaced by places, which a node of another workflow does not move. */
function shapeOf(operators: readonly Operator[]): readonly unknown[] {
  const places = new Map(operators.flatMap(({ outputs }, at) => outputs.map((output, of) => [output, `${at}.${of}`])));
  return operators.map(({ kind, name, inputs, source: { file, line }, repeated, unknown }) => {
    return [kind, name, inputs.map((input) => places.get(input)), file, line, repeated, unknown];
  });
}

function operatorsOf({ workflows }: Graph, name: string | null): readonly Operator[] {
  return workflows.find((one) => one.name === name)?.operators ?? [];
}

function nodeText({ kind, id, name, inputs, outputs, source, repeated, unknown }: Operator): string {
  const marks = [...(repeated === true ? [" repeated"] : []), ...(unknown === true ? [" unknown"] : [])].join("");
  const gives = isDeepStrictEqual(outputs, [id]) ? "" : ` → ${outputs.join(" ")}`;
  const called = name === id ? "" : ` ${JSON.stringify(name)}`;
  return `${kind} ${id}${called}(${inputs.join(" ")})${gives} at ${source.file}:${source.line}:${source.column}${marks}`;
}

function ofRuns(
  { trace = [], runs = {} }: Outcome,
  { builds }: SeenFile,
  seen: ReadonlyMap<string, SeenRun>,
): readonly string[] {
  if (trace.some(({ severity }) => severity === "error")) {
    const built = [...builds].filter(([, refusal]) => refusal === null);
    return built.map(([name]) => `build: there is one of ${name}, though its file has errors`);
  }
  return Object.entries(runs).flatMap(([name, expected]) => {
    const run = seen.get(name);
    if (run === undefined) return [`build: there is none of ${name}: ${builds.get(name) ?? "nothing was said"}`];
    return ofRun(name, expected, run);
  });
}

function ofRun(name: string, { state = "succeeded", operators = {} }: ExpectedRun, run: SeenRun): readonly string[] {
  if (run.refused !== undefined) return [`run: ${name}: ${run.refused}`];
  const unknown = Object.keys(operators).filter((id) => !run.operators.has(id));
  const seen = [...run.operators].map(([id, one]) => ({ id, one, expected: operators[id] ?? {} }));
  const causes = [
    ...unknown.map((id) => `there is no operator ${id}`),
    ...seen.filter(({ one, expected }) => !isKept(one, expected)).flatMap(differencesOf),
  ];
  // What kept an operator from running is told of another one, unless that one was to fail: then the case names those that it keeps.
  const found = causes.length > 0 ? causes : seen.filter(({ id }) => id in operators).flatMap(differencesOf);
  const wrong = found.length > 0 || run.state === state ? found : [`the run ${run.state}, not ${state}`];
  return wrong.map((difference) => `run: ${name}: ${difference}`);
}

interface Judged {
  readonly id: string;
  readonly one: SeenOperator;
  readonly expected: ExpectedOperator;
}

function differencesOf({ id, one, expected }: Judged): readonly string[] {
  return ofOperator(expected, one).map((difference) => `${id}: ${difference}`);
}

/** Whether an operator that was to succeed did not run because of another one. */
function isKept({ state }: SeenOperator, expected: ExpectedOperator): boolean {
  return state === "upstreamFailed" && stateOf(expected) === "succeeded";
}

function stateOf({ state, failure }: ExpectedOperator): string {
  return state ?? (failure === undefined ? "succeeded" : "failed");
}

function ofOperator(expected: ExpectedOperator, seen: SeenOperator): readonly string[] {
  const { failure } = seen;
  const words = failure === null ? "" : `${failure.message} ${failure.tip}`;
  const state = stateOf(expected);
  if (seen.state !== state) return [`${seen.state}, not ${state}${words === "" ? "" : `: ${words}`}`];
  return failure === null ? ofSuccess(expected, seen) : ofFailure(expected.failure ?? {}, failure, words);
}

function ofFailure(
  { type, says = [], line }: NonNullable<ExpectedOperator["failure"]>,
  failure: Failure,
  words: string,
): readonly string[] {
  const at = failure.trace.at(-1)?.line;
  return [
    ...((type ?? failure.type) === failure.type ? [] : [`fails as ${failure.type}, not as ${type ?? ""}: ${words}`]),
    ...lacking(says, words).map((piece) => `its failure does not say ${piece}: ${words}`),
    ...((line ?? at) === at ? [] : [`fails on line ${at ?? "?"}, not ${line ?? "?"}: ${words}`]),
  ];
}

function ofSuccess(
  { value, log = [], preview = [], previewLacks = [] }: ExpectedOperator,
  seen: SeenOperator,
): readonly string[] {
  const excess = previewLacks.filter((piece) => seen.preview.includes(piece));
  return [
    ...(value === undefined || isDeepStrictEqual(seen.value, value)
      ? []
      : [`gives ${JSON.stringify(seen.value)}, not ${JSON.stringify(value)}`]),
    ...lacking(log, seen.log).map((piece) => `its log lacks ${piece}`),
    ...lacking(preview, seen.preview).map((piece) => `its preview lacks ${piece}: ${seen.preview}`),
    ...excess.map((piece) => `its preview holds ${piece}: ${seen.preview}`),
  ];
}

function lacking(pieces: readonly string[], text: string): readonly string[] {
  return pieces.filter((piece) => !text.includes(piece));
}
