import type { SourceRange } from "../../model/source.js";
import type { ArtifactType, Operator, OperatorKind } from "../../model/workflow.js";

/** An operator before it has an id: those depend on the whole file. */
export interface RecordedOperator {
  readonly name: string;
  readonly kind: OperatorKind;
  readonly inputs: readonly RecordedArtifact[];
  readonly outputs: readonly RecordedArtifact[];
  readonly source: SourceRange;
  readonly definition: SourceRange | null;
  readonly details: Pick<
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
  >;
}

export interface RecordedArtifact {
  /** `set_name` changes it. */
  name: string;
  readonly type: ArtifactType;
  readonly producer: () => RecordedOperator;
}

export interface RecordedPublication {
  readonly name: string;
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

export interface Recording {
  readonly operators: readonly RecordedOperator[];
  readonly publications: readonly RecordedPublication[];
}
