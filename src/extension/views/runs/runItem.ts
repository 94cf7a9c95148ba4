import path from "node:path";
import * as vscode from "vscode";
import { projectFile, type HistoryNode, type TargetRemedy } from "../../../core/index.js";
import { forLabel } from "../../../platform/shownText.js";
import { ids } from "../../ids.js";
import { createTreeItem, factsTooltip } from "../../shown.js";

/** A line of the history as VS Code draws it. */
export function runItem(node: HistoryNode): vscode.TreeItem {
  const item = createTreeItem(node.label, node.description, collapsing(node));
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon(
    node.mark.icon,
    node.mark.color === null ? undefined : new vscode.ThemeColor(node.mark.color),
  );
  item.tooltip = factsTooltip(node.facts);
  item.contextValue = node.context.join(" ");
  item.accessibilityInformation = { label: forLabel(node.spoken) };
  const command = commandOf(node);
  if (command !== undefined) item.command = command;
  return item;
}

function collapsing({ kind, children }: HistoryNode): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return kind === "workflow" ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

/** What a click or Enter does on a line that has nothing to unfold. */
function commandOf(node: HistoryNode): vscode.Command | undefined {
  const reference = [node.reference];
  switch (node.kind) {
    case "artifact":
      return { command: ids.openValue, title: "Open Value", arguments: reference };
    case "log":
      return { command: ids.openLog, title: "Open Log", arguments: reference };
    case "trace":
      return { command: ids.openTrace, title: "Open Trace", arguments: reference };
    case "more":
      return { command: ids.moreRuns, title: "More", arguments: reference };
    case "target":
      return remedy(node);
    default:
      return undefined;
  }
}

function remedy({ context, folder, reference }: HistoryNode): vscode.Command {
  if (context.includes("signIn" satisfies TargetRemedy))
    return { command: ids.connectAirflow, title: "Sign In", arguments: [reference] };
  if (context.includes("retry" satisfies TargetRemedy)) return { command: ids.refreshRuns, title: "Retry" };
  return {
    command: "vscode.open",
    title: `Open ${projectFile}`,
    arguments: [vscode.Uri.file(path.join(folder, projectFile))],
  };
}
