import type { ArtifactType, OperatorKind } from "./workflow.js";

const kindWords: Readonly<Record<OperatorKind, string>> = {
  extract: "extract",
  function: "function",
  metric: "metric",
  check: "check",
  save: "save",
  parameter: "parameter",
  systemMetric: "system metric",
};

const typeWords: Readonly<Record<ArtifactType, string>> = {
  table: "table",
  numeric: "number",
  string: "text",
  boolean: "boolean",
  dictionary: "dictionary",
  list: "list",
  tuple: "tuple",
  json: "JSON",
  bytes: "bytes",
  image: "image",
  picklable: "object",
  unknown: "artifact",
};

/** What people call a kind of operators. */
export function kindWord(kind: OperatorKind): string {
  return kindWords[kind];
}

/** What people call a type of values. */
export function typeWord(type: ArtifactType): string {
  return typeWords[type];
}

/** A number and what it counts: `1 row`, `4,898 rows`. The words around it are English, so its commas are too. @param thing of which the plural has an s more */
export function countOf(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}

/** An operator as the command line calls it: by the id that its options take, behind the name where the id is not that in plain letters. */
export function operatorLabel(id: string, name: string): string {
  return /^[ -~]*$/.test(name) ? id : `${name} (${id})`;
}
