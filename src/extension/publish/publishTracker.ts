import type { PublishEvent, PublishPlan, PublishStep } from "../../core/index.js";
import type { Problem } from "../../core/model/problem.js";
import type { Step, StepsAction, StepsFact, StepsModel, StepsOutcome } from "../../formats/stepsPanel.js";

/** What publishing does, from the file to Airflow. */
export type TrackedStep = "trace" | "build" | PublishStep;

export const actions = {
  publish: { id: "publish", label: "Publish", isPrimary: true },
  showDiff: { id: "showDiff", label: "Show DAG File Diff", isPrimary: false },
  cancel: { id: "cancel", label: "Cancel", isPrimary: false },
  publishAgain: { id: "publishAgain", label: "Publish Again", isPrimary: true },
  openInAirflow: { id: "openInAirflow", label: "Open in Airflow", isPrimary: true },
  trigger: { id: "trigger", label: "Trigger…", isPrimary: false },
  showProblems: { id: "showProblems", label: "Show Problems", isPrimary: false },
  openFile: { id: "openFile", label: "Open File", isPrimary: false },
  connect: { id: "connect", label: "Connect to Airflow…", isPrimary: false },
} as const satisfies Readonly<Record<string, StepsAction>>;

const labels: Readonly<Record<TrackedStep, string>> = {
  trace: "Trace the file",
  build: "Build",
  connect: "Connect to Airflow",
  compare: "Compare with what is live",
  upload: "Upload code",
  dagFile: "Write the DAG file",
  proof: "Wait until Airflow has read it",
  record: "Record the publication",
  unpause: "Un-pause the DAG",
};

/** The last is a first publication's only: it is shown once it is known to be one. */
const always: readonly TrackedStep[] = ["trace", "build", "connect", "compare", "upload", "dagFile", "proof", "record"];

/** What is known of one publication, as the panel shows it. Knows nothing of VS Code. */
export class PublishTracker {
  readonly #now: () => number;
  readonly #title: string;
  readonly #began = new Map<TrackedStep, number>();
  readonly #steps: Map<TrackedStep, Step>;
  #facts: readonly StepsFact[];
  #changes: StepsModel["changes"] = null;
  #questions: readonly string[] = [];
  #outcome: StepsOutcome | null = null;
  #actions: readonly StepsAction[] = [actions.cancel];

  /** @param now in milliseconds, of a clock that only goes forward */
  constructor(title: string, facts: readonly StepsFact[], now: () => number) {
    this.#title = title;
    this.#facts = facts;
    this.#now = now;
    this.#steps = new Map(always.map((id) => [id, pending(id)]));
  }

  get model(): StepsModel {
    return {
      title: this.#title,
      facts: this.#facts,
      changes: this.#changes,
      questions: this.#questions,
      steps: [...this.#steps.values()].map((step) =>
        step.state === "running" ? { ...step, seconds: this.#secondsOf(step.id as TrackedStep) } : step,
      ),
      outcome: this.#outcome,
      actions: this.#actions,
    };
  }

  /** The step that runs, or was the last to run. */
  get step(): TrackedStep | undefined {
    return [...this.#began.keys()].at(-1);
  }

  addFacts(...facts: readonly StepsFact[]): void {
    this.#facts = [...this.#facts, ...facts];
  }

  begin(id: TrackedStep): void {
    this.#began.set(id, this.#now());
    this.#set(id, { state: "running", message: "", seconds: 0 });
  }

  pass(id: TrackedStep, message: string): void {
    this.#set(id, { state: "passed", message, seconds: this.#secondsOf(id) });
  }

  /** One of core's events about a step. */
  follow({ step, state, message, elapsed }: PublishEvent): void {
    if (state === "started") this.begin(step);
    else if (state === "progress") this.#set(step, { message });
    // What failed is told once, where it ends.
    else
      this.#set(
        step,
        state === "done"
          ? { state: "passed", message, seconds: elapsed / 1000 }
          : { state: "failed", message: "", seconds: elapsed / 1000 },
      );
  }

  /** Shows what would be done, and waits for the user. @param problems those of the file, which stand on their lines */
  ask(
    { changes, questions, isFirst }: Pick<PublishPlan, "changes" | "questions" | "isFirst">,
    problems: readonly Problem[],
  ): void {
    this.#changes = changes ?? [
      {
        kind: "changed",
        name: "All of it",
        detail: "the record of the live build is gone from the store, so nothing tells what differs",
      },
    ];
    this.#questions = questions;
    if (isFirst) this.#steps.set("unpause", pending("unpause"));
    const show = problems.some(({ severity }) => severity === "warning") ? [actions.showProblems] : [];
    this.#actions = [actions.publish, actions.showDiff, ...show, actions.cancel];
  }

  /** The user said yes. */
  goOn(): void {
    this.#questions = [];
    this.#actions = [actions.cancel, actions.showDiff];
  }

  end(outcome: StepsOutcome, offered: readonly StepsAction[]): void {
    for (const [id, step] of this.#steps) {
      if (step.state === "running")
        this.#set(
          id,
          outcome.state === "cancelled"
            ? { state: "unchecked", message: "Cancelled.", seconds: this.#secondsOf(id) }
            : { state: outcome.state === "failed" ? "failed" : "unchecked", message: "", seconds: this.#secondsOf(id) },
        );
    }
    this.#questions = [];
    this.#outcome = outcome;
    this.#actions = offered;
  }

  #set(id: TrackedStep, change: Partial<Step>): void {
    this.#steps.set(id, { ...(this.#steps.get(id) ?? pending(id)), ...change });
  }

  #secondsOf(id: TrackedStep): number {
    return (this.#now() - (this.#began.get(id) ?? this.#now())) / 1000;
  }
}

function pending(id: TrackedStep): Step {
  return { id, label: labels[id], state: "pending", message: "", seconds: null };
}
