import { exactText } from "../model/exactJson.js";
import { durationText } from "../model/durationText.js";
import type { Manifest } from "../model/manifest.js";
import { failureOfOperator, type OperatorRun, type Run } from "../model/run.js";
import type { OperatorKind } from "../model/workflow.js";
import { countOf, kindWord } from "../model/words.js";
import type { Fact, HistoryNode } from "./historyNode.js";
import { artifactNode, logNode, shortened, traceNode } from "./operatorParts.js";
import { bytes, operatorOutcomeLine } from "./outcome.js";
import { callReasonText, reusedText, sameText, whyText } from "./reusedText.js";
import { operatorColor, operatorWord, unreadableMark, type Mark } from "./stateWords.js";
import { durationBetween, fullTime, type TimeStyle } from "./times.js";
import { ofName } from "../model/ofName.js";

/** An operator of a run, with what it gave, its log and, where it failed, its trace first. */
export function operatorNode(
  operator: OperatorRun,
  run: Run,
  folder: string,
  style: TimeStyle | undefined,
): HistoryNode {
  const place = { folder, target: run.target, rid: run.rid, operator: operator.operator };
  const id = `operator|${folder}|${run.target}|${run.rid}|${operator.operator}`;
  const { manifest, kind, state } = operator;
  const reference = { kind: "operatorRun", ...place } as const;
  const artifacts = manifest?.artifacts ?? [];
  const failure = failureOfOperator(operator);
  const children = [
    ...(failure === null ? [] : [traceNode(id, reference, failure.message)]),
    ...artifacts.map((artifact) => artifactNode(id, artifact, artifacts.length, place)),
    ...(kind === "parameter" || operator.tryNumber === 0 ? [] : [logNode(id, reference)]),
  ];
  const why = whyText(manifest, style);
  const words = [
    ...(operator.unreadable === undefined ? [] : ["can't be read"]),
    ...(state === "succeeded" || operator.unreadable !== undefined ? [] : [operatorWord(state)]),
    ...outcome(operator, run),
    ...timeTaken(operator, style),
  ];
  return {
    id,
    kind: "operator",
    label: operator.name,
    description: words.join(" · "),
    mark: markOf(operator),
    facts: operatorFacts(operator, style),
    spoken: [
      operator.name,
      kind === null ? "operator" : kindWord(kind),
      ...(state === "succeeded" ? ["succeeded"] : []),
      ...words,
      ...(manifest?.reused === undefined ? (why === null ? [] : [why]) : [sameText(manifest.reused)]),
    ].join(", "),
    context: [
      "operator",
      ...(artifacts.length > 0 ? ["value"] : []),
      ...(children.some((child) => child.kind === "log") ? ["log"] : []),
      ...(failure === null ? [] : ["trace"]),
    ],
    reference,
    folder,
    children,
  };
}

function markOf({ kind, state, unreadable }: OperatorRun): Mark {
  if (unreadable !== undefined) return unreadableMark;
  if (state === "running") return { icon: "loading~spin", color: null };
  return { icon: kind === null ? "circle-outline" : kindIcons[kind], color: operatorColor(state) };
}

/** What it came to; of a parameter its value in this run. */
function outcome(run: OperatorRun, { parameters }: Run): readonly string[] {
  const { operator, name, kind } = run;
  const value = kind === "parameter" ? (ofName(parameters, operator) ?? ofName(parameters, name)) : undefined;
  const line = value === undefined ? operatorOutcomeLine(run) : exactText(value);
  return line === "" ? [] : [shortened(line)];
}

function timeTaken(
  { manifest, startedAt, endedAt, kind }: OperatorRun,
  style: TimeStyle | undefined,
): readonly string[] {
  if (kind === "parameter") return [];
  const reused = reusedText(manifest, style);
  if (reused !== null) return [reused];
  const taken = manifest === null ? durationBetween(startedAt, endedAt) : durationText(manifest.wallSeconds);
  return taken === undefined ? [] : [taken];
}

function operatorFacts(run: OperatorRun, style: TimeStyle | undefined): readonly Fact[] {
  const { name, operator, kind, state, tryNumber, startedAt, endedAt, manifest, unreadable } = run;
  const failure = failureOfOperator(run);
  return [
    { label: "Operator", value: name === operator ? name : `${name} (${operator})` },
    ...(unreadable === undefined ? [] : [{ label: "Can't be read", value: unreadable }]),
    ...(kind === null ? [] : [{ label: "Kind", value: kindWord(kind) }]),
    { label: "State", value: operatorWord(state) },
    ...(failure === null
      ? []
      : [
          { label: "Failure", value: failure.message },
          ...(failure.tip === "" ? [] : [{ label: "What to do", value: failure.tip }]),
        ]),
    ...(startedAt === null ? [] : [{ label: "Started", value: fullTime(startedAt, style) }]),
    ...(endedAt === null ? [] : [{ label: "Ended", value: fullTime(endedAt, style) }]),
    ...(manifest === null ? [] : manifestFacts(manifest, style)),
    ...(tryNumber > 1 ? [{ label: "Try", value: String(tryNumber) }] : []),
  ];
}

function manifestFacts(
  { kind, wallSeconds, peakBytes, python, saved, build, reused, called }: Manifest,
  style: TimeStyle | undefined,
): readonly Fact[] {
  if (kind === "parameter") return [];
  const took = `${durationText(wallSeconds)} in the function itself`;
  return [
    reused === undefined
      ? { label: "Duration", value: took }
      : {
          label: "Reused",
          value: `not called: the values are those of run ${reused.rid.slice(0, 8)} of ${fullTime(reused.runStartedAt, style)}: ${sameText(reused)}`,
        },
    ...(called === undefined ? [] : [{ label: "Called", value: callReasonText(called) }]),
    ...(peakBytes === null ? [] : [{ label: "Memory", value: `${bytes(peakBytes)} at most` }]),
    ...(saved === null
      ? []
      : [
          {
            label: "Saved",
            value: `${countOf(saved.rows, "row")} into ${saved.table} of ${saved.resource} (${saved.mode})`,
          },
        ]),
    { label: "Python", value: python },
    { label: "Build", value: build.slice(0, 12) },
  ];
}

const kindIcons: Readonly<Record<OperatorKind, string>> = {
  extract: "database",
  function: "symbol-method",
  metric: "graph",
  check: "checklist",
  save: "save",
  parameter: "symbol-parameter",
  systemMetric: "pulse",
};
