import type * as v from "valibot";
import { done, nothing } from "./boundary.js";
import { graph, operatorId } from "./graph.js";
import { panelReports, panelSentences, type PanelBoundary } from "./panel.js";
import { count, exactly, flag, list, number, oneOf, oneOfRecords, orNull, record, text, told } from "./schema.js";
import { operatorState, runState } from "./states.js";

const caret = record({ operators: list(operatorId) });
/** Operators whose call or definition holds the editor's caret; a definition may stand for several calls. */
export interface Caret extends v.InferOutput<typeof caret> {}

const picked = record({ workflow: orNull(text), operator: orNull(operatorId) });
/** A workflow of the file by name, and an operator that is to be selected; null: none. */
export interface Picked extends v.InferOutput<typeof picked> {}

const operatorPart = oneOf("value", "log", "trace");
export type OperatorPart = v.InferOutput<typeof operatorPart>;

const { options } = operatorState;
const known = options.filter((state) => state !== "unknown");

const operatorStatus = record({
  operator: operatorId,
  state: oneOf(...known),
  seconds: told(
    "How long it took, or has been running when this was sent; null where there is nothing to tell.",
    orNull(number),
  ),
  result: told("What it came to, on one line; may be empty.", text),
  shortResult: told("The same where there is little room.", text),
  reused: told(
    "Where its values come from, in words, where it was not called: `reused from run of 12:03`; null where it was.",
    orNull(text),
  ),
  failure: orNull(record({ message: text, tip: text })),
  parts: told("What can be opened.", list(operatorPart)),
});
/** What the shown run has of one operator. */
export interface OperatorStatus extends v.InferOutput<typeof operatorStatus> {}

const runStates = record({
  workflow: text,
  folder: told("Names the run, with the next two.", text),
  target: text,
  rid: text,
  state: runState,
  warning: told("It succeeded, and a WARNING check did not pass.", flag),
  when: told("When it started, or was queued; ISO text.", orNull(text)),
  seconds: told("How long it took, or has been running when this was sent.", orNull(number)),
  progress: told("Of the operators that it has to run, which parameters are not.", record({ done: count, of: count })),
  operators: told(
    "Those of which something is known; of one that is left out, this run has nothing.",
    list(operatorStatus),
  ),
});
/** The run whose states a workflow's graph shows. */
export interface RunStates extends v.InferOutput<typeof runStates> {}

export const panelView = record({
  uri: text,
  workflow: told("Which of the file's workflows is shown, by name; null is the one without a publish.", orNull(text)),
  selected: orNull(operatorId),
  transform: told("Screen = graph × scale + offset, in CSS pixels.", record({ x: number, y: number, scale: number })),
});
export interface PanelView extends v.InferOutput<typeof panelView> {}

const file = { uri: text, fileName: text } as const;

const panelContent = oneOfRecords("kind", [
  record({ kind: exactly("noFile") }),
  record({ kind: exactly("loading"), ...file }),
  record({ kind: exactly("failed"), ...file, message: text }),
  record({
    kind: exactly("graph"),
    ...file,
    graph,
    schedules: told(
      "The schedules of the file's workflows, in the order of the graph and in words; null where the text tells none.",
      list(orNull(text)),
    ),
    caret,
    states: told("At most one for each of the file's workflows.", list(runStates)),
    picked: told("What somebody asked to see, where the page may not have shown it yet.", orNull(picked)),
    view: told("Where this file's graph was left; null where it was never shown.", orNull(panelView)),
  }),
]);
export type PanelContent = v.InferOutput<typeof panelContent>;

/** The graph of a workflow file, beside its editor. */
export const graphPanel = {
  name: "the graph panel",
  ...panelSentences,
  requests: {
    /** What the panel shows now. Asked once, when the page is ready to draw. */
    loadContent: { params: nothing, result: panelContent },
    /** Shows an operator's call in the editor. */
    revealOperator: {
      params: record({
        id: operatorId,
        focus: told("Who has the keyboard afterwards.", oneOf("graph", "editor")),
      }),
      result: done,
    },
    /** Opens what the shown run has of an operator. */
    openOperator: { params: record({ workflow: text, operator: operatorId, what: operatorPart }), result: done },
    /** Shows no run's states for a workflow, until the next run of it is started or chosen. */
    clearRun: { params: record({ workflow: text }), result: done },
    /** Opens the Problems view. */
    showProblems: { params: nothing, result: done },
  },
  reports: {
    ...panelReports,
    /** The host keeps it and gives it back with the content: a page forgets everything when it is hidden. */
    viewChanged: panelView,
  },
  events: {
    contentChanged: panelContent,
    caretMoved: caret,
    /** The shown runs moved on, or are others now. */
    statesChanged: record({ states: list(runStates) }),
    /** Somebody asked to see a workflow of the file, or an operator of it. */
    picked,
  },
} as const satisfies PanelBoundary;
export type GraphPanelBoundary = typeof graphPanel;
