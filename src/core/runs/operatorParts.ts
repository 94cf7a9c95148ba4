import { firstLine } from "../model/firstLine.js";
import type { StoredArtifact } from "../model/manifest.js";
import type { ArtifactType } from "../model/workflow.js";
import { typeWord } from "../model/words.js";
import type { HistoryNode, NodeReference } from "./historyNode.js";
import { artifactLine, bytes } from "./outcome.js";

/** A value that an operator of a run gave. @param count how many it gave */
export function artifactNode(
  parent: string,
  artifact: StoredArtifact,
  count: number,
  place: Omit<Extract<NodeReference, { kind: "operatorRun" }>, "kind">,
): HistoryNode {
  const description = artifactLine(artifact);
  return {
    id: `${parent}|value|${artifact.id}`,
    kind: "artifact",
    label: count === 1 ? "Value" : artifact.id,
    description,
    mark: { icon: typeIcons[artifact.type], color: null },
    facts: [
      { label: "Value", value: artifact.id },
      { label: "Type", value: typeWord(artifact.type) },
      ...(artifact.rows === null ? [] : [{ label: "Rows", value: artifact.rows.toLocaleString("en") }]),
      ...(artifact.schema === null
        ? []
        : [{ label: "Columns", value: artifact.schema.map(({ name, dtype }) => `${name} (${dtype})`).join(", ") }]),
      { label: "Size", value: bytes(artifact.size) },
    ],
    spoken: `Value ${artifact.id}, ${description}`,
    context: ["artifact"],
    reference: { kind: "artifact", ...place, artifact: artifact.id },
    folder: place.folder,
    children: [],
  };
}

export function logNode(parent: string, reference: Extract<NodeReference, { kind: "operatorRun" }>): HistoryNode {
  return {
    id: `${parent}|log`,
    kind: "log",
    label: "Log",
    description: "",
    mark: { icon: "output", color: null },
    facts: [{ label: "Log", value: "What the operator printed; followed while it runs." }],
    spoken: "Log",
    context: ["log"],
    reference,
    folder: reference.folder,
    children: [],
  };
}

export function traceNode(
  parent: string,
  reference: Extract<NodeReference, { kind: "operatorRun" }>,
  message: string,
): HistoryNode {
  return {
    id: `${parent}|trace`,
    kind: "trace",
    label: "Trace",
    description: shortened(firstLine(message)),
    mark: { icon: "bug", color: "testing.iconFailed" },
    facts: [{ label: "Failure", value: message }],
    spoken: `Trace: ${message}`,
    context: ["trace"],
    reference,
    folder: reference.folder,
    children: [],
  };
}

/** As much of a text as a line of a tree should have. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const typeIcons: Readonly<Record<ArtifactType, string>> = {
  table: "table",
  numeric: "symbol-numeric",
  string: "symbol-string",
  boolean: "symbol-boolean",
  dictionary: "json",
  json: "json",
  list: "symbol-array",
  tuple: "symbol-array",
  bytes: "file-binary",
  image: "file-media",
  picklable: "package",
  unknown: "symbol-misc",
};
