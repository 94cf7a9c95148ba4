import type { BuildOperator } from "../model/build.js";
import { exactText } from "../model/exactJson.js";
import { takesOf, takesWords, type Takes } from "../model/takes.js";
import type { Json, OperatorId } from "../model/workflow.js";
import type { DagParam } from "./dagSpec.js";

/** Parameters whose default can be written stand in Airflow's own form; others are known to the launcher by their blob alone. */
export function dagParam(operator: BuildOperator): readonly (readonly [OperatorId, DagParam])[] {
  const { id, kind, default: value } = operator;
  const takes = takesOf(operator);
  if (kind !== "parameter" || value?.json === undefined || takes === undefined) return [];
  const schema = schemas[takes];
  const isText = "anyOf" in schema;
  return [
    [
      id,
      {
        default: isText ? exactText(value.json) : value.json,
        schema: { ...schema, description: sentence(takes) },
      },
    ],
  ];
}

function sentence(takes: Takes): string {
  const words = takesWords[takes];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const number = String.raw`[+-]?[0-9_]*\.?[0-9_]*([eE][+-]?[0-9]+)?`;
const float = textOr(String.raw`^\s*(${number}|[+-]?([nN][aA][nN]|[iI][nN][fF]([iI][nN][iI][tT][yY])?))\s*$`, "number");
const list = { ...textOr(String.raw`^\s*\[`, "array"), format: "multiline" };

/**
 * Numbers, and what holds numbers, are text for Airflow's form, which makes doubles of them where the schema allows a number; the worker reads that text by the
 * parameter's type. In a run's conf they may be JSON too. A schema that names no `type` has a field for the type of its default.
 */
const schemas: Readonly<Record<Takes, Readonly<Record<string, Json>>>> = {
  whole: textOr(String.raw`^\s*${number}\s*$`, "number"),
  float,
  number: float,
  text: { type: "string" },
  boolean: { type: "boolean" },
  list,
  tuple: list,
  dictionary: { ...textOr(String.raw`^\s*\{`, "object"), format: "multiline" },
  anything: {},
};

function textOr(pattern: string, type: string): Readonly<Record<string, Json>> {
  return { anyOf: [{ type: "string", pattern }, { type }] };
}
