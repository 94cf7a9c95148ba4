import type { AirflowResource, ConnectStep, ConnectStepName, StoreResource } from "../../core/index.js";
import type { StepsAction, StepsFact, StepsModel } from "../../formats/stepsPanel.js";
import { countOf } from "../../core/model/words.js";

/** What the buttons under a tested connection do. */
export const connectionActions = {
  cancel: "cancel",
  again: "again",
  edit: "edit",
  password: "password",
  publish: "publish",
} as const;

const labels: Readonly<Record<ConnectStepName, string>> = {
  address: "Reach the server",
  signIn: "Sign in",
  store: "Read and write the store",
  dagFolder: "Write the DAG folder",
  connections: "Look for Airflow Connections",
};

const edit: StepsAction = { id: connectionActions.edit, label: "Edit aqueduct.json", isPrimary: false };
const again: StepsAction = { id: connectionActions.again, label: "Test Again", isPrimary: false };
const password: StepsAction = { id: connectionActions.password, label: "Change Password", isPrimary: false };

/** Nothing tested yet. */
export function untested(airflow: AirflowResource, store: StoreResource | undefined): StepsModel {
  return {
    title: `Connection to ${airflow.name}`,
    facts: factsOf(airflow, store),
    changes: null,
    questions: [],
    steps: Object.entries(labels).map(([id, label]) => ({ id, label, state: "pending", message: "", seconds: null })),
    outcome: null,
    actions: [{ id: connectionActions.cancel, label: "Cancel", isPrimary: false }],
  };
}

export function withRunning(model: StepsModel, name: ConnectStepName): StepsModel {
  return {
    ...model,
    steps: model.steps.map((step) => (step.id === name ? { ...step, state: "running", seconds: 0 } : step)),
  };
}

export function withResult(model: StepsModel, { name, state, message }: ConnectStep, seconds: number): StepsModel {
  return {
    ...model,
    steps: model.steps.map((step) => (step.id === name ? { ...step, state, message, seconds } : step)),
  };
}

/** All is tested: what it means, and what can be done next. */
export function tested(model: StepsModel, name: string): StepsModel {
  const failed = model.steps.filter(({ state }) => state === "failed");
  const [first] = failed;
  if (first === undefined) {
    const isCertain = model.steps.every(({ state }) => state === "passed");
    const message = isCertain
      ? `Workflows can be published to ${name}.`
      : `Workflows can be published to ${name}. What could not be checked is marked above.`;
    return {
      ...model,
      outcome: { state: "succeeded", message },
      actions: [{ id: connectionActions.publish, label: "Publish Workflow", isPrimary: true }, again, edit],
    };
  }
  const remedies =
    first.id === "signIn" ? [password, again, edit] : first.id === "address" ? [again, edit] : [edit, again];
  return {
    ...model,
    outcome: {
      state: "failed",
      message: `${name} cannot be used yet: ${countOf(failed.length, "step")} failed.`,
    },
    actions: remedies.map((action, index) => ({ ...action, isPrimary: index === 0 })),
  };
}

export function cancelled(model: StepsModel): StepsModel {
  return {
    ...model,
    steps: model.steps.map((step) =>
      step.state === "running" || step.state === "pending"
        ? { ...step, state: "unchecked", message: "Not tested." }
        : step,
    ),
    outcome: { state: "cancelled", message: "The test was cancelled. What was entered is kept." },
    actions: [{ ...again, isPrimary: true }, edit],
  };
}

function factsOf(
  { url, username, dagFolder }: AirflowResource,
  store: StoreResource | undefined,
): readonly StepsFact[] {
  return [
    { label: "Server", value: url },
    { label: "User", value: username ?? "none named" },
    {
      label: "Store",
      value:
        store === undefined
          ? "none named"
          : store.kind === "folder"
            ? store.folder
            : `s3://${store.bucket}/${store.prefix}${store.endpoint === undefined ? "" : ` at ${store.endpoint}`}`,
    },
    { label: "DAG folder", value: dagFolder ?? "none named" },
  ];
}
