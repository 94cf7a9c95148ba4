import type { HistoryNode } from "./historyNode.js";

/**
 * What must be drawn anew: ids of nodes that changed themselves or whose children came, went or moved. Nothing below such a node is listed, since it is drawn with
 * it. Null stands for the top.
 */
export function treeChanges(before: readonly HistoryNode[], after: readonly HistoryNode[]): readonly (string | null)[] {
  if (!sameOrder(before, after)) return [null];
  return below(before, after);
}

function below(before: readonly HistoryNode[], after: readonly HistoryNode[]): readonly string[] {
  return after.flatMap((node, index) => {
    const earlier = before[index];
    if (earlier === undefined || own(earlier) !== own(node) || !sameOrder(earlier.children, node.children))
      return [node.id];
    return below(earlier.children, node.children);
  });
}

function sameOrder(before: readonly HistoryNode[], after: readonly HistoryNode[]): boolean {
  return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}

function own(node: HistoryNode): string {
  return JSON.stringify({ ...node, children: null });
}
