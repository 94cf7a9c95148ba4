/** One thing measured beside what it is compared with, in the same interleaved rounds. */
export interface Measured {
  readonly what: string;
  /** Of all values of the row; by default milliseconds. */
  readonly unit?: Unit;
  readonly ours: readonly number[];
  readonly beside: { readonly what: string; readonly values: readonly number[] };
  /** Left out where none is set: the row is there to be looked at. */
  readonly budget?: Budget;
}

/** Times differ from round to round; counts of requests and sizes do not. */
type Unit = "ms" | "requests" | "KiB" | "MiB";

/** `difference`: what ours takes beyond the other; `ratio`: how many times the other it takes. */
type Budget =
  | { readonly kind: "value"; readonly below: number }
  | { readonly kind: "difference"; readonly below: number }
  | { readonly kind: "ratio"; readonly below: number };

/** Fewer rounds of a time tell little on a machine that others use: where a round takes seconds there are fewer, and the table says so. */
export const leastRounds = 20;

/** The table as text: medians, their ratio, and whether the budget is kept. */
export function table(rows: readonly Measured[]): string {
  const cells = [["", "median", "beside", "median", "ratio", "budget", "kept", "rounds"], ...rows.map(cellsOf)];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Whether a row's medians keep its budget. */
function isKept({ ours, beside }: Measured, budget: Budget): boolean {
  const [own, other] = [median(ours), median(beside.values)];
  const compared = { value: own, difference: own - other, ratio: own / other };
  return compared[budget.kind] < budget.below;
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  if (middle.length === 0) throw new Error("Nothing was measured, so there is no median.");
  return middle.reduce((total, value) => total + value, 0) / middle.length;
}

function cellsOf(row: Measured): readonly string[] {
  const { what, ours, beside, budget, unit = "ms" } = row;
  const ratio = `${(median(ours) / median(beside.values)).toFixed(2)} x`;
  const judged = budget === undefined ? ["none", ""] : [budgetText(budget, unit), isKept(row, budget) ? "yes" : "NO"];
  return [
    what,
    withUnit(median(ours), unit),
    beside.what,
    withUnit(median(beside.values), unit),
    ratio,
    ...judged,
    roundsText(ours.length, unit),
  ];
}

function budgetText({ kind, below }: Budget, unit: Unit): string {
  if (kind === "ratio") return `< ${String(below)} x`;
  return kind === "value" ? `< ${String(below)} ${unit}` : `< ${String(below)} ${unit} beyond`;
}

function roundsText(rounds: number, unit: Unit): string {
  return unit === "ms" && rounds < leastRounds ? `${String(rounds)} (few)` : String(rounds);
}

function withUnit(value: number, unit: Unit): string {
  if (unit === "ms") return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
  return unit === "KiB" || unit === "MiB"
    ? `${value.toFixed(0)} ${unit}`
    : `${String(value)} request${value === 1 ? "" : "s"}`;
}
