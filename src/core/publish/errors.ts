import type { Problem } from "../model/problem.js";

/** Why nothing was published; nothing has been changed at the destination, or it has been put back. */
export type PublishFailure = "notConfigured" | "taken" | "unconfirmed" | "importError" | "overtaken";

/** `message` is a sentence that says what to do; `problems` stand on the workflow's own lines. */
export class PublishError extends Error {
  override readonly name = "PublishError";
  constructor(
    readonly kind: PublishFailure,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
  }
}
