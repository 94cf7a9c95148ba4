const most = 3;

/** The names that are most like a wrong one, the likeliest first. */
export function nearest(wrong: string, names: readonly string[]): readonly string[] {
  return [...names].sort((one, other) => distance(wrong, one) - distance(wrong, other)).slice(0, most);
}

/** The name that is probably meant by a wrong one; undefined where none is much like it. */
export function meant(wrong: string, names: readonly string[]): string | undefined {
  const [first] = nearest(wrong, names);
  return first !== undefined && distance(wrong, first) <= Math.max(1, wrong.length / 3) ? first : undefined;
}

/** How many letters have to be put in, taken out or changed; capitals are small. */
function distance(one: string, other: string): number {
  const [from, to] = [one.toLowerCase(), other.toLowerCase()];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 1; at <= from.length; at += 1) {
    const next = [at];
    for (let place = 1; place <= to.length; place += 1) {
      const changed = (row[place - 1] ?? 0) + (from[at - 1] === to[place - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
