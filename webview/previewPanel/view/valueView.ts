import type { ArtifactId } from "../../../src/core/model/workflow.js";

/** What shows one value; made anew for each, and taken away with it. */
export interface ValueView {
  readonly element: HTMLElement;
  /** Buttons for the line above the value. */
  readonly actions: readonly HTMLElement[];
  /** Puts the keyboard on the value. */
  focus(): void;
  dispose(): void;
}

/** What a view asks of the page around it. */
export interface ValueHost {
  /** Copies a text and says that it did. @param what such as `3 rows` */
  copy(text: string, what: string): void;
  exportCsv(artifact: ArtifactId): void;
  /** Says something in the line below the value. */
  say(text: string): void;
}
