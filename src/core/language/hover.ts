import type { SourceRange } from "../model/source.js";
import { artifactText } from "./hover/artifact.js";
import type { Described } from "./hover/described.js";
import { operatorsText } from "./hover/operator.js";
import { resourceText } from "./hover/resource.js";
import { workflowText } from "./hover/workflow.js";
import type { KnownFile } from "./knowledge.js";
import type { TextPosition } from "./place.js";
import { type Subject, subjectAt } from "./subject.js";

/** What a hover says, as Markdown, and the name that it is about. */
export interface HoverText {
  readonly markdown: string;
  readonly range: SourceRange;
}

/** @param linkTo the address of a place in a file of the folder */
export function hoverAt(
  file: KnownFile,
  position: TextPosition,
  linkTo: (range: SourceRange) => string,
): HoverText | undefined {
  const subject = subjectAt(file, position);
  if (subject === undefined) return undefined;
  const markdown = textOf({ file, linkTo }, subject);
  return markdown === undefined ? undefined : { markdown, range: subject.range };
}

function textOf(described: Described, subject: Subject): string | undefined {
  switch (subject.kind) {
    case "artifact":
      return subject.artifacts.map((id) => artifactText(described, id, subject.name)).join("\n\n---\n\n");
    case "operator":
      return operatorsText(described, subject);
    case "workflow":
      return workflowText(described.file, subject.name);
    case "resource":
      return resourceText(described.file, subject.name);
  }
}
