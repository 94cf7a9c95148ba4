import { describe, expect, it } from "vitest";
import { targetChoice } from "../../../src/core/publish/targetChoice.js";

describe("where a workflow is published to", () => {
  it("is nowhere without an Airflow", () => {
    expect(targetChoice("airflow", [], undefined)).toEqual({ kind: "connect" });
  });

  it("is the engine that the file names", () => {
    expect(targetChoice("prod", ["test", "prod"], undefined)).toEqual({ kind: "take", target: "prod" });
  });

  it("is the only one where the file names none", () => {
    expect(targetChoice(null, ["airflow"], undefined)).toEqual({ kind: "take", target: "airflow" });
  });

  it("is asked where there are several, the last one first", () => {
    expect(targetChoice(null, ["test", "prod"], { engine: null, target: "prod" })).toMatchObject({
      kind: "ask",
      targets: ["prod", "test"],
    });
  });

  it("is asked once where the file names another engine than the workflow went to", () => {
    expect(targetChoice("prod", ["test", "prod"], { engine: "test", target: "test" })).toMatchObject({
      kind: "ask",
      targets: ["prod", "test"],
    });
    expect(targetChoice("prod", ["test", "prod"], { engine: "prod", target: "test" })).toEqual({
      kind: "take",
      target: "test",
    });
  });

  it("is asked once where the engine is no Airflow, such as local", () => {
    expect(targetChoice("local", ["airflow"], undefined)).toMatchObject({
      kind: "ask",
      targets: ["airflow"],
      question: expect.stringContaining("“local”") as string,
    });
    expect(targetChoice("local", ["airflow"], { engine: "local", target: "airflow" })).toEqual({
      kind: "take",
      target: "airflow",
    });
  });

  it("forgets an Airflow that is gone", () => {
    expect(targetChoice("local", ["airflow"], { engine: "local", target: "gone" }).kind).toBe("ask");
  });
});
