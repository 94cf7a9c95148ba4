import type { Graph, OperatorId } from "../core/model/workflow.js";

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

export type GraphPanelMethod = keyof GraphPanelRequests;

/** What the host tells the panel unasked. */
export interface GraphPanelEvents {
  contentChanged: PanelContent;
  caretMoved: Caret;
}

/** What the panel tells the host unasked. */
export interface GraphPanelReports {
  /** The host keeps it and gives it back with the content: a page forgets everything when it is hidden. */
  viewChanged: PanelView;
  policyViolated: PolicyViolation;
  /** Something in the page broke: `message` is for the log, the page shows its own sentence. */
  pageFailed: { readonly message: string };
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

/** A refusal by the page's content security policy: always a defect of ours. */
export interface PolicyViolation {
  readonly directive: string;
  readonly blocked: string;
  readonly source: string;
  readonly line: number;
}

export type Reply<Result> =
  | { readonly id: number; readonly ok: true; readonly result: Result }
  | { readonly id: number; readonly ok: false; readonly error: string };

export type RequestMessage = {
  [M in GraphPanelMethod]: { readonly type: "request"; readonly id: number; readonly method: M; readonly params: GraphPanelRequests[M]["params"] };
}[GraphPanelMethod];

export type ReportMessage = {
  [R in keyof GraphPanelReports]: { readonly type: "report"; readonly report: R; readonly data: GraphPanelReports[R] };
}[keyof GraphPanelReports];

export type EventMessage = {
  [E in keyof GraphPanelEvents]: { readonly type: "event"; readonly event: E; readonly data: GraphPanelEvents[E] };
}[keyof GraphPanelEvents];

export type ReplyMessage = {
  [M in GraphPanelMethod]: { readonly type: "reply" } & Reply<GraphPanelRequests[M]["result"]>;
}[GraphPanelMethod];

export type MessageToHost = RequestMessage | ReportMessage;
export type MessageToPanel = EventMessage | ReplyMessage;

type Check = (value: unknown) => boolean;

/** One check per request, so that a request added to the protocol does not compile without one. */
const requests: Readonly<Record<keyof GraphPanelRequests, Check>> = {
  loadContent: isNull,
  revealOperator: shape({ id: isString, focus: oneOf("graph", "editor") }),
  showProblems: isNull,
};

const isPoint = shape({ x: isNumber, y: isNumber, scale: isNumber });
const isView = shape({ uri: isString, workflow: orNull(isString), selected: orNull(isString), transform: isPoint });

const reports: Readonly<Record<keyof GraphPanelReports, Check>> = {
  viewChanged: isView,
  policyViolated: shape({ directive: isString, blocked: isString, source: isString, line: isNumber }),
  pageFailed: shape({ message: isString }),
};

const isCaret = shape({ operators: listOf(isString) });
const isGraph = shape({ format: (value) => value === 1, workflows: Array.isArray, problems: Array.isArray });
const isFile = { uri: isString, fileName: isString };

const contents: Readonly<Record<GraphPanelEvents["contentChanged"]["kind"], Check>> = {
  noFile: shape({}),
  loading: shape(isFile),
  failed: shape({ ...isFile, message: isString }),
  graph: shape({ ...isFile, graph: isGraph, caret: isCaret, view: orNull(isView) }),
};

const events: Readonly<Record<keyof GraphPanelEvents, Check>> = {
  contentChanged: (value) => isRecord(value) && check(contents, value["kind"], value),
  caretMoved: isCaret,
};

/** Whether a message that came from a page is one of ours; anything else is ignored by the host. */
export function isMessageToHost(value: unknown): value is MessageToHost {
  if (!isRecord(value)) return false;
  if (value["type"] === "request") return isNumber(value["id"]) && check(requests, value["method"], value["params"]);
  return value["type"] === "report" && check(reports, value["report"], value["data"]);
}

/** Whether a message that reached the page is one of the host's; VS Code and browser extensions send others. */
export function isMessageToPanel(value: unknown): value is MessageToPanel {
  if (!isRecord(value)) return false;
  if (value["type"] === "event") return check(events, value["event"], value["data"]);
  return value["type"] === "reply" && isNumber(value["id"]) && (value["ok"] === true ? "result" in value : value["ok"] === false && isString(value["error"]));
}

/** Whether something that was kept between sessions is still a view. */
export function isPanelView(value: unknown): value is GraphPanelReports["viewChanged"] {
  return isView(value);
}

function check(checks: Readonly<Record<string, Check>>, name: unknown, value: unknown): boolean {
  return typeof name === "string" && Object.hasOwn(checks, name) && checks[name]?.(value) === true;
}

function shape(members: Readonly<Record<string, Check>>): Check {
  return (value) => isRecord(value) && Object.entries(members).every(([name, member]) => member(value[name]));
}

function listOf(item: Check): Check {
  return (value) => Array.isArray(value) && value.every(item);
}

function orNull(inner: Check): Check {
  return (value) => value === null || inner(value);
}

function oneOf(...allowed: readonly string[]): Check {
  return (value) => typeof value === "string" && allowed.includes(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}

function isNull(value: unknown): boolean {
  return value === null;
}
