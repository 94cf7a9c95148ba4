import type { PublishStep } from "../../formats/publishing.js";
import type { Clock } from "../ports.js";

export type { PublishStep } from "../../formats/publishing.js";

/** A step that began, says something, or is done. */
export interface PublishEvent {
  readonly step: PublishStep;
  readonly state: "started" | "progress" | "done" | "failed";
  /** A sentence for people; empty where the step's name says it all. */
  readonly message: string;
  /** Milliseconds since the step began. */
  readonly elapsed: number;
}

/** Runs steps one after another and tells of each. */
export class Steps {
  constructor(
    private readonly clock: Clock,
    private readonly onEvent: (event: PublishEvent) => void,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** @param work may tell of its progress, and returns its result with a sentence about it */
  async run<T>(
    step: PublishStep,
    work: (progress: (message: string) => void) => Promise<readonly [result: T, message: string]>,
  ): Promise<T> {
    this.signal?.throwIfAborted();
    const began = this.clock.monotonic();
    const tell = (state: PublishEvent["state"], message: string): void =>
      this.onEvent({ step, state, message, elapsed: this.clock.monotonic() - began });
    tell("started", "");
    try {
      const [result, message] = await work((text) => tell("progress", text));
      tell("done", message);
      return result;
    } catch (error) {
      tell("failed", error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
}
