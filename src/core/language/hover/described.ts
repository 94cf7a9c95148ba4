import { exactText } from "../../model/exactJson.js";
import { typeWord } from "../../model/words.js";
import type { SourceRange } from "../../model/source.js";
import type { ArtifactId, Operator } from "../../model/workflow.js";
import type { KnownFile } from "../knowledge.js";
import { code, link, listed } from "../markdown.js";

/** A file, and how a place in it is linked to. */
export interface Described {
  readonly file: KnownFile;
  readonly linkTo: (range: SourceRange) => string;
}

const mostListed = 8;

/** An operator by its name, linked to its call. */
export function operatorLink({ linkTo }: Described, { name, kind, table, source }: Operator): string {
  return link(code(kind === "save" && table !== undefined ? `save to ${table}` : name), linkTo(source));
}

/** What reads an artifact; undefined where nothing does. */
export function readersText(described: Described, artifacts: readonly ArtifactId[]): string | undefined {
  const readers = [...new Set(artifacts.flatMap((id) => described.file.readers(id)))];
  if (readers.length === 0) return undefined;
  const shown = readers.slice(0, mostListed).map((reader) => operatorLink(described, reader));
  return readers.length > mostListed
    ? `${shown.join(", ")} and ${String(readers.length - mostListed)} more`
    : listed(shown);
}

/** An artifact that an operator reads, with where it comes from. */
export function inputText(described: Described, id: ArtifactId): string {
  const producer = described.file.producer(id);
  const artifact = described.file.artifacts.get(id);
  if (producer === undefined || artifact === undefined) return code(id);
  if (producer.kind === "parameter") return `${parameterName(described, producer)}${defaultText(producer)}`;
  const maker = operatorLink(described, producer);
  return isOwnName(artifact.name, producer.name) ? maker : `${code(artifact.name)} of ${maker}`;
}

/** An artifact that an operator gives: its name where somebody chose one, and its type where that is known. */
export function outputText({ file }: Described, id: ArtifactId): string | undefined {
  const artifact = file.artifacts.get(id);
  const producer = file.producer(id);
  if (artifact === undefined || producer === undefined) return undefined;
  const type = artifact.type === "unknown" ? undefined : typeWord(artifact.type);
  if (isOwnName(artifact.name, producer.name)) return type && `a ${type}`;
  return `${code(artifact.name)}${type === undefined ? "" : `, a ${type}`}`;
}

export function defaultText({ default: value }: Operator): string {
  return value?.json === undefined ? "" : ` = ${code(shortened(exactText(value.json)))}`;
}

/** An explicit parameter is linked to where it is made; an implicit one stands in the call itself. */
function parameterName({ linkTo }: Described, { name, explicit, source }: Operator): string {
  return explicit === true ? link(code(name), linkTo(source)) : code(name.replace(/^.*:/, ""));
}

/** The name that an artifact has when nobody gives it one. */
function isOwnName(artifact: string, operator: string): boolean {
  return artifact === `${operator} artifact` || artifact === operator;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
