import { describe, expect, it } from "vitest";
import { areStrings, isBuildRecord, isFormat1, isManifest, isRunRecord } from "../../../src/core/store/guards.js";
import { buildOperator, buildRecord } from "../builds.js";
import { manifest, record } from "../runs/facts.js";

type Members = Readonly<Record<string, unknown>>;

/** Each way in which one of these members may be missing or be something else. */
function spoiled(value: object, names: readonly string[]): readonly (readonly [string, unknown])[] {
  return names.flatMap((name) => {
    const { [name]: _, ...without } = value as Members;
    return [
      [`without "${name}"`, without],
      [`whose "${name}" is something else`, { ...value, [name]: true }],
    ] as const;
  });
}

describe("a manifest", () => {
  it("is one with all that is read of it, whatever else it has", () => {
    expect(isManifest({ ...manifest("clean"), later: 1 })).toBe(true);
  });

  it.each(
    spoiled(manifest("clean"), [
      "format",
      "operator",
      "kind",
      "status",
      "build",
      "life",
      "startedAt",
      "endedAt",
      "try",
      "artifacts",
    ]),
  )("%s is none", (_what, value) => {
    expect(isManifest(value)).toBe(false);
  });
});

describe("the record of a run", () => {
  it("is one with all that is read of it, whatever else it has", () => {
    expect(isRunRecord({ ...record, later: 1 })).toBe(true);
  });

  it.each(spoiled(record, ["format", "project", "workflow", "target", "runId", "life", "build", "parameters"]))(
    "%s is none",
    (_what, value) => {
      expect(isRunRecord(value)).toBe(false);
    },
  );
});

describe("the record of a build", () => {
  const build = buildRecord([buildOperator("clean")]);

  it("is one with all that is read of it, whatever else it has", () => {
    expect(isBuildRecord({ ...build, later: 1 })).toBe(true);
  });

  it.each(spoiled(build, ["format", "project", "workflow", "operators", "artifacts", "runtime"]))(
    "%s is none",
    (_what, value) => {
      expect(isBuildRecord(value)).toBe(false);
    },
  );
});

describe("what any of them must be", () => {
  it.each([null, undefined, 7, "text", [], [1]])("an object: %j is none", (value) => {
    expect([isFormat1(value), isManifest(value), isRunRecord(value), isBuildRecord(value)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("of the format that we know", () => {
    expect([isFormat1({ format: 1 }), isFormat1({ format: 2 }), isFormat1({})]).toEqual([true, false, false]);
  });

  it("with every text that is asked for", () => {
    expect([areStrings({ a: "", b: "x" }, ["a", "b"]), areStrings({ a: "x", b: 1 }, ["a", "b"])]).toEqual([
      true,
      false,
    ]);
    expect(areStrings({ a: "x" }, [])).toBe(true);
  });
});
