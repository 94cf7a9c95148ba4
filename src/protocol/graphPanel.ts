import type { OperatorState, RunState } from "../core/model/run.js";
import type { Graph, OperatorId } from "../core/model/workflow.js";
import {
  isBoolean,
  isNull,
  isNumber,
  isString,
  listOf,
  oneOf,
  oneOfAll,
  oneOfKinds,
  orNull,
  shape,
  shapeOf,
  type Check,
} from "./checks.js";
import { isGraph } from "./graphChecks.js";
import { panelProtocol, type PanelReports } from "./panel.js";

/**
 * What the graph panel may ask the host; request and answer bound together, failure included.
 *
 * A line added here fails the build until both sides handle it.
 */
export interface GraphPanelRequests {
  /** What the panel shows now. Asked once, when the page is ready to draw. */
  loadContent: { readonly params: null; readonly result: PanelContent };
  /** Shows an operator's call in the editor. `focus` says who has the keyboard afterwards. */
  revealOperator: {
    readonly params: { readonly id: OperatorId; readonly focus: "graph" | "editor" };
    readonly result: null;
  };
  /** Opens what the shown run has of an operator. */
  openOperator: {
    readonly params: { readonly workflow: string; readonly operator: OperatorId; readonly what: OperatorPart };
    readonly result: null;
  };
  /** Shows no run's states for a workflow, until the next run of it is started or chosen. */
  clearRun: { readonly params: { readonly workflow: string }; readonly result: null };
  /** Opens the Problems view. */
  showProblems: { readonly params: null; readonly result: null };
}

/** What the host tells the panel unasked. */
interface GraphPanelEvents {
  contentChanged: PanelContent;
  caretMoved: Caret;
  /** The shown runs moved on, or are others now. */
  statesChanged: readonly RunStates[];
  /** Somebody asked to see a workflow of the file, or an operator of it. */
  picked: Picked;
}

/** What the panel tells the host unasked. */
export interface GraphPanelReports extends PanelReports {
  /** The host keeps it and gives it back with the content: a page forgets everything when it is hidden. */
  viewChanged: PanelView;
}

export type PanelContent =
  | { readonly kind: "noFile" }
  | { readonly kind: "loading"; readonly uri: string; readonly fileName: string }
  | { readonly kind: "failed"; readonly uri: string; readonly fileName: string; readonly message: string }
  | {
      readonly kind: "graph";
      readonly uri: string;
      readonly fileName: string;
      readonly graph: Graph;
      /** The schedules of the file's workflows, in the order of the graph and in words; null where the text tells none. */
      readonly schedules: readonly (string | null)[];
      readonly caret: Caret;
      /** At most one for each of the file's workflows. */
      readonly states: readonly RunStates[];
      /** What somebody asked to see, where the page may not have shown it yet. */
      readonly picked: Picked | null;
      /** Where this file's graph was left; null where it was never shown. */
      readonly view: PanelView | null;
    };

/** Operators whose call or definition holds the editor's caret; a definition may stand for several calls. */
export interface Caret {
  readonly operators: readonly OperatorId[];
}

/** A workflow of the file by name, and an operator that is to be selected; null: none. */
export interface Picked {
  readonly workflow: string | null;
  readonly operator: OperatorId | null;
}

/** The run whose states a workflow's graph shows. */
export interface RunStates {
  readonly workflow: string;
  /** These three name the run. */
  readonly folder: string;
  readonly target: string;
  readonly rid: string;
  readonly state: RunState;
  /** It succeeded, and a WARNING check did not pass. */
  readonly warning: boolean;
  /** When it started, or was queued; ISO text. */
  readonly when: string | null;
  /** How long it took, or has been running when this was sent. */
  readonly seconds: number | null;
  /** Of the operators that it has to run, which parameters are not. */
  readonly progress: { readonly done: number; readonly of: number };
  /** Those of which something is known; of one that is left out, this run has nothing. */
  readonly operators: readonly OperatorStatus[];
}

/** What the shown run has of one operator. */
export interface OperatorStatus {
  readonly operator: OperatorId;
  readonly state: Exclude<OperatorState, "unknown">;
  /** How long it took, or has been running when this was sent; null where there is nothing to tell. */
  readonly seconds: number | null;
  /** What it came to, on one line; may be empty. */
  readonly result: string;
  /** The same where there is little room. */
  readonly shortResult: string;
  /** Where its values come from, in words, where it was not called: `reused from run of 12:03`; null where it was. */
  readonly reused: string | null;
  readonly failure: { readonly message: string; readonly tip: string } | null;
  /** What can be opened. */
  readonly parts: readonly OperatorPart[];
}

