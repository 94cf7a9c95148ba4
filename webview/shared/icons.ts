import type { ArtifactType, OperatorKind } from "../../src/core/model/workflow.js";

export const kindIcons: Readonly<Record<OperatorKind, string>> = {
  extract: "database",
  function: "symbol-method",
  metric: "dashboard",
  check: "shield",
  save: "save",
  parameter: "settings",
  systemMetric: "pulse",
};

export const typeIcons: Readonly<Record<ArtifactType, string>> = {
  table: "table",
  numeric: "symbol-numeric",
  string: "symbol-string",
  boolean: "symbol-boolean",
  dictionary: "symbol-namespace",
  list: "symbol-array",
  tuple: "symbol-array",
  json: "json",
  bytes: "file-binary",
  image: "file-media",
  picklable: "package",
  unknown: "symbol-variable",
};
