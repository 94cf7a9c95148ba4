import type { Program } from "./program.js";
import type { Judgement, Verdict } from "./verdict.js";

/** One program, and how reading and tracing it compare; `failed` where one of both came to nothing. */
export interface Compared {
  readonly program: Pick<Program, "name" | "style" | "constructs">;
  readonly outcome: Judgement | { readonly failed: string };
  /** Nodes of the graph that was read, and those among them that are unknown. */
  readonly nodes?: { readonly all: number; readonly unknown: number };
}

interface Row extends Readonly<Record<Verdict, number>> {
  readonly name: string;
  readonly failed: number;
}

interface Tally {
  /** One for every construct alone, in the order of their first programs. */
  readonly alone: readonly Row[];
  readonly mixtures: Row;
  readonly total: Row;
  /** Of all programs, and of all their nodes. */
  readonly shares: { readonly equal: number; readonly unknown: number };
  /** What must not be, a sentence each. */
  readonly complaints: readonly string[];
  /** Programs of which nothing is complained. */
  readonly passed: number;
}

/**
 * Counts, and holds the list of known silent differences, by construct with the reason: it may only become shorter.
 *
 * A mixture may be silently different where one of its constructs is on the list.
 */
export function tally(compared: readonly Compared[], known: Readonly<Record<string, string>>): Tally {
  const single = compared.filter(({ program }) => !isMixture(program));
  const names = [...new Set(single.map(({ program }) => program.constructs[0] ?? ""))];
  const alone = names.map((name) =>
    rowOf(
      name,
      single.filter(({ program }) => program.constructs[0] === name),
    ),
  );
  const wrong = compared.flatMap((each) => {
    const complaint = complaintOf(each, known);
    return complaint === undefined ? [] : [complaint];
  });
  const mended = alone
    .filter(({ name, silent, failed }) => Object.hasOwn(known, name) && silent === 0 && failed === 0)
    .map(({ name }) => `"${name}" is no longer silently different: take it off the list of known differences`);
  const shares = sharesOf(compared);
  return {
    alone,
    shares,
    mixtures: rowOf(
      "mixtures",
      compared.filter(({ program }) => isMixture(program)),
    ),
    total: rowOf("all programs", compared),
    complaints: [...wrong, ...mended, ...(compared.length < enough ? [] : tooLittle(shares))],
    passed: compared.length - wrong.length,
  };
}

/** Fewer programs than this have no shares worth judging. */
const enough = 400;
const [leastEqual, mostUnknown] = [0.9, 0.05];

function sharesOf(compared: readonly Compared[]): Tally["shares"] {
  const equal = compared.filter(({ outcome }) => "verdict" in outcome && outcome.verdict === "equal").length;
  const count = (which: "all" | "unknown"): number =>
    compared.reduce((sum, { nodes }) => sum + (nodes?.[which] ?? 0), 0);
  return { equal: equal / Math.max(compared.length, 1), unknown: count("unknown") / Math.max(count("all"), 1) };
}

function tooLittle({ equal, unknown }: Tally["shares"]): readonly string[] {
  return [
    ...(equal < leastEqual ? [`only ${percent(equal)} of the programs are equal, not ${percent(leastEqual)}`] : []),
    ...(unknown > mostUnknown
      ? [`${percent(unknown)} of the nodes are unknown, more than ${percent(mostUnknown)}`]
      : []),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function isMixture({ name }: Pick<Program, "name">): boolean {
  return name.startsWith("mixture_");
}

function rowOf(name: string, compared: readonly Compared[]): Row {
  const count = (of: (outcome: Compared["outcome"]) => boolean): number =>
    compared.filter(({ outcome }) => of(outcome)).length;
  const having = (verdict: Verdict): number => count((outcome) => "verdict" in outcome && outcome.verdict === verdict);
  return {
    name,
    equal: having("equal"),
    open: having("open"),
    silent: having("silent"),
    failed: count((outcome) => "failed" in outcome),
  };
}

function complaintOf({ program, outcome }: Compared, known: Readonly<Record<string, string>>): string | undefined {
  const which = `${program.name} (${program.constructs.join("; ")}; ${program.style})`;
  if ("failed" in outcome) return `${which} ${outcome.failed}`;
  if (outcome.verdict !== "silent" || program.constructs.some((name) => Object.hasOwn(known, name))) return undefined;
  return `${which} is silently different: ${outcome.differences.slice(0, 3).join("; ")}`;
}

/** The counts as a table, those first that have anything to tell. */
export function tableOf({ alone, mixtures, total, shares }: Tally): string {
  const rows = [...alone].sort((one, other) => weight(other) - weight(one));
  const width = Math.max(...[...rows, mixtures, total].map(({ name }) => name.length), 9);
  const line = (name: string, ...cells: readonly (string | number)[]): string =>
    [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(6))].join(" ");
  const shown = (row: Row): string => line(row.name, row.equal, row.open, row.silent, row.failed);
  const rule = "-".repeat(width + 28);
  return [
    line("construct", "equal", "open", "silent", "failed"),
    rule,
    ...rows.map(shown),
    rule,
    shown(mixtures),
    shown(total),
    `equal: ${percent(shares.equal)} of the programs; unknown: ${percent(shares.unknown)} of the nodes`,
  ].join("\n");
}

function weight({ silent, open, failed }: Row): number {
  return failed > 0 ? 3 : silent > 0 ? 2 : open > 0 ? 1 : 0;
}
