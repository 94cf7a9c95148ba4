import type { Graph, OperatorId, Workflow } from "../../src/core/model/workflow.js";
import type { Caret, PanelContent, PanelView, Picked, RunStates } from "../../src/formats/graphPanel.js";

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
  /** The runs whose states are drawn, at most one for each workflow. */
  readonly states: readonly RunStates[];
  /** Undefined: the whole graph is fitted into the window as soon as it is laid out. */
  readonly transform: Transform | undefined;
}

export type PanelAction =
  | { readonly type: "contentChanged"; readonly content: PanelContent }
  | { readonly type: "caretMoved"; readonly caret: Caret }
  | { readonly type: "statesChanged"; readonly states: readonly RunStates[] }
  | { readonly type: "picked"; readonly picked: Picked }
  | { readonly type: "operatorSelected"; readonly id: OperatorId }
  | { readonly type: "workflowPicked"; readonly index: number }
  | { readonly type: "transformed"; readonly transform: Transform };

export const initialState: PanelState = {
  content: undefined,
  workflow: 0,
  selected: null,
  atCaret: [],
  states: [],
  transform: undefined,
};

export function reduce(state: PanelState, action: PanelAction): PanelState {
  switch (action.type) {
    case "contentChanged":
      return withContent(state, action.content);
    case "caretMoved":
      return withCaret(state, action.caret);
    case "statesChanged":
      return { ...state, states: action.states };
    case "picked":
      return withPicked(state, action.picked);
    case "operatorSelected":
      return { ...state, selected: action.id };
    case "workflowPicked":
      return action.index === state.workflow
        ? state
        : { ...state, workflow: action.index, selected: null, transform: undefined };
    case "transformed":
      return { ...state, transform: action.transform };
  }
}

/** The workflow on show; undefined where there is none to show. */
export function shownWorkflow({ content, workflow }: PanelState): Workflow | undefined {
  if (content?.kind !== "graph") return undefined;
  const { workflows, neverCalled = [] } = content.graph;
  return workflows[workflow] ?? (neverCalled.length > 0 ? nothingCalled : undefined);
}

/** Of a file that calls no operator. */
const nothingCalled: Workflow = {
  name: null,
  engine: null,
  schedule: null,
  source: null,
  operators: [],
  artifacts: [],
};

/** Whether an operator is drawn with a workflow: it is one of its own, or nothing calls it. */
function draws({ workflows, neverCalled = [] }: Graph, workflow: number, id: OperatorId | null): boolean {
  return [...(workflows[workflow]?.operators ?? []), ...neverCalled].some((operator) => operator.id === id);
}

/** The run whose states are drawn on the workflow on show. */
export function shownStates(state: PanelState): RunStates | undefined {
  const name = shownWorkflow(state)?.name;
  return name === null || name === undefined ? undefined : state.states.find(({ workflow }) => workflow === name);
}

/** What the host is to keep; undefined while there is nothing worth keeping. */
export function viewOf(state: PanelState): PanelView | undefined {
  const workflow = shownWorkflow(state);
  if (state.content?.kind !== "graph" || !workflow || !state.transform) return undefined;
  return { uri: state.content.uri, workflow: workflow.name, selected: state.selected, transform: state.transform };
}

function withContent(state: PanelState, content: PanelContent): PanelState {
  if (content.kind !== "graph") return { ...state, content, atCaret: [], states: [] };
  const before = state.content?.kind === "graph" && state.content.uri === content.uri ? state : undefined;
  const next = before ? sameFile(before, content) : otherFile(content);
  const moved = withCaret({ ...next, content, states: content.states }, content.caret);
  return content.picked === null ? moved : withPicked(moved, content.picked);
}

/** What the text no longer has is not picked. */
function withPicked(state: PanelState, { workflow, operator }: Picked): PanelState {
  if (state.content?.kind !== "graph") return state;
  const { workflows } = state.content.graph;
  const index = workflows.findIndex(({ name }) => name === workflow);
  if (index < 0) return state;
  const selected = draws(state.content.graph, index, operator)
    ? operator
    : index === state.workflow
      ? state.selected
      : null;
  return index === state.workflow
    ? { ...state, selected }
    : { ...state, workflow: index, selected, transform: undefined };
}

function sameFile(state: PanelState, { graph }: Extract<PanelContent, { kind: "graph" }>): PanelState {
  const workflow = workflowLike(state, graph);
  const selected = draws(graph, workflow, state.selected) ? state.selected : null;
  return { ...state, workflow, selected };
}

function otherFile({ graph, view }: Extract<PanelContent, { kind: "graph" }>): PanelState {
  if (!view) return { ...initialState };
  const workflow = graph.workflows.findIndex(({ name }) => name === view.workflow);
  if (workflow < 0) return { ...initialState };
  const selected = draws(graph, workflow, view.selected) ? view.selected : null;
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
  if (sameMembers(operators, state.atCaret) || (state.selected !== null && operators.includes(state.selected)))
    return moved;
  const { workflows, neverCalled = [] } = state.content.graph;
  const apart = neverCalled.find(({ id }) => operators.includes(id));
  if (apart !== undefined) return { ...moved, selected: apart.id };
  const has = (workflow: Workflow | undefined): boolean =>
    workflow?.operators.some(({ id }) => operators.includes(id)) ?? false;
  const index = has(workflows[state.workflow])
    ? state.workflow
    : workflows.findIndex((workflow) => workflow.name !== null && has(workflow));
  if (index < 0) return moved;
  const selected = workflows[index]?.operators.find(({ id }) => operators.includes(id))?.id ?? null;
  return index === state.workflow
    ? { ...moved, selected }
    : { ...moved, workflow: index, selected, transform: undefined };
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
