import type { RunStates } from "../../src/formats/graphPanel.js";
import type { NodeContext } from "../../src/formats/references.js";
import type { DiagramNode } from "./diagram.js";

/** What all nodes of a graph have in common. */
export interface GraphContext {
  readonly uri: string;
  readonly workflow: string | null;
  readonly run: Pick<RunStates, "folder" | "target" | "rid"> | undefined;
}

/** What a node's menu is about, as VS Code reads it from `data-vscode-context`. */
export function nodeContext(
  { uri, workflow, run }: GraphContext,
  { id, kind, status, neverCalled }: Pick<DiagramNode, "id" | "kind" | "status" | "neverCalled">,
): NodeContext {
  const parts = status?.parts ?? [];
  return {
    webviewSection: "operator",
    preventDefaultContextMenuItems: true,
    uri,
    workflow,
    operator: id,
    canRun: workflow !== null && !neverCalled && kind !== "parameter" && kind !== "save",
    ...(run !== undefined && status !== null ? { folder: run.folder, target: run.target, rid: run.rid } : {}),
    hasValue: parts.includes("value"),
    hasLog: parts.includes("log"),
    hasTrace: parts.includes("trace"),
  };
}
