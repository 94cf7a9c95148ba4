import type { Statement } from "../syntax/syntax.js";
import type { Frame } from "./frame.js";

/** A statement that is being executed. */
export interface Step {
  readonly statement: Statement;
  readonly frame: Frame;
  /** Whether operators or publications were recorded while it ran; known once it has ended. */
  records: boolean;
}

/** The statements that are being executed: the outermost first, the innermost last. */
export class Trail {
  readonly #steps: Step[] = [];

  get steps(): readonly Step[] {
    return [...this.#steps];
  }

  /** The innermost one. */
  get last(): Step | undefined {
    return this.#steps.at(-1);
  }

  enter(statement: Statement, frame: Frame): Step {
    const step: Step = { statement, frame, records: false };
    this.#steps.push(step);
    return step;
  }

  leave(): void {
    this.#steps.pop();
  }

  get depth(): number {
    return this.#steps.length;
  }

  leaveTo(depth: number): void {
    this.#steps.length = depth;
  }
}
