import { exactText } from "../../src/core/model/exactJson.js";
import { kindWord } from "../../src/core/model/words.js";
import type { Json, Operator } from "../../src/core/model/workflow.js";

const longestDefault = 18;

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
  const text = exactText(value);
  return text.length > longestDefault ? `${text.slice(0, longestDefault - 1)}…` : text;
}
