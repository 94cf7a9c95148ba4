/**
 * What an analysis may cost, beyond the steps that it takes: values are made, compared and walked by code that knows nothing of steps, and sixty short lines
 * can make one of more parts than memory holds. All such code says here what it does; where a statement has used up what it has, it ends there, as one does that
 * takes too many steps. One analysis runs at a time, so one meter is enough.
 */
let left = Number.POSITIVE_INFINITY;

/** A statement has done more than any real one asks for. */
export class TooMuchWork extends Error {
  override readonly name = "TooMuchWork";
}

/** Counts work: 1 is a value that is looked at, some tenths of a microsecond. @throws TooMuchWork */
export function spend(units: number): void {
  left -= units;
  if (left < 0) throw new TooMuchWork();
}

/** Runs something that may spend so much, and no more; what is around it does not pay for it. @param tell of how much it spent, also where it throws */
export function withAllowance<Result>(units: number, run: () => Result, tell: (spent: number) => void): Result {
  const before = left;
  left = units;
  try {
    return run();
  } finally {
    tell(units - left);
    left = before;
  }
}

/** Characters of a text that is made of others: a longer one is not known. */
export const mostText = 100_000;

/** Room for the parts of a text that is being made; what does not fit any more is `…`. */
export class TextRoom {
  #left = mostText;
  isFull = false;

  take(part: string): string {
    this.#left -= part.length;
    spend(1 + part.length / 64);
    if (this.#left >= 0) return part;
    this.isFull = true;
    return "…";
  }
}
