import type { Graph, OperatorId, Workflow } from "../../src/core/model/workflow.js";
import type { Caret, PanelContent, PanelView } from "../../src/protocol/graphPanel.js";

export type Transform = PanelView["transform"];

/** Everything the page shows. The host keeps what has to outlive the page. */
export interface PanelState {
  /** Undefined until the host has answered for the first time. */
  readonly content: PanelContent | undefined;
  /** Index of the shown workflow in the file's graph. */
  readonly workflow: number;
  readonly selected: OperatorId | null;
  /** Operators at the editor's caret. */
  readonly atCaret: readonly OperatorId[];
  /** Undefined: the whole graph is fitted into the window as soon as it is laid out. */
  readonly transform: Transform | undefined;
}

export type PanelAction =
  | { readonly type: "contentChanged"; readonly content: PanelContent }
  | { readonly type: "caretMoved"; readonly caret: Caret }
  | { readonly type: "operatorSelected"; readonly id: OperatorId }
  | { readonly type: "workflowPicked"; readonly index: number }
  | { readonly type: "transformed"; readonly transform: Transform };

export const initialState: PanelState = { content: undefined, workflow: 0, selected: null, atCaret: [], transform: undefined };

export function reduce(state: PanelState, action: PanelAction): PanelState {
  switch (action.type) {
    case "contentChanged":
      return withContent(state, action.content);
    case "caretMoved":
      return withCaret(state, action.caret);
    case "operatorSelected":
      return { ...state, selected: action.id };
    case "workflowPicked":
      return action.index === state.workflow ? state : { ...state, workflow: action.index, selected: null, transform: undefined };
    case "transformed":
      return { ...state, transform: action.transform };
  }
}

/** The workflow on show; undefined where there is none to show. */
export function shownWorkflow({ content, workflow }: PanelState): Workflow | undefined {
  return content?.kind === "graph" ? content.graph.workflows[workflow] : undefined;
}

/** What the host is to keep; undefined while there is nothing worth keeping. */
export function viewOf(state: PanelState): PanelView | undefined {
  const workflow = shownWorkflow(state);
  if (state.content?.kind !== "graph" || !workflow || !state.transform) return undefined;
  return { uri: state.content.uri, workflow: workflow.name, selected: state.selected, transform: state.transform };
}

function withContent(state: PanelState, content: PanelContent): PanelState {
  if (content.kind !== "graph") return { ...state, content, atCaret: [] };
  const before = state.content?.kind === "graph" && state.content.uri === content.uri ? state : undefined;
  const next = before ? sameFile(before, content) : otherFile(content);
  return withCaret({ ...next, content }, content.caret);
}

function sameFile(state: PanelState, { graph }: Extract<PanelContent, { kind: "graph" }>): PanelState {
  const workflow = workflowLike(state, graph);
  const selected = graph.workflows[workflow]?.operators.some(({ id }) => id === state.selected) ? state.selected : null;
  return { ...state, workflow, selected };
}

function otherFile({ graph, view }: Extract<PanelContent, { kind: "graph" }>): PanelState {
  if (!view) return { ...initialState };
  const workflow = graph.workflows.findIndex(({ name }) => name === view.workflow);
  if (workflow < 0) return { ...initialState };
  const selected = graph.workflows[workflow]?.operators.some(({ id }) => id === view.selected) ? view.selected : null;
  return { ...initialState, workflow, selected, transform: view.transform };
}

/** The shown workflow after an edit: by its name, else (it may just be getting a new one) by its place. */
function workflowLike(state: PanelState, graph: Graph): number {
  const name = shownWorkflow(state)?.name;
  const byName = name === undefined ? -1 : graph.workflows.findIndex((workflow) => workflow.name === name);
  return byName >= 0 ? byName : Math.max(0, Math.min(state.workflow, graph.workflows.length - 1));
}

/**
 * Selection follows the caret, to another workflow of the file if need be. A caret between operators changes nothing,
 * nor does one in an operator without a workflow: every call is that while it is being typed, and the graph must not
 * jump away from what the call will become part of.
 */
function withCaret(state: PanelState, { operators }: Caret): PanelState {
  const moved = { ...state, atCaret: operators };
  if (state.content?.kind !== "graph" || operators.length === 0) return moved;
  if (sameMembers(operators, state.atCaret) || (state.selected !== null && operators.includes(state.selected))) return moved;
  const { workflows } = state.content.graph;
  const has = (workflow: Workflow | undefined): boolean => workflow?.operators.some(({ id }) => operators.includes(id)) ?? false;
  const index = has(workflows[state.workflow]) ? state.workflow : workflows.findIndex((workflow) => workflow.name !== null && has(workflow));
  if (index < 0) return moved;
  const selected = workflows[index]?.operators.find(({ id }) => operators.includes(id))?.id ?? null;
  return index === state.workflow ? { ...moved, selected } : { ...moved, workflow: index, selected, transform: undefined };
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
