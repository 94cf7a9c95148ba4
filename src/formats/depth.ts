/**
 * How deep lists and objects may lie in one another in somebody's own data. The runtime writes values of up to 201 levels, each of which takes up to three of
 * JSON (docs/formats/values.md); Python's reader of JSON ends at 1,000 calls, those of its caller included; and much deeper ones would overflow our own stack.
 */
export const mostLevels = 700;

/** Whether more lists and objects than that lie in one another. Level by level: a value may be nested deeper than any stack. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let level = holders([value]);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((holder) => holders(Object.values(holder)));
  }
  return false;
}

function holders(values: readonly unknown[]): readonly object[] {
  return values.filter((value) => typeof value === "object" && value !== null);
}
