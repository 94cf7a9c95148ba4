import { entriesOf, exactText, isList, kindOfExact, type ExactKind } from "../model/exactJson.js";
import type { ArtifactType, Json } from "../model/workflow.js";
import { jsonBytes } from "../store/json.js";

/** What people see of a parameter's value, as the runtime's `values/samples.py` shows it: numbers that a double does not hold stand as text. */
export function parameterSample(json: Json, type: ArtifactType): Uint8Array {
  const python = classes[kindOfExact(json)];
  return jsonBytes({ format: 1, type, rows: null, columns: null, values: shown(json), text: null, python });
}

const classes: Readonly<Record<ExactKind, string>> = {
  none: "NoneType",
  boolean: "bool",
  whole: "int",
  float: "float",
  text: "str",
  list: "list",
  tuple: "tuple",
  dictionary: "dict",
};

function shown(json: Json): Json {
  if (typeof json !== "object" || json === null) return json;
  if (isList(json)) return json.map(shown);
  switch (kindOfExact(json)) {
    case "whole":
      return exactText(json);
    case "float":
      return Number.isFinite(Number(json["value"])) ? Number(json["value"]) : exactText(json);
    case "tuple":
      return shown(json["items"] ?? []);
    default:
      return Object.fromEntries(entriesOf(json).map(([key, item]) => [key, shown(item)]));
  }
}
