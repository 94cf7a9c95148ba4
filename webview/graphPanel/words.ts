import type { ArtifactType, Json, Operator, OperatorKind } from "../../src/core/model/workflow.js";

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

const longestDefault = 18;

export function kindWord(kind: OperatorKind): string {
  return kindWords[kind];
}

export function typeWord(type: ArtifactType): string {
  return typeWords[type];
}

/** The second line of an operator: its kind, and what is worth knowing at a glance. */
export function detailOf(operator: Operator): string {
  return [kindWord(operator.kind), ...extras(operator)].join(" · ");
}

function extras(operator: Operator): readonly string[] {
  switch (operator.kind) {
    case "extract":
      return operator.resource === undefined ? [] : [operator.resource];
    case "check":
      return operator.severity === undefined ? [] : [operator.severity];
    case "save":
      return [operator.table, operator.mode].filter((word) => word !== undefined);
    case "parameter":
      return operator.default?.json === undefined ? [] : [shortened(operator.default.json)];
    case "function":
    case "metric":
    case "systemMetric":
      return [];
  }
}

function shortened(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > longestDefault ? `${text.slice(0, longestDefault - 1)}…` : text;
}
