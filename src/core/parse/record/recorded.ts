import type { SourceRange } from "../../model/source.js";
import type { ArtifactType, Operator, OperatorKind } from "../../model/workflow.js";

/** An operator before it has an id: those depend on the whole file. */
export interface RecordedOperator {
  readonly name: string;
  readonly kind: OperatorKind;
  inputs: readonly RecordedArtifact[];
  readonly outputs: readonly RecordedArtifact[];
  readonly source: SourceRange;
  readonly definition: SourceRange | null;
  /** False: its name or its inputs cannot be told for certain, so neither can which call it replaces. */
  readonly isKnown: boolean;
  /** The value of a parameter as text, the same for equal values only; undefined where it cannot be told, or the user named the parameter. */
  readonly literal: string | undefined;
  /** The earlier call whose place this one takes: it has the same artifacts and the same id. */
  readonly replaces: RecordedOperator | undefined;
  details: Pick<
    Operator,
    | "repeated"
    | "unknown"
    | "stale"
    | "severity"
    | "bound"
    | "resource"
    | "query"
    | "tags"
    | "table"
    | "mode"
    | "explicit"
    | "default"
    | "call"
  >;
}

export interface RecordedArtifact {
  /** `set_name` changes it. */
  name: string;
  /** Where the user wrote the name; undefined: it is made of that of the operator. */
  namedAt: SourceRange | undefined;
  readonly type: ArtifactType;
  /** A call that replaces an earlier one is the producer from then on. */
  producer: () => RecordedOperator;
}

export interface RecordedPublication {
  readonly name: string;
  /** Undefined: none, or it cannot be told. */
  readonly description: string | undefined;
  readonly engine: string | null;
  /** Null: none; undefined: it cannot be told. */
  readonly schedule: string | null | undefined;
  readonly source: SourceRange;
  /** Undefined: not known, so everything that was recorded may be published. */
  readonly artifacts: readonly RecordedArtifact[] | undefined;
  /** Undefined: not listed, so all that hang on the workflow belong to it. */
  readonly metrics: readonly RecordedArtifact[] | undefined;
  readonly checks: readonly RecordedArtifact[] | undefined;
}

/** A publication with what it took of the file at its call. */
export interface Published extends RecordedPublication {
  readonly members: readonly RecordedOperator[];
  /** Of the artifacts of its operators, each once. */
  readonly names: ReadonlyMap<RecordedArtifact, string>;
  /** Artifacts that the user gave one name: the first that has it, and each later one. */
  readonly equalNames: readonly EqualNames[];
}

export interface EqualNames {
  readonly name: string;
  readonly first: SourceRange;
  readonly second: SourceRange;
  readonly areParameters: boolean;
}

export interface Recording {
  /** What the file says at its end, each operator behind what it reads. */
  readonly operators: readonly RecordedOperator[];
  /** Everything that was recorded, in that order, with what was replaced since. */
  readonly recorded: readonly RecordedOperator[];
  readonly publications: readonly Published[];
}
