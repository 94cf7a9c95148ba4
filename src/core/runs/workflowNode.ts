import type { LiveWorkflow, Run } from "../model/run.js";
import type { Fact, HistoryNode } from "./historyNode.js";
import { scheduleWords } from "../airflow/cron/words.js";
import { dueTime, fullTime, type TimeStyle } from "./times.js";

export interface WorkflowFacts {
  readonly folder: string;
  /** Where the window has several. */
  readonly folderName: string | undefined;
  readonly workflow: string;
  readonly target: string;
  /** Undefined on this machine. */
  readonly live: LiveWorkflow | undefined;
  readonly newest: Run | undefined;
  readonly children: readonly HistoryNode[];
  readonly style?: TimeStyle;
}

/** A workflow on a target: its schedule in words, whether it is paused, when it runs next. */
export function workflowNode({
  folder,
  folderName,
  workflow,
  target,
  live,
  newest,
  children,
  style,
}: WorkflowFacts): HistoryNode {
  const isLocal = target === "local";
  const description = [
    isLocal ? "this machine" : target,
    ...(live === undefined ? [] : liveWords(live, style)),
    ...(folderName === undefined ? [] : [folderName]),
  ];
  const isPaused = live?.dag?.isPaused === true;
  return {
    id: `workflow|${folder}|${target}|${workflow}`,
    kind: "workflow",
    label: workflow,
    description: description.join(" · "),
    mark: { icon: isPaused ? "debug-pause" : isLocal ? "device-desktop" : "cloud", color: null },
    facts: [
      ...(live?.description === undefined ? [] : [{ label: "Description", value: live.description }]),
      { label: "Target", value: isLocal ? "this machine" : target },
      ...(live === undefined ? [] : liveFacts(live, style)),
      ...(newest?.startedAt == null ? [] : [{ label: "Last run", value: fullTime(newest.startedAt, style) }]),
      { label: "Folder", value: folder },
    ],
    spoken: `${workflow}, ${description.join(", ")}`,
    context: ["workflow", isLocal ? "local" : "airflow", ...(live === undefined ? [] : ["published"])],
    reference: { kind: "published", folder, workflow, target },
    folder,
    children,
  };
}

function liveWords({ schedule, dag }: LiveWorkflow, style: TimeStyle | undefined): readonly string[] {
  const next =
    dag?.isPaused === true ? "paused" : dag?.nextRun == null ? undefined : `next ${dueTime(dag.nextRun, style)}`;
  return [...(schedule === null ? [] : [scheduleWords(schedule)]), ...(next === undefined ? [] : [next])];
}

function liveFacts(
  { url, dagId, build, publishedAt, publishedBy, schedule, dag }: LiveWorkflow,
  style: TimeStyle | undefined,
): readonly Fact[] {
  return [
    { label: "Schedule", value: schedule === null ? scheduleWords(null) : `${scheduleWords(schedule)} (${schedule})` },
    ...(dag === null
      ? [{ label: "State", value: "Airflow has not told of it" }]
      : [
          {
            label: "State",
            value: dag.isPaused ? "paused in Airflow: nothing starts until somebody un-pauses it there" : "active",
          },
        ]),
    ...(dag?.nextRun == null || dag.isPaused ? [] : [{ label: "Next run", value: fullTime(dag.nextRun, style) }]),
    { label: "Build", value: build.slice(0, 12) },
    { label: "Published", value: `${fullTime(publishedAt, style)} by ${publishedBy}` },
    { label: "DAG", value: `${dagId} at ${url}` },
  ];
}
