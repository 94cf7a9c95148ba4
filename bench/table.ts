/** One thing measured beside what it is compared with, in the same interleaved rounds; all times in milliseconds. */
export interface Measured {
  readonly what: string;
  readonly ours: readonly number[];
  readonly beside: { readonly what: string; readonly times: readonly number[] };
  readonly budget: Budget;
}

/** `difference`: what ours takes beyond the other; `ratio`: how many times the other it takes. */
export type Budget =
  | { readonly kind: "time"; readonly below: number }
  | { readonly kind: "difference"; readonly below: number }
  | { readonly kind: "ratio"; readonly below: number };

/** Fewer rounds tell nothing on a machine that others use. */
export const leastRounds = 20;

/** The table as text: medians, their ratio, and whether the budget is kept. */
export function table(rows: readonly Measured[]): string {
  const cells = [["", "median", "beside", "median", "ratio", "budget", "kept", "rounds"], ...rows.map(cellsOf)];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}

/** Whether a row's medians keep its budget. */
export function isKept({ ours, beside, budget }: Measured): boolean {
  const [own, other] = [median(ours), median(beside.times)];
  const compared = { time: own, difference: own - other, ratio: own / other };
  return compared[budget.kind] < budget.below;
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(times: readonly number[]): number {
  const sorted = [...times].sort((left, right) => left - right);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  if (middle.length === 0) throw new Error("Nothing was measured, so there is no median.");
  return middle.reduce((total, time) => total + time, 0) / middle.length;
}

function cellsOf(row: Measured): readonly string[] {
  const { what, ours, beside, budget } = row;
  const ratio = `${(median(ours) / median(beside.times)).toFixed(2)} x`;
  return [what, milliseconds(median(ours)), beside.what, milliseconds(median(beside.times)), ratio, budgetText(budget), isKept(row) ? "yes" : "NO", String(ours.length)];
}

function budgetText({ kind, below }: Budget): string {
  if (kind === "ratio") return `< ${String(below)} x`;
  return kind === "time" ? `< ${String(below)} ms` : `< ${String(below)} ms beyond`;
}

function milliseconds(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 1)} ms`;
}
