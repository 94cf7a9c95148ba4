import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodedJson, parameterPuts, runRecord } from "../../../src/core/jobs/parameters.js";
import { ofDictionary, ofFloat, ofTuple } from "../../../src/core/model/exactJson.js";
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

const place = `w-${hash.sha256("w").slice(0, 8)}`;

describe("a parameter of a run", () => {
  it.each([
    [6, "6", "json", "numeric"],
    ["wine", "wine", "text", "string"],
    [true, "true", "json", "boolean"],
    [null, "null", "json", "picklable"],
    [[1, "a"], '[1,"a"]', "json", "list"],
    [{ b: 1, a: 2 }, '{"b":1,"a":2}', "json", "dictionary"],
    [
      ofDictionary([["$aqueduct", "tuple"]]),
      '{"$aqueduct":"dict","items":[["$aqueduct","tuple"]]}',
      "json",
      "dictionary",
    ],
    [
      ofDictionary([
        ["b", 1],
        ["a", ofFloat(2)],
      ]),
      '{"b":1,"a":2.0}',
      "json",
      "dictionary",
    ],
    [ofTuple([1, "é"]), '{"$aqueduct":"tuple","items":[1,"\\u00e9"]}', "json", "tuple"],
  ])("given as %j is stored as %s", (json, bytes, encoding, type) => {
    const encoded = encodedJson(json);
    expect([text(encoded.bytes), encoded.encoding, encoded.type]).toEqual([bytes, encoding, type]);
  });

  it("is put as value, sample and manifest, the manifest last", () => {
    const parameter: JobParameter = { operator: "floor", artifact: "floor", name: "floor", value: { json: 6 } };
    const puts = parameterPuts(runWith(parameter), parameter, undefined, at, hash);
    expect(puts.map(({ key, isValue }) => [key.split("/").slice(-3).join("/"), isValue])).toEqual([
      [`${place}/sha256/${hash.sha256("6")}`, true],
      ["0001/samples/1.json", false],
      ["floor/0001/manifest.json", false],
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

describe("what the store gets of a run's parameters", () => {
  const floor: JobParameter = { operator: "floor", artifact: "floor_value", name: "my floor", value: { json: 6 } };
  const folder = `runs/p/${place}/r/20261121T140000.000000Z/floor/0001`;
  const objects = (puts: ReturnType<typeof parameterPuts>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(puts.map(({ key, bytes }) => [key, JSON.parse(text(bytes)) as unknown]));

  it("is its value, a sample of it and a manifest that says all that the formats ask for", () => {
    expect(objects(parameterPuts(runWith(floor), floor, undefined, at, hash))).toEqual({
      [`values/p/${place}/sha256/${hash.sha256("6")}`]: 6,
      [`${folder}/samples/1.json`]: {
        format: 1,
        type: "numeric",
        rows: null,
        columns: null,
        values: 6,
        text: null,
        python: "int",
      },
      [`${folder}/manifest.json`]: {
        format: 1,
        operator: "floor",
        kind: "parameter",
        status: "succeeded",
        build: "b",
        life: "20261121T140000.000000Z",
        try: 1,
        engine: "local",
        failure: null,
        check: null,
        metric: null,
        startedAt: at,
        endedAt: at,
        wallSeconds: 0,
        peakBytes: null,
        python: "",
        saved: null,
        artifacts: [
          {
            id: "floor_value",
            key: `values/p/${place}/sha256/${hash.sha256("6")}`,
            sha256: hash.sha256("6"),
            size: 1,
            type: "numeric",
            encoding: "json",
            rows: null,
            schema: null,
            sample: `${folder}/samples/1.json`,
          },
        ],
        logs: { stdout: null, stderr: null },
        reuse: null,
      },
    });
  });

  it("of a default that is given as a file is that file, with a sample where it has JSON", () => {
    const value = { file: "/blob", encoding: "pickle", type: "tuple", json: [1] } as const;
    const puts = parameterPuts(runWith(), { ...floor, value }, new Uint8Array([7, 8, 9]), at, hash);
    expect(puts.map(({ key }) => key)).toEqual([
      `values/p/${place}/sha256/${hash.sha256(new Uint8Array([7, 8, 9]))}`,
      `${folder}/samples/1.json`,
      `${folder}/manifest.json`,
    ]);
    expect([...(puts[0]?.bytes ?? [])]).toEqual([7, 8, 9]);
    expect(JSON.parse(text(puts[1]?.bytes ?? new Uint8Array()))).toMatchObject({ type: "tuple", values: [1] });
    expect(JSON.parse(text(puts[2]?.bytes ?? new Uint8Array()))).toMatchObject({
      artifacts: [{ size: 3, type: "tuple", encoding: "pickle", sha256: hash.sha256(new Uint8Array([7, 8, 9])) }],
    });
  });

  it("of a default without JSON has no sample", () => {
    const value = { file: "/blob", encoding: "pickle", type: "picklable" } as const;
    const puts = parameterPuts(runWith(), { ...floor, value }, new Uint8Array([1]), at, hash);
    expect(puts.map(({ isValue }) => isValue)).toEqual([true, false]);
    expect(JSON.parse(text(puts[1]?.bytes ?? new Uint8Array()))).toMatchObject({ artifacts: [{ sample: null }] });
  });

  it("names in a refusal the parameter whose blob is gone", () => {
    const value = { file: "/blob", encoding: "pickle", type: "picklable" } as const;
    expect(() => parameterPuts(runWith(), { ...floor, value }, undefined, at, hash)).toThrow(
      'The value of parameter "floor" is not in the store. Run the workflow again, so that it is traced anew.',
    );
  });

  it("is bound to a build by the run's record, with its values by name", () => {
    const model: JobParameter = {
      operator: "model",
      artifact: "model",
      name: "model",
      value: { file: "/blob", encoding: "pickle", type: "picklable" },
    };
    expect(runRecord(runWith(floor, model))).toEqual({
      format: 1,
      project: "p",
      workflow: "w",
      target: "local",
      runId: "local__1",
      life: "20261121T140000.000000Z",
      build: "b",
      parameters: { "my floor": 6 },
      startedBy: "local",
      scheduled: false,
    });
  });

  it("marks a dictionary that looks like a tag, at any depth, and no other", () => {
    const stored = (json: Parameters<typeof encodedJson>[0]): unknown => JSON.parse(text(encodedJson(json).bytes));
    const tagLike = ofDictionary([
      ["$aqueduct", 1],
      ["a", ofDictionary([["$aqueduct", 2]])],
    ]);
    expect(stored([tagLike, { a: null }])).toEqual([
      {
        $aqueduct: "dict",
        items: [
          ["$aqueduct", 1],
          ["a", { $aqueduct: "dict", items: [["$aqueduct", 2]] }],
        ],
      },
      { a: null },
    ]);
    expect(encodedJson("é").bytes).toEqual(new TextEncoder().encode("é"));
  });
});
