import { exactText } from "../model/exactJson.js";
import { failureOfOperator, type Run } from "../model/run.js";
import type { Fact, HistoryNode, TreeView } from "./historyNode.js";
import { failedOperator } from "./lensStates.js";
import { operatorNode } from "./operatorNode.js";
import { progressOf } from "./progress.js";
import { runMark, runWord, standingOf } from "./stateWords.js";
import { durationBetween, fullTime, shortTime, type TimeStyle } from "./times.js";
import { countOf } from "../model/words.js";

/** A run: when, how it stands, how long it took, its build and engine. */
export function runNode(run: Run, folder: string, { watched, style }: TreeView): HistoryNode {
  const standing = standingOf(run);
  const isUnderWay = !run.deleted && (standing === "queued" || standing === "running");
  const isWatched = watched.has(run.rid);
  const began = run.startedAt ?? run.queuedAt;
  const label = began === null ? run.runId : shortTime(began, style);
  const words = [
    // First: a narrow view shows no more than the beginning.
    ...(run.deleted ? ["deleted in Airflow"] : []),
    ...(run.unreadable === undefined ? [] : ["can't be read in full"]),
    ...(standing === "succeeded" ? [] : [standing === "warning" ? "warning" : runWord(standing)]),
    ...(standing === "failed" ? maybe(failedOperator(run)?.name) : []),
    ...(standing === "running" ? [progress(run)] : []),
    ...(run.only === undefined ? [] : [`up to ${run.only}`]),
    ...maybe(durationBetween(run.startedAt, run.endedAt)),
    ...reusedIn(run),
    ...(run.build === null ? [] : [run.build.slice(0, 7)]),
    run.target,
    ...(isWatched && isUnderWay ? ["watched"] : []),
  ];
  return {
    id: `run|${folder}|${run.target}|${run.rid}`,
    kind: "run",
    label,
    description: words.join(" · "),
    mark: runMark(standing),
    facts: runFacts(run, style),
    spoken: `Run of ${label}, ${[...(standing === "succeeded" ? ["succeeded"] : []), ...words].join(", ")}`,
    context: [
      "run",
      run.target === "local" ? "local" : "airflow",
      isUnderWay ? "underway" : "ended",
      ...(run.build === null ? [] : ["built"]),
      ...(run.deleted ? ["deleted"] : []),
      ...(isWatched ? ["watched"] : []),
    ],
    reference: { kind: "run", folder, target: run.target, rid: run.rid },
    folder,
    children: run.operators.map((operator) => operatorNode(operator, run, folder, style)),
  };
}

/** Stands behind the last run that is shown where there are more. */
export function moreNode(
  { folder, workflow, target }: { readonly folder: string; readonly workflow: string; readonly target: string },
  shown: number,
): HistoryNode {
  return {
    id: `more|${folder}|${target}|${workflow}`,
    kind: "more",
    label: "More…",
    description: `${countOf(shown, "run")} shown`,
    mark: { icon: "ellipsis", color: null },
    facts: [{ label: "More", value: "Shows older runs." }],
    spoken: `More, shows older runs of ${workflow}. ${shown} are shown.`,
    context: ["more"],
    reference: { kind: "published", folder, workflow, target },
    folder,
    children: [],
  };
}

function runFacts(run: Run, style: TimeStyle | undefined): readonly Fact[] {
  const time = (label: string, at: string | null): readonly Fact[] =>
    at === null ? [] : [{ label, value: fullTime(at, style) }];
  const failures = run.operators.flatMap((one) => {
    const failure = failureOfOperator(one);
    if (failure === null) return [];
    return [
      { label: `${one.name} failed`, value: [failure.message, failure.tip].filter((text) => text !== "").join(" ") },
    ];
  });
  const parameters = Object.entries(run.parameters);
  return [
    { label: "Workflow", value: run.workflow },
    {
      label: "State",
      value: `${runWord(standingOf(run))}${run.deleted ? "; deleted in Airflow, what the store has kept of it is shown" : ""}`,
    },
    ...(run.unreadable ?? []).map((value) => ({ label: "Can't be read", value })),
    ...failures,
    { label: "Engine", value: run.target === "local" ? "this machine" : `Airflow “${run.target}”` },
    ...(run.only === undefined
      ? []
      : [{ label: "Operators", value: `${run.only} and what it needs; nothing was saved` }]),
    ...time("Queued", run.queuedAt),
    ...time("Started", run.startedAt),
    ...time("Ended", run.endedAt),
    ...maybe(durationBetween(run.startedAt, run.endedAt)).map((value) => ({ label: "Duration", value })),
    ...(run.build === null ? [] : [{ label: "Build", value: run.build.slice(0, 12) }]),
    ...(parameters.length === 0
      ? []
      : [
          {
            label: "Parameters",
            value: parameters.map(([name, value]) => `${name} = ${exactText(value)}`).join(", "),
          },
        ]),
    { label: "Run id", value: run.runId },
  ];
}

function progress(run: Run): string {
  const { done, of } = progressOf(run);
  return `${done} of ${of}`;
}

function reusedIn({ operators }: Run): readonly string[] {
  const count = operators.filter(({ manifest }) => manifest?.reused !== undefined).length;
  return count === 0 ? [] : [`${count} reused`];
}

function maybe<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
