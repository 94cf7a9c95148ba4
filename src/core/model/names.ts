import type { SourceRange } from "./source.js";
import type { ArtifactId, OperatorKind } from "./workflow.js";

/** Where a file names its artifacts and operators: what is needed to tell what a place in the text is about. */
export interface FileNames {
  /** In the order in which Python comes by. */
  readonly artifacts: readonly ArtifactName[];
  readonly operators: readonly OperatorName[];
  readonly definitions: readonly DefinitionName[];
  /** Every call that Python comes by. */
  readonly calls: readonly CallName[];
  /** What the global names stand for at the end of the file. */
  readonly globals: ReadonlyMap<string, GlobalMeaning>;
}

export type GlobalMeaning = "client" | "resource" | "artifact" | "other";

/** A variable that stands for an artifact. */
export interface ArtifactName {
  readonly name: string;
  readonly range: SourceRange;
  readonly role: "binds" | "reads";
  /** Several: the name stands for one after the other, as in a loop, or for one of them. */
  readonly artifacts: readonly ArtifactId[];
}

/** A name that stands for an operator's function. */
interface OperatorName {
  readonly name: string;
  readonly range: SourceRange;
  /** The function, decorators included. */
  readonly definition: SourceRange;
}

/** The definition of an operator's function. */
interface DefinitionName {
  /** As the function is called in Python. */
  readonly name: string;
  readonly range: SourceRange;
  readonly definition: SourceRange;
  readonly kind: OperatorKind;
  readonly parameters: readonly string[];
}

/** The name that a call is written with: `predict` of `steps.predict(…)`. */
export interface CallName {
  readonly name: string;
  readonly range: SourceRange;
  readonly call: SourceRange;
}
