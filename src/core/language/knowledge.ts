import type { FileFacts } from "../model/facts.js";
import type { FileNames } from "../model/names.js";
import type { Artifact, ArtifactId, Graph, Operator, OperatorId } from "../model/workflow.js";
import type { Resource } from "../resources/resource.js";
import { TextLines } from "./place.js";

/** What is known of one open file: everything that questions about it are answered from. */
export interface FileKnowledge {
  /** As the graph calls it. */
  readonly file: string;
  readonly text: string;
  /** With its problems. */
  readonly graph: Graph;
  readonly facts: FileFacts;
  readonly names: FileNames;
  /** Of `aqueduct.json`; undefined where there is none. */
  readonly resources: ReadonlyMap<string, Resource> | undefined;
}

/** A file's knowledge with its parts at hand; made once, asked often. */
export class KnownFile {
  readonly lines: TextLines;
  /** In recorded order; an operator of two workflows stands here once. */
  readonly operators: ReadonlyMap<OperatorId, Operator>;
  readonly artifacts: ReadonlyMap<ArtifactId, Artifact>;

  constructor(readonly known: FileKnowledge) {
    const { workflows } = known.graph;
    this.lines = new TextLines(known.text);
    this.operators = new Map(
      workflows.flatMap(({ operators }) => operators.map((operator) => [operator.id, operator] as const)),
    );
    this.artifacts = new Map(
      workflows.flatMap(({ artifacts }) => artifacts.map((artifact) => [artifact.id, artifact] as const)),
    );
  }

  /** The operator that makes an artifact. */
  producer(artifact: ArtifactId): Operator | undefined {
    const producer = this.artifacts.get(artifact)?.producer;
    return producer === undefined ? undefined : this.operators.get(producer);
  }

  /** The operators that read an artifact. */
  readers(artifact: ArtifactId): readonly Operator[] {
    return [...this.operators.values()].filter(({ inputs }) => inputs.includes(artifact));
  }
}
