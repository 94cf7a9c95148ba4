import type { Graph, OperatorId } from "../core/model/workflow.js";
import { isNull, isNumber, isString, listOf, oneOf, oneOfKinds, orNull, shape, type Check } from "./checks.js";
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
  revealOperator: { readonly params: { readonly id: OperatorId; readonly focus: "graph" | "editor" }; readonly result: null };
  /** Opens the Problems view. */
  showProblems: { readonly params: null; readonly result: null };
}

/** What the host tells the panel unasked. */
export interface GraphPanelEvents {
  contentChanged: PanelContent;
  caretMoved: Caret;
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
      readonly caret: Caret;
      /** Where this file's graph was left; null where it was never shown. */
      readonly view: PanelView | null;
    };

/** Operators whose call or definition holds the editor's caret; a definition may stand for several calls. */
export interface Caret {
  readonly operators: readonly OperatorId[];
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

const isPoint = shape({ x: isNumber, y: isNumber, scale: isNumber });
const isView = shape({ uri: isString, workflow: orNull(isString), selected: orNull(isString), transform: isPoint });
const isCaret = shape({ operators: listOf(isString) });
const isGraph = shape({ format: (value) => value === 1, workflows: Array.isArray, problems: Array.isArray });
const isFile = { uri: isString, fileName: isString };

const contents: Readonly<Record<PanelContent["kind"], Check>> = {
  noFile: shape({}),
  loading: shape(isFile),
  failed: shape({ ...isFile, message: isString }),
  graph: shape({ ...isFile, graph: isGraph, caret: isCaret, view: orNull(isView) }),
};

export const graphPanelProtocol = panelProtocol<GraphPanelTypes>({
  requests: {
    loadContent: isNull,
    revealOperator: shape({ id: isString, focus: oneOf("graph", "editor") }),
    showProblems: isNull,
  },
  events: { contentChanged: oneOfKinds(contents), caretMoved: isCaret },
  reports: { viewChanged: isView },
});

/** Whether something that was kept between sessions is still a view. */
export function isPanelView(value: unknown): value is PanelView {
  return isView(value);
}
