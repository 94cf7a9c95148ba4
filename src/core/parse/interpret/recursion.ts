import type { RecordedOperator } from "../record/recorded.js";
import type { Recorder } from "../record/recorder.js";
import { type Arguments, artifactsIn, type FunctionValue, type Value } from "./values.js";

/** A function of the folder that runs now. */
interface Running {
  readonly code: FunctionValue["code"];
  /** How much was in doubt when it began. */
  readonly doubts: number;
  /** How many operators there were. */
  readonly from: number;
  /** A call of it was not followed. */
  isCut: boolean;
}

/**
 * The functions of the folder that run now.
 *
 * One that calls itself where the text does not tell whether it does is run once: what it has recorded, and still records, stands for all its turns.
 */
export class Recursion {
  readonly #running: Running[] = [];
  #rest: Set<FunctionValue["code"]> | undefined;

  constructor(
    private readonly certainty: { readonly repeated: number; readonly unknown: number },
    private readonly recorder: Recorder,
  ) {}

  /** Runs the body of a function. */
  within<Result>(called: FunctionValue, run: () => Result): Result {
    const { repeated, unknown } = this.certainty;
    const depth = this.#running.length;
    this.#running.push({
      code: called.code,
      doubts: repeated + unknown,
      from: this.recorder.operators.length,
      isCut: false,
    });
    try {
      return run();
    } finally {
      const running = this.#running[depth];
      this.#running.length = depth;
      if (running?.isCut === true) this.#standForAllTurns(running);
    }
  }

  /** Runs what stands for all turns that are not followed: each function in it once. */
  forTheRest<Result>(called: FunctionValue, run: () => Result): Result {
    const before = this.#rest;
    this.#rest = new Set([called.code]);
    try {
      return run();
    } finally {
      this.#rest = before;
    }
  }

  /** Whether deep recursion is not followed any more. */
  get isInTheRest(): boolean {
    return this.#rest !== undefined;
  }

  /** Whether a function that runs already is called once more, and that is in doubt. */
  isDoubtful({ code }: FunctionValue): boolean {
    if (this.#rest !== undefined) {
      if (this.#rest.has(code)) return true;
      this.#rest.add(code);
      return false;
    }
    const outer = this.#running.findLast((one) => one.code === code);
    return outer !== undefined && this.certainty.repeated + this.certainty.unknown > outer.doubts;
  }

  #standForAllTurns({ from }: Running): readonly RecordedOperator[] {
    const recorded = this.recorder.operators.slice(from);
    for (const operator of recorded) operator.details = { ...operator.details, repeated: true, unknown: true };
    return recorded;
  }

  /** What a call gives that is not followed: anything that its function has recorded, or was given. */
  cut({ code }: FunctionValue, { positional, keywords }: Arguments): Value {
    const outer = this.#running.find((one) => one.code === code) ?? this.#running[0];
    const recorded = outer === undefined ? [] : this.#standForAllTurns(outer);
    // What it records from now on is of all turns too.
    if (outer !== undefined) outer.isCut = true;
    const given = [...positional, ...keywords.values()].flatMap(({ value }) => artifactsIn(value));
    const artifacts = [...new Set([...recorded.flatMap(({ outputs }) => outputs), ...given])];
    return { kind: "unknown", of: artifacts.map((artifact): Value => ({ kind: "artifact", artifact })) };
  }
}
