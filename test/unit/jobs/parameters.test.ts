import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodedJson, parameterPuts, runRecord } from "../../../src/core/jobs/parameters.js";
import type { JobParameter, JobRun } from "../../../src/core/model/job.js";
import type { Hash } from "../../../src/core/ports.js";
import { at } from "./jobs.js";

const hash: Hash = { sha256: (bytes) => createHash("sha256").update(bytes).digest("hex") };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function runWith(...parameters: readonly JobParameter[]): JobRun {
  return {
    project: "p",
    workflow: "w",
    target: "local",
    runId: "local__1",
    rid: "r",
    life: "20261121T140000.000000Z",
    build: "b",
    store: "/s",
    parameters,
  };
}

describe("a parameter of a run", () => {
  it.each([
    [6, "6", "json", "numeric"],
    ["wine", "wine", "text", "string"],
    [true, "true", "json", "boolean"],
    [null, "null", "json", "picklable"],
    [[1, "a"], '[1,"a"]', "json", "list"],
    [{ b: 1, a: 2 }, '{"a":2,"b":1}', "json", "dictionary"],
    [{ $aqueduct: "tuple" }, '{"$aqueduct":"dict","items":[["$aqueduct","tuple"]]}', "json", "dictionary"],
  ])("given as %j is stored as %s", (json, bytes, encoding, type) => {
    const encoded = encodedJson(json);
    expect([text(encoded.bytes), encoded.encoding, encoded.type]).toEqual([bytes, encoding, type]);
  });

  it("is put as value, sample and manifest, the manifest last", () => {
    const parameter: JobParameter = { operator: "floor", artifact: "floor", name: "floor", value: { json: 6 } };
    const puts = parameterPuts(runWith(parameter), parameter, undefined, at, hash);
    expect(puts.map(({ key }) => key.split("/").slice(5).join("/"))).toEqual([
      "floor/0001/artifacts/1",
      "floor/0001/samples/1.json",
      "floor/0001/manifest.json",
    ]);
    expect(JSON.parse(text(puts[2]?.bytes ?? new Uint8Array()))).toMatchObject({
      kind: "parameter",
      status: "succeeded",
      startedAt: at,
      artifacts: [{ sha256: hash.sha256("6"), size: 1 }],
    });
  });

  it("whose default is no JSON has its bytes as they are and no sample, and does not stand in run.json", () => {
    const parameter: JobParameter = {
      operator: "model",
      artifact: "model",
      name: "model",
      value: { file: "/blob", encoding: "pickle", type: "picklable" },
    };
    const puts = parameterPuts(runWith(parameter), parameter, new Uint8Array([1, 2]), at, hash);
    expect(puts.map(({ bytes }) => bytes.length === 2)).toEqual([true, false]);
    expect(runRecord(runWith(parameter)).parameters).toEqual({});
  });

  it("whose blob is gone is refused with what to do", () => {
    const parameter: JobParameter = {
      operator: "model",
      artifact: "model",
      name: "model",
      value: { file: "/blob", encoding: "pickle", type: "picklable" },
    };
    expect(() => parameterPuts(runWith(parameter), parameter, undefined, at, hash)).toThrow("Run the workflow again");
  });
});
