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

describe("the question where to publish", () => {
  it("says that the file names none, and is not asked of one Airflow, whatever was published before", () => {
    expect(targetChoice(null, ["a", "b"], undefined)).toEqual({
      kind: "ask",
      targets: ["a", "b"],
      question: "Publish to which Airflow? The file names none.",
    });
    expect(targetChoice(null, ["a"], { engine: null, target: "gone" })).toEqual({ kind: "take", target: "a" });
    expect(targetChoice(null, ["a", "b"], { engine: "x", target: "b" })).toMatchObject({ targets: ["b", "a"] });
  });

  it("says which engine is not there, the last target first", () => {
    expect(targetChoice("local", ["a", "b"], { engine: "other", target: "b" })).toEqual({
      kind: "ask",
      targets: ["b", "a"],
      question: "The file names the engine “local”, which is not an Airflow server of this folder. Publish to which?",
    });
  });

  it("says where it was published before, the file's own first", () => {
    expect(targetChoice("b", ["a", "b", "c"], { engine: null, target: "c" })).toEqual({
      kind: "ask",
      targets: ["b", "a", "c"],
      question: "The file names “b”, but the workflow was last published to “c”. Publish to which?",
    });
  });

  it("is not asked where the workflow went to the engine that the file names now", () => {
    expect(targetChoice("b", ["a", "b"], { engine: "old", target: "b" })).toEqual({ kind: "take", target: "b" });
    expect(targetChoice("b", ["a", "b"], { engine: "old", target: "gone" })).toEqual({ kind: "take", target: "b" });
  });
});
