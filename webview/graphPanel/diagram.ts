import type { Problem } from "../../src/core/model/problem.js";
import { typeWord } from "../../src/core/model/words.js";
import type {
  Artifact,
  ArtifactId,
  ArtifactType,
  Operator,
  OperatorId,
  OperatorKind,
  Workflow,
} from "../../src/core/model/workflow.js";
import type { OperatorStatus, RunStates } from "../../src/formats/graphPanel.js";
import { describeOperator } from "./describe.js";
import type { LayoutEdge, LayoutInput } from "./geometry.js";
import { problemsOf, withoutHints } from "./operatorProblems.js";
import { detailOf } from "./words.js";

/** An artifact as drawn: a small tab on the lower edge of the operator that gave it. */
export interface ArtifactTab {
  readonly id: ArtifactId;
  readonly type: ArtifactType;
  readonly label: string;
  /** CSS pixels from the left edge of its operator. */
  readonly x: number;
  readonly width: number;
}

/** An operator as drawn. */
export interface DiagramNode {
  readonly id: OperatorId;
  readonly kind: OperatorKind;
  readonly name: string;
  /** What kind it is and the one thing worth knowing of it, such as `check · error`. */
  readonly detail: string;
  readonly artifacts: readonly ArtifactTab[];
  readonly stale: boolean;
  readonly repeated: boolean;
  readonly unknown: boolean;
  /** It is in no workflow, and is drawn apart from what is. */
  readonly neverCalled: boolean;
  readonly problems: readonly Problem[];
  /** What the shown run has of it; null where no run is shown, or the run has nothing of it. */
  readonly status: OperatorStatus | null;
  /** Everything above but the first two in words, for those who do not see it. */
  readonly description: string;
  readonly width: number;
}

export interface Diagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly LayoutEdge[];
}

/** Height of an operator's body, and of it with the half of the artifact's tab that stands out below. */
export const bodyHeight = 46;
const nodeHeight = bodyHeight + 10;

/** Estimates, so that a layout needs no measured text; what does not fit ends in an ellipsis. */
const nameCharacter = 7.8;
const detailCharacter = 6.6;
const tabCharacter = 6.8;
/** Widths come in steps, so that a letter more or less hardly ever asks for a new layout. */
const nodeWidth = { least: 180, most: 280, besideText: 72, step: 20 };
/** Room for the second line. */
const neverCalledWidth = 220;
const tabWidth = { most: 140, besideLabel: 34, gap: 6 };

/** What of a workflow is drawn. Pure: the same workflow, problems and states give the same diagram. */
export function diagramOf(
  workflow: Workflow,
  problems: readonly Problem[],
  states?: RunStates,
  neverCalled: readonly Operator[] = [],
): Diagram {
  const artifacts = new Map(workflow.artifacts.map((artifact) => [artifact.id, artifact]));
  const shown = withoutHints(problems);
  const statuses = new Map(states?.operators.map((status) => [status.operator, status]));
  const nodes = workflow.operators.map((operator) =>
    nodeOf(operator, artifacts, problemsOf(operator, shown), statuses.get(operator.id) ?? null),
  );
  const apart = neverCalled.map((operator) =>
    apartFrom(nodeOf(operator, artifacts, problemsOf(operator, shown), null)),
  );
  return { nodes: [...nodes, ...apart], edges: edgesOf(workflow, nodes) };
}

/** The part of a diagram that its layout depends on. */
export function layoutInput({ nodes, edges }: Diagram): LayoutInput {
  return {
    nodes: nodes.map(({ id, width, neverCalled }) => ({
      id,
      width,
      height: nodeHeight,
      ...(neverCalled && { isApart: true as const }),
    })),
    edges,
  };
}

/** A function that nothing calls reads and gives nothing. */
function apartFrom(node: DiagramNode): DiagramNode {
  const problems = node.problems.map(({ message }) => message);
  return {
    ...node,
    neverCalled: true,
    detail: `${node.detail} · never called`,
    description: ["nothing in this file calls it, so no workflow has it", ...problems].join("; "),
    width: inSteps(Math.min(nodeWidth.most, Math.max(node.width, neverCalledWidth))),
  };
}

function nodeOf(
  operator: Operator,
  artifacts: ReadonlyMap<ArtifactId, Artifact>,
  problems: readonly Problem[],
  status: OperatorStatus | null,
): DiagramNode {
  const outputs = operator.outputs.flatMap((id) => artifacts.get(id) ?? []);
  const labels = outputs.map((artifact, index) =>
    tabLabel(operator, artifact, outputs.length > 1 ? index + 1 : undefined),
  );
  const widths = labels.map((label) =>
    Math.min(tabWidth.most, Math.ceil(label.length * tabCharacter) + tabWidth.besideLabel),
  );
  const tabs = widths.reduce((sum, width) => sum + width + tabWidth.gap, tabWidth.gap);
  const width = inSteps(
    Math.max(nodeWidth.least, Math.min(nodeWidth.most, textWidth(operator) + nodeWidth.besideText), tabs),
  );
  return {
    id: operator.id,
    kind: operator.kind,
    name: operator.name,
    detail: detailOf(operator),
    artifacts: placeTabs(outputs, labels, widths, width),
    stale: operator.stale === true,
    repeated: operator.repeated === true,
    unknown: operator.unknown === true,
    neverCalled: false,
    problems,
    status,
    description: describeOperator(operator, artifacts, problems, status),
    width,
  };
}

/** An artifact's own name where it says more than its operator's, else its type. */
function tabLabel(operator: Operator, artifact: Artifact, number: number | undefined): string {
  if (artifact.name !== `${operator.name} artifact` && artifact.name !== operator.name) return artifact.name;
  return number === undefined ? typeWord(artifact.type) : `${typeWord(artifact.type)} ${number}`;
}

function placeTabs(
  outputs: readonly Artifact[],
  labels: readonly string[],
  widths: readonly number[],
  width: number,
): readonly ArtifactTab[] {
  const total = widths.reduce((sum, tab) => sum + tab, tabWidth.gap * (widths.length - 1));
  let x = Math.round((width - total) / 2);
  return outputs.map(({ id, type }, index) => {
    const tab = { id, type, label: labels[index] ?? "", x, width: widths[index] ?? 0 };
    x += tab.width + tabWidth.gap;
    return tab;
  });
}

/** One edge for each artifact and reader, even where an operator takes the same artifact twice. */
function edgesOf(workflow: Workflow, nodes: readonly DiagramNode[]): readonly LayoutEdge[] {
  const tabs = new Map(
    nodes.flatMap((node) =>
      node.artifacts.map((tab) => [tab.id, { from: node.id, port: tab.x + tab.width / 2 }] as const),
    ),
  );
  return workflow.operators.flatMap((operator) =>
    [...new Set(operator.inputs)].flatMap((artifact) => {
      const start = tabs.get(artifact);
      return start ? [{ id: `${artifact} → ${operator.id}`, to: operator.id, ...start }] : [];
    }),
  );
}

/** A parameter's default is left out: it is what changes most while a file is edited, and no reason to move anything. */
function textWidth(operator: Operator): number {
  const detail = operator.kind === "parameter" ? 0 : detailOf(operator).length;
  return Math.max(operator.name.length * nameCharacter, detail * detailCharacter);
}

function inSteps(width: number): number {
  return Math.ceil(width / nodeWidth.step) * nodeWidth.step;
}
