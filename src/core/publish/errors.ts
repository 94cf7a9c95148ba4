import type { PublishFailure } from "../../formats/publishing.js";
import type { Problem } from "../model/problem.js";

export type { PublishFailure } from "../../formats/publishing.js";

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
