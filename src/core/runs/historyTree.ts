import { whenOf, type LiveWorkflow, type Run, type UnreadableRun } from "../model/run.js";
import type { HistoryNode, TreeView } from "./historyNode.js";
import { standingOf } from "./stateWords.js";
import { moreNode, runNode } from "./runNode.js";
import { targetNode, type TargetTrouble } from "./targetNode.js";
import { unreadableNode } from "./unreadableNode.js";
import { workflowNode } from "./workflowNode.js";

/** The history of one folder, as it is to be shown. */
export interface TreeFolder {
  /** Absolute path. */
  readonly folder: string;
  readonly name: string;
  /** How many runs of each workflow on each target are shown. */
  readonly limit: number;
  readonly history: {
    readonly runs: readonly Run[];
    readonly targets: readonly TargetTrouble[];
    readonly workflows: readonly LiveWorkflow[];
    readonly unreadable: readonly UnreadableRun[];
  };
}

/** The *Runs* view of several folders: targets that do not answer, then workflows by name, each with its runs, newest first. */
export function historyTree(folders: readonly TreeFolder[], view: TreeView): readonly HistoryNode[] {
  return folders.flatMap((folder) => folderNodes(folder, view, folders.length > 1 ? folder.name : undefined));
}

/** How many runs are under way in a tree's folders. */
export function countUnderWay(folders: readonly TreeFolder[]): number {
  return folders
    .flatMap(({ history }) => history.runs)
    .filter(({ state, deleted }) => !deleted && (state === "queued" || state === "running")).length;
}

/** @param folderName where the window has several folders */
function folderNodes(folder: TreeFolder, view: TreeView, folderName: string | undefined): readonly HistoryNode[] {
  const { history } = folder;
  const troubles = history.targets
    .filter(({ state }) => state !== "answers")
    .map((trouble) => targetNode(folder.folder, trouble));
  const workflows = workflowsOf(folder).flatMap(({ workflow, target, live }) => {
    const runs = history.runs.filter((run) => run.workflow === workflow && run.target === target).sort(newestFirst);
    const shown = runs.slice(0, Math.max(folder.limit, runs.findLastIndex(isGoingOn) + 1));
    const fitting = shown.filter((run) => view.filter.size === 0 || view.filter.has(standingOf(run)));
    const hasMore = runs.length > shown.length;
    const lost = history.unreadable.filter((run) => run.workflow === workflow && run.target === target);
    if (fitting.length === 0 && lost.length === 0 && view.filter.size > 0 && !hasMore) return [];
    const place = { folder: folder.folder, workflow, target };
    const children = [
      ...inOrder([
        ...fitting.map((run) => ({ when: whenOf(run), node: runNode(run, folder.folder, view) })),
        ...lost.map((run) => ({ when: run.startedAt ?? "", node: unreadableNode(run, folder.folder, view) })),
      ]),
      ...(hasMore ? [moreNode(place, shown.length)] : []),
    ];
    return [
      workflowNode({
        ...place,
        live,
        newest: runs[0],
        folderName,
        children,
        ...(view.style === undefined ? {} : { style: view.style }),
      }),
    ];
  });
  return [...troubles, ...workflows];
}

interface Place {
  readonly workflow: string;
  readonly target: string;
  readonly live: LiveWorkflow | undefined;
}

/** What is published somewhere, and what has run. By name, this machine first. */
function workflowsOf({ history }: TreeFolder): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { workflow, target } of history.runs)
    places.set(`${workflow}\0${target}`, { workflow, target, live: undefined });
  for (const { workflow, target } of history.unreadable)
    places.set(`${workflow}\0${target}`, { workflow, target, live: undefined });
  for (const live of history.workflows)
    places.set(`${live.workflow}\0${live.target}`, { workflow: live.workflow, target: live.target, live });
  const rank = ({ target }: Place): string => (target === "local" ? "" : target);
  return [...places.values()].sort(
    (left, right) => left.workflow.localeCompare(right.workflow) || rank(left).localeCompare(rank(right)),
  );
}

/** Newest first; what stands at the same time keeps its order. */
function inOrder(lines: readonly { readonly when: string; readonly node: HistoryNode }[]): readonly HistoryNode[] {
  return [...lines].sort((left, right) => right.when.localeCompare(left.when)).map(({ node }) => node);
}

function newestFirst(left: Run, right: Run): number {
  return whenOf(right).localeCompare(whenOf(left));
}

function isGoingOn({ state, deleted }: Run): boolean {
  return !deleted && (state === "queued" || state === "running");
}
