import { isDeepStrictEqual } from "node:util";
import { compareWithTrace } from "../../../src/core/index.js";
import type { Failure } from "../../../src/core/model/manifest.js";
import type { Problem } from "../../../src/core/model/problem.js";
import type { Operator, Workflow } from "../../../src/core/model/workflow.js";
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
  const isCovered = (name: string | null): boolean =>
    graph === "covered" && workflow(text.workflows, name).some(({ repeated, unknown }) => repeated ?? unknown);
  const covered = compareWithTrace(
    { ...text, workflows: text.workflows.filter(({ name }) => isCovered(name)) },
    { ...traced, workflows: traced.workflows.filter(({ name }) => isCovered(name)) },
  );
  return [
    ...[...names]
      .filter((name) => !isCovered(name))
      .flatMap((name) => ofWorkflow(name, text.workflows, traced.workflows)),
    ...covered.map(({ line, message }) => `graph: line ${line}: ${message}`),
  ];
}

function ofWorkflow(name: string | null, text: readonly Workflow[], traced: readonly Workflow[]): readonly string[] {
  const [read, ran] = [workflow(text, name).map(nodeText), workflow(traced, name).map(nodeText)];
  if (isDeepStrictEqual(read, ran)) return [];
  return [
    `graph: ${name ?? "(not published)"}: the text shows ${read.join(", ") || "nothing"}; running it ${ran.join(", ") || "nothing"}`,
  ];
}

function workflow(all: readonly Workflow[], name: string | null): readonly Operator[] {
  return all.find((one) => one.name === name)?.operators ?? [];
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
  const unknown = Object.keys(operators).filter((id) => !run.operators.has(id));
  const found = [
    ...unknown.map((id) => `there is no operator ${id}`),
    ...[...run.operators].flatMap(([id, seen]) =>
      ofOperator(operators[id] ?? {}, seen).map((difference) => `${id}: ${difference}`),
    ),
  ];
  const wrong = found.length > 0 || run.state === state ? found : [`the run ${run.state}, not ${state}`];
  return wrong.map((difference) => `run: ${name}: ${difference}`);
}

function ofOperator(expected: ExpectedOperator, seen: SeenOperator): readonly string[] {
  const { failure } = seen;
  const words = failure === null ? "" : `${failure.message} ${failure.tip}`;
  const state = expected.state ?? (expected.failure === undefined ? "succeeded" : "failed");
  if (seen.state !== state) {
    // What kept it from running is told of another operator.
    const isCause = seen.state !== "upstreamFailed" || state !== "succeeded";
    return isCause ? [`${seen.state}, not ${state}${words === "" ? "" : `: ${words}`}`] : [];
  }
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
