import { kindOfExact } from "./exactJson.js";
import type { Operator } from "./workflow.js";

/** What a parameter takes, which follows from its default: an int is another type than a float. */
export type Takes = "whole" | "float" | "number" | "text" | "boolean" | "list" | "tuple" | "dictionary" | "anything";

/** Undefined: nothing that can be written, such as a table or an object. Python says the same (`aqueduct/parameter_values.py`). */
export function takesOf({ default: value }: Pick<Operator, "default">): Takes | undefined {
  switch (value?.type) {
    case "numeric":
      return value.json === undefined ? "number" : kindOfExact(value.json) === "float" ? "float" : "whole";
    case "string":
      return "text";
    case "boolean":
    case "list":
    case "tuple":
    case "dictionary":
      return value.type;
    case "picklable":
      // Of None, which says nothing of the type.
      return value.json === null ? "anything" : undefined;
    case "table":
    case "bytes":
    case "image":
      return undefined;
    default:
      return "anything";
  }
}

const aList = 'a list in JSON, such as [1, 2] or ["red", "white"]';

/** For people, after the parameter's name and "takes". */
export const takesWords: Readonly<Record<Takes, string>> = {
  whole: "a number, such as 6",
  float: "a number, such as 0.25",
  number: "a number, such as 6 or 0.25",
  text: "text",
  boolean: "true or false",
  list: aList,
  tuple: aList,
  dictionary: 'a dictionary in JSON, such as {"red": 1}',
  anything: "JSON or text",
};
