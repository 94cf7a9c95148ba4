import type * as v from "valibot";
import { done, nothing } from "./boundary.js";
import { panelReports, panelSentences, type PanelBoundary } from "./panel.js";
import { exactly, flag, list, number, oneOf, oneOfRecords, orNull, record, text, told } from "./schema.js";

const fact = record({ label: text, value: text });
export interface StepsFact extends v.InferOutput<typeof fact> {}

const change = record({ kind: oneOf("added", "changed", "removed", "same"), name: text, detail: text });
export interface StepsChange extends v.InferOutput<typeof change> {}

const step = record({
  id: text,
  label: text,
  state: told(
    "`unchecked`: it could not be told; the message says why.",
    oneOf("pending", "running", "passed", "failed", "unchecked"),
  ),
  message: told("A sentence; empty where the label says it all.", text),
  seconds: told(
    "How long it took; of a running one, how long until the model was sent: the page counts on from there.",
    orNull(number),
  ),
});
export interface Step extends v.InferOutput<typeof step> {}

const outcome = record({
  state: oneOf("succeeded", "failed", "waiting", "cancelled", "unchanged"),
  message: told("A sentence; what a program said may follow on lines of its own.", text),
});
export interface StepsOutcome extends v.InferOutput<typeof outcome> {}

const action = record({ id: text, label: text, isPrimary: flag });
/** A button. */
export interface StepsAction extends v.InferOutput<typeof action> {}

const model = record({
  title: text,
  facts: list(fact),
  changes: told("What will change; null where that is not known, or nothing to be told here.", orNull(list(change))),
  questions: told("What must be confirmed before it goes on.", list(text)),
  steps: list(step),
  outcome: told("Null while it is under way.", orNull(outcome)),
  actions: list(action),
});
/** Something long that a person follows step by step: publishing a workflow, connecting to an Airflow. */
export interface StepsModel extends v.InferOutput<typeof model> {}

const stepsContent = oneOfRecords("kind", [
  record({ kind: exactly("steps"), model }),
  // The panel came back after a reload of the window, what it followed did not.
  record({ kind: exactly("beforeReload") }),
]);
export type StepsContent = v.InferOutput<typeof stepsContent>;

/** What goes on step by step. */
export const stepsPanel = {
  name: "the steps panel",
  ...panelSentences,
  requests: {
    /** What the panel shows now. Asked once, when the page is ready to draw. */
    loadContent: { params: nothing, result: stepsContent },
    /** The user pressed a button. Answered when it was taken, not when it is done. */
    act: { params: record({ id: text }), result: done },
  },
  reports: panelReports,
  events: { contentChanged: stepsContent },
} as const satisfies PanelBoundary;
export type StepsPanelBoundary = typeof stepsPanel;
