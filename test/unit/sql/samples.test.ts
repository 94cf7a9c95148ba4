import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ArtifactType } from "../../../src/core/model/workflow.js";
import { dialectOf } from "../../../src/core/sql/dialect.js";
import { tokensOf } from "../../../src/core/sql/lexer.js";
import { doubtful, neverNamed, placeInChain, readQuery, unfit } from "../../../src/core/sql/query.js";

interface TokenSample {
  readonly name: string;
  readonly dialects: readonly string[];
  readonly sql: string;
  readonly tokens: readonly (readonly [string, string])[];
}

interface QuerySample {
  readonly name: string;
  readonly dialects: readonly string[];
  readonly sql: string | readonly string[];
  readonly listed?: readonly unknown[];
  readonly tags?: Readonly<Record<string, unknown>>;
  readonly places: readonly (readonly [string, string])[];
  readonly says?: readonly string[];
  readonly doubts?: readonly string[];
  readonly unused?: string;
}

/** The Python side reads the same file. */
const table = JSON.parse(readFileSync(new URL("../../fixtures/sql/samples.json", import.meta.url), "utf8")) as {
  readonly urls: readonly (readonly [string, string])[];
  readonly tokens: readonly TokenSample[];
  readonly queries: readonly QuerySample[];
};

function inEach<Sample extends { readonly name: string; readonly dialects: readonly string[] }>(
  samples: readonly Sample[],
): readonly (readonly [string, string, Sample])[] {
  return samples.flatMap((sample) => sample.dialects.map((dialect) => [dialect, sample.name, sample] as const));
}

const typeOf = (value: unknown): ArtifactType => {
  if (Array.isArray(value)) return "list";
  const types: Readonly<Record<string, ArtifactType>> = { string: "string", number: "numeric", boolean: "boolean" };
  return types[typeof value] ?? "dictionary";
};

describe("SQL, by the table of samples", () => {
  it.each(table.urls)("tells the dialect of %j", (url, dialect) => {
    expect(dialectOf(url).name).toBe(dialect);
  });

  it.each(inEach(table.tokens))("reads the tokens of %s: %s", (name, _, { sql, tokens }) => {
    const found = tokensOf(sql, dialectOf(name));
    expect(found.map(({ start, end }) => sql.slice(start, end))).toEqual(tokens.map(([, text]) => text));
    for (const [place, { kind }] of found.entries()) expect(tokens[place]?.[0].split("|")).toContain(kind);
  });

  it.each(inEach(table.queries))("tells places and problems in %s: %s", (name, _, sample) => {
    const dialect = dialectOf(name);
    const { sql, listed = [], tags = {}, places, says = [] } = sample;
    const given = { listed: listed.length, tags: Object.keys(tags) };
    const types = [...listed, ...Object.values(tags)].map(typeOf);
    const readings = [sql]
      .flat()
      .map((text, number) => readQuery(text, dialect, { ...given, ...placeInChain(number, [sql].flat()) }));
    const found = readings.flatMap(({ placeholders }) =>
      placeholders.map(({ written, where }) => `${written} ${where}`),
    );
    expect(found.sort()).toEqual(places.map((place) => place.join(" ")).sort());
    const problems = readings.flatMap((reading) => [...reading.problems, ...unfit(reading, types, dialect)]);
    expect(problems.map(({ message }) => message)).toEqual(says);
    const doubts = readings.flatMap((reading) => doubtful(reading, types, dialect));
    expect(doubts.map(({ message }) => message)).toEqual(sample.doubts ?? []);
    if (says.length === 0) expect(neverNamed(readings, listed.length)).toBe(sample.unused);
  });
});
