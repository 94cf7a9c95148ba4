import type { SourceRange } from "../../model/source.js";
import { environmentIn } from "./environment.js";
import { type Frame, isStale, type Site } from "./frame.js";
import type { Step, Trail } from "./trail.js";
import type { EnvironmentRead, Value } from "./values.js";

/** Notes where the names of the workflow file got their values, and what of the environment became a parameter. */
export class EnvironmentNotes {
  /** The statements that assigned a global name of the workflow file last; names that an import gave are not here: these are imported anew. */
  readonly assigned = new Map<string, Step>();
  readonly parameters: {
    readonly name: string;
    readonly call: SourceRange;
    readonly reads: readonly EnvironmentRead[];
  }[] = [];
  readonly #trail: Trail;

  constructor(trail: Trail) {
    this.#trail = trail;
  }

  bound(name: string, frame: Frame): void {
    const step = this.#trail.last;
    if (step !== undefined && isGlobalOfMain(name, frame)) this.assigned.set(name, step);
  }

  imported(name: string, frame: Frame): void {
    if (isGlobalOfMain(name, frame)) this.assigned.delete(name);
  }

  given(name: string, value: Value, { range, frame }: Site): void {
    const reads = environmentIn(value);
    if (reads.length > 0 && !isStale(frame)) this.parameters.push({ name, call: range, reads });
  }
}

function isGlobalOfMain(name: string, { scope, origin }: Frame): boolean {
  return origin.module === "__main__" && scope.holderOf(name).parent === undefined;
}
