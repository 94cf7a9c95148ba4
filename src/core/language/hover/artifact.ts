import { typeWord } from "../../model/words.js";
import type { ArtifactId } from "../../model/workflow.js";
import { code, link } from "../markdown.js";
import { type Described, operatorLink, readersText } from "./described.js";
import { operatorText } from "./operator.js";

/** A variable that stands for an artifact: what made it, and what reads it. */
export function artifactText(described: Described, id: ArtifactId, name: string): string {
  const { file, linkTo } = described;
  const artifact = file.artifacts.get(id);
  const producer = file.producer(id);
  if (artifact === undefined || producer === undefined) return `**${code(name)}** · artifact`;
  if (producer.kind === "parameter") return operatorText(described, producer);
  const definition = producer.definition === null ? "" : ` (${link("definition", linkTo(producer.definition))})`;
  const facts = [
    `Made by ${operatorLink(described, producer)}${definition}`,
    ...(artifact.name === name ? [] : [`Called ${code(artifact.name)} in runs`]),
    `Read by ${readersText(described, [id]) ?? "no operator"}`,
  ];
  return `**${code(name)}** · artifact${artifact.type === "unknown" ? "" : `, a ${typeWord(artifact.type)}`}\n\n${facts.map((fact) => `- ${fact}`).join("\n")}`;
}
