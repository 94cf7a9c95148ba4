import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { dialectOf } from "../../src/core/sql/dialect.js";
import { tokensOf } from "../../src/core/sql/lexer.js";
import { readQuery } from "../../src/core/sql/query.js";

const pieces = [
  ..."$1 $2 $3 $ {{ {{a}} ' '' \" ` [ ] ( ) , . :: -- /* */ # E' N' X' U&' \\ $$ $q$ t col 10 1.5 é 🍷 a$1 ; = % { }".split(
    " ",
  ),
  ..."SELECT FROM WHERE IN NOT AS DATE TIMESTAMP INTERVAL DAY LIKE JOIN ON UNION WITH DELETE DISTINCT IS BY ORDER GROUP".split(
    " ",
  ),
  ...[
    "{{ a }}",
    "{{ b c }}",
    "{{ zz }}",
    "{{ today }}",
    "\n",
    " ",
    " ",
    " ",
    "WITH TIME ZONE",
    "CAST(",
    "extract(",
    "position(",
  ],
];
const query = fc
  .tuple(fc.constantFrom("", " "), fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 18 }))
  .map(([between, words]) => words.join(between));
const sample = fc.tuple(fc.constantFrom("sqlite", "postgresql", "mysql", "other"), query);

it("reads any text in TypeScript as Python does, broken SQL too", () => {
  const samples = fc.sample(sample, { numRuns: 5000, seed: 35 });
  const python = JSON.parse(
    execFileSync("python3", ["test/runtime/queries/read_many.py"], {
      input: JSON.stringify(samples),
      env: { ...process.env, PYTHONPATH: "src/runtime", PYTHONDONTWRITEBYTECODE: "1" },
      encoding: "utf8",
      maxBuffer: 100_000_000,
    }),
  ) as readonly unknown[];
  const given = { listed: 2, tags: ["a", "b c"], first: false };
  for (const [number, [name, sql]] of samples.entries()) {
    const dialect = dialectOf(name);
    const { placeholders, problems } = readQuery(sql, dialect, given);
    const ours = [
      tokensOf(sql, dialect).map(({ kind, start, end }) => `${kind} ${sql.slice(start, end)}`),
      placeholders.map(({ written, where }) => `${written} ${where}`).sort(byCodePoint),
      problems.map(({ message }) => message).sort(byCodePoint),
    ];
    expect(ours, `${name}: ${sql}`).toEqual(python[number]);
  }
});

function byCodePoint(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
