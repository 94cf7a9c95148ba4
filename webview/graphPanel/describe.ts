import type { Problem } from "../../src/core/model/problem.js";
import { countOf, typeWord } from "../../src/core/model/words.js";
import { type Artifact, type ArtifactId, isUnknownCall, type Operator } from "../../src/core/model/workflow.js";
import type { OperatorStatus } from "../../src/formats/graphPanel.js";
import { describeStatus } from "./status.js";

/** What an operator's two lines do not say: what it reads and gives, its state and problems, as part of a sentence. */
export function describeOperator(
  operator: Operator,
  artifacts: ReadonlyMap<ArtifactId, Artifact>,
  problems: readonly Problem[],
  status: OperatorStatus | null,
): string {
  const inputs = [...new Set(operator.inputs)].map((id) => artifacts.get(id)?.name ?? id);
  const outputs = operator.outputs.map((id) => artifacts.get(id)).filter((artifact) => artifact !== undefined);
  return [
    ...(status === null ? [] : describeStatus(status)),
    inputs.length > 0 ? `reads ${inputs.join(", ")}` : "reads nothing",
    ...(outputs.length > 0 ? [`gives ${outputs.map(describeArtifact).join(", ")}`] : []),
    ...(operator.repeated ? ["repeated in a loop"] : []),
    ...(operator.unknown
      ? [
          isUnknownCall(operator)
            ? "what it records is known once the file is run"
            : "partly unknown before the file is run",
        ]
      : []),
    ...(operator.stale ? ["as it was before its text broke"] : []),
    ...(problems.length > 0
      ? [`${countOf(problems.length, "problem")}: ${problems.map(({ message }) => message).join(" ")}`]
      : []),
  ].join("; ");
}

function describeArtifact({ name, type }: Artifact): string {
  return type === "unknown" ? name : `${name} (${typeWord(type)})`;
}
