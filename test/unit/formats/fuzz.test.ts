import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { either, matching, ordinal, record, text } from "../../../src/formats/schema.js";
import type { Format } from "../../../src/formats/reader.js";
import { life, manifestFormat } from "../../../src/formats/manifest.js";
import { fuzz, type Fuzzed } from "./fuzzing/fuzz.js";
import { uses } from "./fuzzing/uses.js";
import { sampled } from "./samples.js";

const seconds = 20;
/** One a day; in the long table another one each time. AQUEDUCT_FUZZ_SEED repeats one. */
function seedOf(): number {
  const given = process.env["AQUEDUCT_FUZZ_SEED"];
  if (given !== undefined) return Number(given);
  return process.env["AQUEDUCT_LONG_ROUNDS"] === undefined ? Math.floor(Date.now() / 86_400_000) : Date.now() % 2 ** 32;
}

const readers: readonly Fuzzed[] = sampled
  .filter(({ isPrinted }) => isPrinted !== true)
  .map(({ name, format, samples }) => ({
    name,
    format,
    samples,
    fits: fitsOf(name),
    ...(uses[name] === undefined ? {} : { use: uses[name] }),
  }));

describe("whatever lies in a file", () => {
  it(
    "is refused in a sentence that repeats no value, or is what its JSON schema says and harms nobody who uses it",
    () => {
      const seed = seedOf();
      const { tried, accepted, findings } = fuzz(readers, seed, seconds * 1000);
      process.stdout.write(
        `Fuzzed ${readers.length} readers with ${tried} texts, of which ${accepted} were accepted: AQUEDUCT_FUZZ_SEED=${seed}\n`,
      );
      expect(findings, `AQUEDUCT_FUZZ_SEED=${seed}`).toEqual([]);
      expect(accepted).toBeGreaterThan(readers.length);
    },
    3 * seconds * 1000,
  );
});

describe("a planted fault is found in the same time:", () => {
  const entries = (manifestFormat.schema as unknown as { readonly entries: v.ObjectEntries }).entries;
  const withEntry = (name: string, entry: v.GenericSchema): Format<unknown> => ({
    ...manifestFormat,
    schema: record({ ...entries, [name]: entry }),
  });

  it.each<readonly [string, Format<unknown>, string]>([
    ["a member that is not asked for", { ...manifestFormat, schema: without("artifacts") }, "its JSON schema refuses"],
    ["a try that may be a text", withEntry("try", either("a try", ordinal, text)), "JSON schema refuses"],
    ["a time that must be in UTC", withEntry("startedAt", matching(/Z$/, "a time")), "JSON schema"],
    [
      "a sentence that repeats a value",
      withEntry(
        "build",
        v.pipe(
          v.string("a text"),
          v.check(
            (value) => /^[0-9a-f]{64}$/.test(value),
            ({ input }) => `a digest but ${input}`,
          ),
        ),
      ),
      "It repeats a value",
    ],
    [
      "a reader that throws",
      withEntry(
        "life",
        v.pipe(
          v.unknown(),
          v.transform((value) => (value as string).slice(0)),
          life,
        ),
      ),
      "It threw",
    ],
  ])("%s", (_, format, fault) => {
    // Without its users: they trip on some of these too.
    const { use: _use, ...reader } = readerOf("manifest");
    const [finding] = fuzz([{ ...reader, format }], seedOf(), seconds * 1000).findings;
    expect(finding?.fault).toContain(fault);
  });

  it("a use that trips on what may be null", () => {
    const use = ({ failure }: { readonly failure: { readonly message: string } | null }): void => {
      if ((failure as { readonly message: string }).message === "") return;
    };
    const [finding] = fuzz([{ ...readerOf("manifest"), use }], seedOf(), seconds * 1000).findings;
    expect(finding?.fault).toContain("Whoever uses what it took throws");
  });

  it("of eight seeds, each finds the member that is not asked for and the try that may be a text", () => {
    const planted = [
      { ...readerOf("manifest"), name: "artifacts", format: { ...manifestFormat, schema: without("artifacts") } },
      { ...readerOf("manifest"), name: "try", format: withEntry("try", either("a try", ordinal, text)) },
    ];
    for (let seed = 0; seed < 8; seed += 1) expect(fuzz(planted, seed, seconds * 1000).findings).toHaveLength(2);
  });

  function without(name: string): v.GenericSchema {
    const { [name]: _, ...others } = entries;
    return record(others);
  }
});

function readerOf(name: string): Fuzzed {
  const found = readers.find((reader) => reader.name === name);
  if (found === undefined) throw new Error(`There is no reader ${name}.`);
  return found;
}

function fitsOf(name: string): (value: unknown) => boolean {
  const file = path.join(import.meta.dirname, `../../../schemas/${name}.schema.json`);
  const fits = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, "utf8")) as object);
  return (value) => fits(value);
}
