import type { UnreadableRun } from "../model/run.js";
import type { HistoryNode, TreeView } from "./historyNode.js";
import { unreadableMark } from "./stateWords.js";
import { fullTime, shortTime } from "./times.js";

/** A run that can't be read, in its place among the others. */
export function unreadableNode(run: UnreadableRun, folder: string, { style }: TreeView): HistoryNode {
  const { target, workflow, rid, startedAt, message } = run;
  const label = startedAt === null ? (rid ?? "A run") : shortTime(startedAt, style);
  return {
    id: `unreadable|${folder}|${target}|${workflow}|${rid ?? message}`,
    kind: "unreadable",
    label,
    description: `can't be read · ${target}`,
    mark: unreadableMark,
    facts: [
      { label: "Can't be read", value: message },
      ...(startedAt === null ? [] : [{ label: "Started", value: fullTime(startedAt, style) }]),
    ],
    spoken: `Run of ${label}, can't be read. ${message}`,
    context: ["unreadable"],
    reference: null,
    folder,
    children: [],
  };
}