export type OperatorPart = "value" | "log" | "trace";

/**
 * What commands of a node's menu are called with, and what their `when` clauses ask: `data-vscode-context` of the node, to which VS Code adds its own. Folder,
 * target and rid are there while the states of a run are drawn, the parts while the run has them.
 */
export interface NodeContext {
  readonly webviewSection: "operator";
  readonly preventDefaultContextMenuItems: true;
  readonly uri: string;
  readonly workflow: string | null;
  readonly operator: OperatorId;
  /** Neither parameters nor saves are run by themselves. */
  readonly canRun: boolean;
  readonly folder?: string;
  readonly target?: string;
  readonly rid?: string;
  readonly hasValue: boolean;
  readonly hasLog: boolean;
  readonly hasTrace: boolean;
}

export interface PanelView {
  readonly uri: string;
  /** Which of the file's workflows is shown, by name; null is the one without a publish. */
  readonly workflow: string | null;
  readonly selected: OperatorId | null;
  /** Screen = graph × scale + offset, in CSS pixels. */
  readonly transform: { readonly x: number; readonly y: number; readonly scale: number };
}

export interface GraphPanelTypes {
  readonly requests: GraphPanelRequests;
  readonly events: GraphPanelEvents;
  readonly reports: GraphPanelReports;
}

const isView = shapeOf<PanelView>({
  uri: isString,
  workflow: orNull(isString),
  selected: orNull(isString),
  transform: shapeOf<PanelView["transform"]>({ x: isNumber, y: isNumber, scale: isNumber }),
});
const isCaret = shapeOf<Caret>({ operators: listOf(isString) });
const isPart = oneOfAll<OperatorPart>({ value: true, log: true, trace: true });
const isPicked = shapeOf<Picked>({ workflow: orNull(isString), operator: orNull(isString) });
const isStatus = shapeOf<OperatorStatus>({
  operator: isString,
  state: oneOfAll<OperatorStatus["state"]>({
    waiting: true,
    queued: true,
    running: true,
    succeeded: true,
    warning: true,
    failed: true,
    cancelled: true,
    upstreamFailed: true,
    skipped: true,
  }),
  seconds: orNull(isNumber),
  result: isString,
  shortResult: isString,
  reused: orNull(isString),
  failure: orNull(shapeOf<NonNullable<OperatorStatus["failure"]>>({ message: isString, tip: isString })),
  parts: listOf(isPart),
});
const areStates = listOf(
  shapeOf<RunStates>({
    workflow: isString,
    folder: isString,
    target: isString,
    rid: isString,
    state: oneOfAll<RunState>({
      queued: true,
      running: true,
      succeeded: true,
      failed: true,
      cancelled: true,
      unknown: true,
    }),
    warning: isBoolean,
    when: orNull(isString),
    seconds: orNull(isNumber),
    progress: shapeOf<RunStates["progress"]>({ done: isNumber, of: isNumber }),
    operators: listOf(isStatus),
  }),
);
const isFile = { uri: isString, fileName: isString };

const contents: Readonly<Record<PanelContent["kind"], Check>> = {
  noFile: shape({}),
  loading: shape(isFile),
  failed: shape({ ...isFile, message: isString }),
  graph: shapeOf<Omit<Extract<PanelContent, { kind: "graph" }>, "kind">>({
    ...isFile,
    graph: isGraph,
    schedules: listOf(orNull(isString)),
    caret: isCaret,
    states: areStates,
    picked: orNull(isPicked),
    view: orNull(isView),
  }),
};

export const graphPanelProtocol = panelProtocol<GraphPanelTypes>({
  requests: {
    loadContent: isNull,
    revealOperator: shape({ id: isString, focus: oneOf("graph", "editor") }),
    openOperator: shape({ workflow: isString, operator: isString, what: isPart }),
    clearRun: shape({ workflow: isString }),
    showProblems: isNull,
  },
  events: { contentChanged: oneOfKinds(contents), caretMoved: isCaret, statesChanged: areStates, picked: isPicked },
  reports: { viewChanged: isView },
});

/** Whether something that was kept between sessions is still a view. */
export function isPanelView(value: unknown): value is PanelView {
  return isView(value);
}
