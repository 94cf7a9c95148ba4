import { expect, it } from "vitest";
import { argumentsOf, defaultOf, placesOf } from "../../../src/core/model/signatures.js";

it("tells the arguments that can be given by place from those that are given by name alone", () => {
  expect(placesOf("DatabaseResource.config")).toEqual(["table", "mode"]);
  expect(argumentsOf("DatabaseResource.config")).toEqual(["table", "mode", "update_mode", "save_mode"]);
  expect(placesOf("Artifact.max")).toEqual(["column_id", "lazy"]);
});

it("takes what gathers arguments for none", () => {
  expect([argumentsOf("StoreResource.file"), placesOf("StoreResource.file")]).toEqual([[], []]);
});

it("tells a default from an argument that has to be given", () => {
  expect([defaultOf("Artifact.head", "n"), defaultOf("check", "severity"), defaultOf("op", "name")]).toEqual([
    5,
    "warning",
    null,
  ]);
  expect(placesOf("daily").map((name) => defaultOf("daily", name))).toEqual([0, 0]);
  expect(placesOf("Artifact.max").map((name) => defaultOf("Artifact.max", name))).toEqual([undefined, false]);
});
