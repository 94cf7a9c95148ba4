import {
  AirflowError,
  PublishError,
  stateAfterCancel,
  WorkflowProblems,
  type PublishResult,
  type PublishStep,
} from "../../core/index.js";
import type { Problem } from "../../core/model/problem.js";
import type { StepsAction, StepsOutcome } from "../../formats/stepsPanel.js";
import { NotSaved } from "../documents/notSaved.js";
import { actions, type TrackedStep } from "./publishTracker.js";

/** How a publication ended, in words, and what the user may do next. */
export interface PublishOutcome {
  readonly outcome: StepsOutcome;
  readonly actions: readonly StepsAction[];
  /** For the editor: they stand on the lines of the file until the next publication. */
  readonly problems: readonly Problem[];
}

/** How many problems are named in the panel; all of them stand on their lines. */
const named = 5;

export function outcomeOf({ outcome, build, dagId, message }: PublishResult, airflow: string): PublishOutcome {
  const after = message === "" ? "" : ` ${message}`;
  const again = { ...actions.openInAirflow, isPrimary: false };
  switch (outcome) {
    case "published":
      return ended("succeeded", `Build ${build.slice(0, 12)} is live on “${airflow}” as ${dagId}.${after}`, [
        actions.openInAirflow,
        actions.trigger,
      ]);
    case "unchanged":
      return ended("unchanged", `This very build, ${build.slice(0, 12)}, is live on “${airflow}” already.${after}`, [
        actions.openInAirflow,
        actions.trigger,
      ]);
    case "waiting":
      return ended(
        "waiting",
        `Everything is in place, but Airflow has not shown yet that it read the DAG file.${after}`,
        [actions.publishAgain, again],
      );
  }
}

export function cancelledAt(step: TrackedStep | undefined): PublishOutcome {
  const inCore: PublishStep | undefined = step === "trace" || step === "build" ? undefined : step;
  return ended("cancelled", stateAfterCancel(inCore), [actions.publishAgain]);
}

export function outcomeOfError(error: unknown): PublishOutcome {
  const again = actions.publishAgain;
  if (error instanceof WorkflowProblems) {
    const listed = error.problems
      .filter(({ severity }) => severity === "error")
      .map(({ file, line, message }) => `${file}:${line}: ${message}`);
    const more = listed.length > named ? [`… and ${listed.length - named} more`] : [];
    return {
      ...ended(
        "failed",
        [`${error.message} Correct what is marked in it, then publish again.`, ...listed.slice(0, named), ...more].join(
          "\n",
        ),
        [again, actions.showProblems],
      ),
      problems: error.problems,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof PublishError)
    return {
      ...ended("failed", message, error.problems.length > 0 ? [again, actions.showProblems] : [again]),
      problems: error.problems,
    };
  if (error instanceof NotSaved) return ended("failed", message, [again, actions.openFile]);
  if (error instanceof AirflowError) return ended("failed", message, [again, actions.connect]);
  return ended("failed", message, [again]);
}

function ended(state: StepsOutcome["state"], message: string, offered: readonly StepsAction[]): PublishOutcome {
  return { outcome: { state, message }, actions: offered, problems: [] };
}
