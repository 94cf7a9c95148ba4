import { describe, expect, test } from "vitest";
import { type Compared, tableOf, tally } from "./programs/tally.js";

function compared(name: string, constructs: readonly string[], outcome: string): Compared {
  const program = { name, style: "names", constructs };
  if (outcome === "failed") return { program, outcome: { failed: "fails when it is traced: ValueError" } };
  return {
    program,
    outcome: { verdict: outcome as "equal", differences: outcome === "silent" ? ["missing: an operator"] : [] },
  };
}

const none = {};
const listed = { "try: raise": "the handler is not read" };

describe("shares", () => {
  const programs = (equal: number, unknown: number): readonly Compared[] =>
    Array.from({ length: 400 }, (_, index) => ({
      ...compared(`p${index}`, ["if"], index < equal ? "equal" : "open"),
      nodes: { all: 100, unknown },
    }));

  test("are of all programs and of all nodes", () => {
    expect(tally(programs(380, 4), none)).toMatchObject({ shares: { equal: 0.95, unknown: 0.04 }, complaints: [] });
  });

  test("are complained of where too few programs are equal, or too many nodes unknown", () => {
    expect(tally(programs(340, 6), none).complaints).toEqual([
      "only 85.0 % of the programs are equal, not 90.0 %",
      "6.0 % of the nodes are unknown, more than 5.0 %",
    ]);
    expect(tally(programs(340, 6).slice(0, 10), none).complaints).toEqual([]);
  });
});

describe("complaints", () => {
  test("there are none of what is equal or open", () => {
    const { complaints, passed } = tally([compared("a", ["if"], "equal"), compared("b", ["if"], "open")], none);
    expect([complaints, passed]).toEqual([[], 2]);
  });

  test("there is one of a silent difference that is not listed", () => {
    const { complaints, passed } = tally([compared("a", ["try: raise"], "silent")], none);
    expect(complaints).toEqual(["a (try: raise; names) is silently different: missing: an operator"]);
    expect(passed).toBe(0);
    expect(tally([compared("a", ["try: raise"], "silent")], listed).complaints).toEqual([]);
  });

  test("there is one of a listed construct that is silent no more", () => {
    const { complaints, passed } = tally(
      [compared("a", ["try: raise"], "equal"), compared("b", ["try: raise"], "open")],
      listed,
    );
    expect(complaints).toEqual([
      '"try: raise" is no longer silently different: take it off the list of known differences',
    ]);
    expect(passed).toBe(2);
  });

  test("there is none of a listed construct that is silent in one style only", () => {
    expect(
      tally([compared("a", ["try: raise"], "equal"), compared("b", ["try: raise"], "silent")], listed).complaints,
    ).toEqual([]);
  });

  test("there is one of what fails, listed or not", () => {
    expect(tally([compared("a", ["try: raise"], "failed")], listed).complaints).toEqual([
      "a (try: raise; names) fails when it is traced: ValueError",
    ]);
  });

  test("there is one of a silent mixture without a listed construct", () => {
    const listedToo = compared("mixture_1_000", ["if", "try: raise"], "silent");
    const without = compared("mixture_1_001", ["if", "for"], "silent");
    expect(tally([listedToo], listed).complaints).toEqual([]);
    expect(tally([without], listed).complaints).toHaveLength(1);
  });
});

test("counts are by construct where it stands alone, and mixtures apart", () => {
  const all = tally(
    [
      compared("alone_1", ["if"], "equal"),
      compared("alone_2", ["if"], "open"),
      compared("alone_3", ["try: raise"], "silent"),
      compared("mixture_1_000", ["if", "try: raise"], "equal"),
    ],
    listed,
  );
  expect(all.alone).toEqual([
    { name: "if", equal: 1, open: 1, silent: 0, failed: 0 },
    { name: "try: raise", equal: 0, open: 0, silent: 1, failed: 0 },
  ]);
  expect(all.mixtures).toMatchObject({ equal: 1, silent: 0 });
  expect(all.total).toMatchObject({ equal: 2, open: 1, silent: 1 });
  const rows = tableOf(all).split("\n");
  expect(rows[2]).toMatch(/^try: raise +0 +0 +1 +0$/);
  expect(rows.at(-2)).toMatch(/^all programs +2 +1 +1 +0$/);
  expect(rows.at(-1)).toBe("equal: 50.0 % of the programs; unknown: 0.0 % of the nodes");
});
