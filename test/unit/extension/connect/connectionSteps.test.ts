import { describe, expect, it } from "vitest";
import type { AirflowResource, ConnectStepName, StoreResource } from "../../../../src/core/index.js";
import {
  cancelled,
  tested,
  untested,
  withResult,
  withRunning,
} from "../../../../src/extension/connect/connectionSteps.js";
import { read } from "../../../../src/formats/reader.js";
import { stepsPanel, type Step, type StepsModel } from "../../../../src/formats/stepsPanel.js";

const airflow: AirflowResource = {
  kind: "airflow",
  name: "airflow",
  url: "http://a",
  username: "ann",
  dagFolder: "/dags",
  store: "lake",
};
const lake: StoreResource = {
  kind: "s3",
  name: "lake",
  bucket: "wines",
  prefix: "x",
  endpoint: "http://s3",
  airflowConnection: "lake",
};
const names: readonly ConnectStepName[] = ["address", "signIn", "store", "dagFolder", "connections"];

function after(states: readonly ("passed" | "failed" | "unchecked")[]): StepsModel {
  const model = states.reduce(
    (before, state, index) => withResult(before, { name: names[index] ?? "address", state, message: "Why." }, 0.2),
    untested(airflow, lake),
  );
  return tested(model, "airflow");
}

const buttons = ({ actions }: StepsModel): readonly string[] =>
  actions.map(({ label, isPrimary }) => (isPrimary ? `[${label}]` : label));
const states = ({ steps }: StepsModel): readonly Step["state"][] => steps.map(({ state }) => state);

describe("a connection that is tested", () => {
  it("begins with every step still to come, and can be cancelled", () => {
    const model = untested(airflow, lake);
    expect(model.facts.map(({ value }) => value)).toEqual(["http://a", "ann", "s3://wines/x at http://s3", "/dags"]);
    expect(states(model)).toEqual(["pending", "pending", "pending", "pending", "pending"]);
    expect(buttons(model)).toEqual(["Cancel"]);
  });

  it("shows each step as it passes", () => {
    const model = withRunning(
      withResult(untested(airflow, lake), { name: "address", state: "passed", message: "Airflow answers." }, 0.5),
      "signIn",
    );
    expect(model.steps.slice(0, 2)).toEqual([
      { id: "address", label: "Reach the server", state: "passed", message: "Airflow answers.", seconds: 0.5 },
      { id: "signIn", label: "Sign in", state: "running", message: "", seconds: 0 },
    ]);
  });

  it("leads to publishing where all passed", () => {
    const model = after(["passed", "passed", "passed", "passed", "passed"]);
    expect(model.outcome).toEqual({ state: "succeeded", message: "Workflows can be published to airflow." });
    expect(buttons(model)).toEqual(["[Publish Workflow]", "Test Again", "Edit aqueduct.json"]);
  });

  it("can be used where something could not be told, and says so", () => {
    expect(after(["passed", "passed", "passed", "passed", "unchecked"]).outcome).toMatchObject({
      state: "succeeded",
      message: expect.stringContaining("could not be checked") as string,
    });
  });

  it.each([
    [
      "the password",
      ["passed", "failed", "passed", "passed", "unchecked"],
      ["[Change Password]", "Test Again", "Edit aqueduct.json"],
    ],
    ["the server", ["failed", "unchecked", "passed", "passed", "unchecked"], ["[Test Again]", "Edit aqueduct.json"]],
    ["the file", ["passed", "passed", "failed", "failed", "passed"], ["[Edit aqueduct.json]", "Test Again"]],
  ] as const)("offers first what mends %s", (_, all, expected) => {
    const model = after(all);
    expect(model.outcome?.state).toBe("failed");
    expect(buttons(model)).toEqual(expected);
  });

  it("says what was not tested where somebody cancelled", () => {
    const model = cancelled(withRunning(untested(airflow, undefined), "address"));
    expect(model.outcome?.state).toBe("cancelled");
    expect(new Set(states(model))).toEqual(new Set(["unchecked"]));
    expect(buttons(model)).toEqual(["[Test Again]", "Edit aqueduct.json"]);
  });

  it("is a model that the panel takes", () => {
    for (const model of [
      untested({ kind: "airflow", name: "a", url: "http://a" }, undefined),
      after(["passed", "failed"]),
    ]) {
      const content = { kind: "steps", model };
      expect(read({ name: "content", schema: stepsPanel.events.contentChanged }, content)).toEqual({
        readable: true,
        value: content,
      });
    }
  });
});
