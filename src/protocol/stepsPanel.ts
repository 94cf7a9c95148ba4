import {
  isBoolean,
  isNull,
  isNumber,
  isString,
  listOf,
  oneOf,
  oneOfKinds,
  orNull,
  shape,
  type Check,
} from "./checks.js";
import { panelProtocol, type PanelReports } from "./panel.js";

/** Something long that a person follows step by step: publishing a workflow, connecting to an Airflow. */
export interface StepsModel {
  readonly title: string;
  readonly facts: readonly StepsFact[];
  /** What will change; null where that is not known, or nothing to be told here. */
  readonly changes: readonly StepsChange[] | null;
  /** What must be confirmed before it goes on. */
  readonly questions: readonly string[];
  readonly steps: readonly Step[];
  /** Null while it is under way. */
  readonly outcome: StepsOutcome | null;
  readonly actions: readonly StepsAction[];
}

export interface StepsFact {
  readonly label: string;
  readonly value: string;
}

export interface StepsChange {
  readonly kind: "added" | "changed" | "removed" | "same";
  readonly name: string;
  readonly detail: string;
}

export interface Step {
  readonly id: string;
  readonly label: string;
  /** `unchecked`: it could not be told; the message says why. */
  readonly state: "pending" | "running" | "passed" | "failed" | "unchecked";
  /** A sentence; empty where the label says it all. */
  readonly message: string;
  /** How long it took; of a running one, how long until the model was sent: the page counts on from there. */
  readonly seconds: number | null;
}

export interface StepsOutcome {
  readonly state: "succeeded" | "failed" | "waiting" | "cancelled" | "unchanged";
  /** A sentence; what a program said may follow on lines of its own. */
  readonly message: string;
}

/** A button. */
export interface StepsAction {
  readonly id: string;
  readonly label: string;
  readonly isPrimary: boolean;
}

/** What the steps panel may ask the host. */
interface StepsPanelRequests {
  /** What the panel shows now. Asked once, when the page is ready to draw. */
  loadContent: { readonly params: null; readonly result: StepsContent };
  /** The user pressed a button. Answered when it was taken, not when it is done. */
  act: { readonly params: { readonly id: string }; readonly result: null };
}

/** What the host tells the panel unasked. */
interface StepsPanelEvents {
  contentChanged: StepsContent;
}

export type StepsContent =
  | { readonly kind: "steps"; readonly model: StepsModel }
  /** The panel came back after a reload of the window, what it followed did not. */
  | { readonly kind: "beforeReload" };

export interface StepsPanelTypes {
  readonly requests: StepsPanelRequests;
  readonly events: StepsPanelEvents;
  readonly reports: PanelReports;
}

const isModel = shape({
  title: isString,
  facts: listOf(shape({ label: isString, value: isString })),
  changes: orNull(
    listOf(shape({ kind: oneOf("added", "changed", "removed", "same"), name: isString, detail: isString })),
  ),
  questions: listOf(isString),
  steps: listOf(
    shape({
      id: isString,
      label: isString,
      state: oneOf("pending", "running", "passed", "failed", "unchecked"),
      message: isString,
      seconds: orNull(isNumber),
    }),
  ),
  outcome: orNull(
    shape({ state: oneOf("succeeded", "failed", "waiting", "cancelled", "unchanged"), message: isString }),
  ),
  actions: listOf(shape({ id: isString, label: isString, isPrimary: isBoolean })),
});

const contents: Readonly<Record<StepsContent["kind"], Check>> = {
  steps: shape({ model: isModel }),
  beforeReload: shape({}),
};

export const stepsPanelProtocol = panelProtocol<StepsPanelTypes>({
  requests: { loadContent: isNull, act: shape({ id: isString }) },
  events: { contentChanged: oneOfKinds(contents) },
  reports: {},
});
