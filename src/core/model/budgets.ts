/**
 * The most that is taken of what others give, in one place: a server, a store or a process that goes on without end costs so much and no more. Whoever
 * reaches a limit says so in a sentence.
 */
export const answerBudget = {
  /** Bytes of one answer of Airflow, unpacked. */
  bytes: 32 * 1024 * 1024,
  /** Milliseconds without a byte, after which a server counts as silent. */
  silence: 30_000,
  /** Milliseconds that one request may take in all, however slowly its answer drips. */
  time: 60_000,
  /** Pages of one list of Airflow, of 100 each. */
  pages: 300,
  /** Requests that one server is given at a time by all who ask it. */
  atOnce: 4,
} as const;

export type AnswerBudget = { readonly [Limit in keyof typeof answerBudget]: number };

export const storeBudget = {
  /** Milliseconds until a connection stands. */
  connect: 10_000,
  /** Milliseconds without a byte. */
  silence: 30_000,
  /** Milliseconds that a request may take in all; an object that is read or written has longer by its size. */
  time: 60_000,
  /** Bytes a second, below which an object counts as one that never ends. */
  speed: 20_000,
  /** Pages of one list, of 1,000 keys each. */
  pages: 2_000,
  /** Requests that one bucket is given at a time; others wait here, not in the SDK, which would print warnings. */
  atOnce: 16,
  /** Bytes of a record, which is JSON. */
  record: 64 * 1024 * 1024,
  /** Bytes of anything else, such as a value: what Node reads at once. */
  object: 2 ** 31 - 1,
} as const;

export type StoreBudget = { readonly [Limit in keyof typeof storeBudget]: number };

/** Bytes of an object in a store that are read at most. */
export function mostBytesOf(key: string): number {
  return key.endsWith(".json") ? storeBudget.record : storeBudget.object;
}

/** Such as `64 MB`; limits are whole. */
export function limitText(bytes: number): string {
  return bytes > 2 ** 30 ? `${Math.round(bytes / 2 ** 30)} GiB` : `${Math.round(bytes / 2 ** 20)} MB`;
}

/** Bytes of a file of this machine that is read at once; what decides something has a smaller limit of its own. */
export const fileBudget = 256 * 1024 * 1024;

/** Characters of what a process prints that are kept: its beginning and its end. */
export const outputBudget = { head: 256 * 1024, tail: 1024 * 1024 } as const;
