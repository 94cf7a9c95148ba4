import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { read, readText } from "../../../src/formats/reader.js";
import { runFormat } from "../../../src/formats/run.js";
import { canary, changesOf, sampled } from "./samples.js";

describe.each(sampled)("$name", ({ name, format, isPart, help, samples }) => {
  it("has samples, which are read as they were written", () => {
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      const result = read(format, sample);
      expect(result).toMatchObject({ readable: true });
      if (isPart !== true) expect(result).toEqual({ readable: true, value: sample });
    }
  });

  it(`${help === undefined ? "passes over" : "tells"} members that a later version added`, () => {
    for (const sample of samples)
      if (help !== undefined)
        expect(read(format, withMember(sample, "later", 1))).toMatchObject({ readable: false, where: "later" });
      else expect(read(format, withMember(sample, "later", 1))).toEqual(read(format, sample));
  });

  it("says where it is wrong, repeats no value, and takes what its JSON schema takes and nothing else", () => {
    const fits = new Ajv({ strict: false }).compile(schemaOf(name));
    for (const sample of samples)
      for (const { where, what, value } of changesOf(sample)) {
        const result = read(format, value);
        const isNewer = !result.readable && result.newer !== undefined;
        expect([where, what, result.readable || isNewer ? fits(value) : !fits(value)]).toEqual([where, what, !isNewer]);
        if (result.readable) continue;
        expect(result.why).not.toContain(canary());
        expect([where, what, result.where]).toSatisfy(
          () =>
            hasSample.has(name) || isAbout(result.where, where) || (what === "gone" && isBeside(result.where, where)),
        );
      }
  });

  it("of a newer Aqueduct says to update", () => {
    if (format.number === undefined) return;
    for (const sample of samples)
      expect(read(format, withMember(sample, "format", 99))).toMatchObject({
        readable: false,
        where: "format",
        newer: 99,
        why: `it has format 99, and this Aqueduct reads up to ${format.number}: update it`,
      });
  });

  it("cut off at any place is not JSON, and empty is empty", () => {
    const text = JSON.stringify(samples[0]);
    for (let length = 1; length < text.length; length += Math.ceil(text.length / 50))
      expect(readText(format, text.slice(0, length))).toMatchObject({ readable: false, why: "it is not JSON" });
    expect(readText(format, " \n")).toMatchObject({ readable: false, why: "it is empty" });
    expect(readText(format, `\uFEFF${text}`)).toMatchObject({ readable: true });
  });
});

/** A sample is a table or not by whether it has columns, so the fault of one may be told of those. */
const hasSample = new Set(["sample", "answer-show"]);

describe("data of somebody's own, nested however deep,", () => {
  const { format, samples } = sampled.find(({ name }) => name === "run") ?? { format: runFormat, samples: [] };
  const textOf = (levels: number): string =>
    JSON.stringify(withMember(samples[0], "parameters", { alpha: "deep" })).replace(
      '"deep"',
      `${"[".repeat(levels)}${"]".repeat(levels)}`,
    );

  it("is read up to 700 levels", () => {
    const result = readText(format, textOf(700));
    expect(result.readable && JSON.stringify(result.value).length).toBeGreaterThan(1400);
  });

  it.each([701, 20_000, 1_000_000])("is refused at its place, with %d levels", (levels) => {
    expect(readText(format, textOf(levels))).toEqual({
      readable: false,
      where: "parameters.alpha",
      why: "parameters.alpha is not a value nested at most 700 levels deep",
    });
  });
});

/** A fault is told at the member that was changed, above it, or in what it became. */
function isAbout(told: string, changed: string): boolean {
  return told.startsWith(changed) || changed.startsWith(told);
}

/** Where one of two members has to be there, the other one may be missed. */
function isBeside(told: string, gone: string): boolean {
  return told.replace(/[^.]*$/, "") === gone.replace(/[^.]*$/, "");
}

function withMember(sample: unknown, name: string, value: unknown): unknown {
  return { ...(sample as object), [name]: value };
}

function schemaOf(name: string): object {
  const file = path.join(import.meta.dirname, `../../../schemas/${name}.schema.json`);
  return JSON.parse(readFileSync(file, "utf8")) as object;
}
