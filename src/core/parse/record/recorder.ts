import type { SourceRange } from "../../model/source.js";
import type { ArtifactType } from "../../model/workflow.js";
import type { RecordedArtifact, RecordedOperator, RecordedPublication, Recording } from "./recorded.js";

/** Stands for the name of a parameter that cannot be told. */
export const unknownName = "…";

/** More than this many operators are a loop that got out of hand, not a workflow. */
const mostOperators = 20_000;

export interface NewOperator extends Omit<RecordedOperator, "outputs" | "definition"> {
  readonly outputs: readonly { readonly name: string; readonly type: ArtifactType }[];
  readonly definition?: SourceRange | null;
}

/** Takes down operators and publications in the order in which their calls run. */
export class Recorder implements Recording {
  readonly operators: RecordedOperator[] = [];
  readonly publications: RecordedPublication[] = [];
  /** Explicit parameters by name: queries refer to them so. The last of a name counts. */
  readonly parameters = new Map<string, RecordedArtifact>();
  /** What `global_config` named last. */
  engine: string | null = null;

  record(operator: NewOperator): readonly RecordedArtifact[] {
    const outputs: readonly RecordedArtifact[] = operator.outputs.map(({ name, type }) => ({
      name,
      type,
      producer: () => recorded,
    }));
    const recorded: RecordedOperator = { ...operator, definition: operator.definition ?? null, outputs };
    if (this.operators.length < mostOperators) this.operators.push(recorded);
    return outputs;
  }

  publish(publication: RecordedPublication): void {
    this.publications.push(publication);
  }
}
