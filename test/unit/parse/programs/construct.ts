/**
 * A few lines of Python that show one thing the language can do with operators.
 *
 * They stand below the definitions of `program.ts` (`client`, `db`, `load`, `inc`, `add`, `two`, `size`, `good`) and are written with `aq.` for the
 * authoring API. `TABLE` and `OTHER` are artifacts that the program has by then; every name that ends in `_N` gets a number of its own. What they leave in
 * `result_N` is an artifact that goes on.
 */
export interface Construct {
  /** `<family>: <what it shows>`. */
  readonly name: string;
  readonly text: string;
  /** Modules beside the workflow file, by path; the import of the authoring API is put above those that use it. */
  readonly files: Readonly<Record<string, string>>;
  /** The oldest Python that reads it, where that is not the oldest of all. */
  readonly python?: readonly [number, number];
}

type Written =
  | string
  | {
      readonly text: string;
      readonly files?: Readonly<Record<string, string>>;
      readonly python?: readonly [number, number];
    };

export function family(name: string, written: Readonly<Record<string, Written>>): readonly Construct[] {
  return Object.entries(written).map(([shown, each]) => ({
    name: `${name}: ${shown}`,
    files: {},
    ...(typeof each === "string" ? { text: each } : each),
  }));
}
