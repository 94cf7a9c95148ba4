import { isOver } from "../../core/index.js";
import type { Run } from "../../core/model/run.js";

type NamedRun = Pick<Run, "target" | "rid" | "state">;

/** The runs that were seen unfinished, by folder, so that their end is told once. Of the others nothing is kept. */
export class UnfinishedRuns {
  readonly #folders = new Map<string, Set<string>>();

  /** A run that was started, though nobody has looked yet. */
  add(folder: string, target: string, rid: string): void {
    this.#of(folder).add(nameOf({ target, rid }));
  }

  /** Takes what a look has found. @returns those that have ended since the look before */
  look<T extends NamedRun>(folder: string, runs: readonly T[]): readonly T[] {
    const unfinished = this.#of(folder);
    return runs.filter((run) => {
      if (isOver(run.state)) return unfinished.delete(nameOf(run));
      unfinished.add(nameOf(run));
      return false;
    });
  }

  /** Whether anything goes on in a folder. */
  isIn(folder: string): boolean {
    return (this.#folders.get(folder)?.size ?? 0) > 0;
  }

  /** A folder that is not followed any more. */
  forget(folder: string): void {
    this.#folders.delete(folder);
  }

  /** How many are kept. */
  get size(): number {
    return [...this.#folders.values()].reduce((sum, { size }) => sum + size, 0);
  }

  #of(folder: string): Set<string> {
    const known = this.#folders.get(folder) ?? new Set<string>();
    this.#folders.set(folder, known);
    return known;
  }
}

function nameOf({ target, rid }: Pick<Run, "target" | "rid">): string {
  return `${target}|${rid}`;
}
