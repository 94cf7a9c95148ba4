import { exactText, kindOfExact, ofTuple, isList, readExactJson, brief, type ExactKind } from "../model/exactJson.js";
import { takesOf, takesWords, type Takes } from "../model/takes.js";
import type { Json, Operator } from "../model/workflow.js";
import { typedFloat, typedNumber, typedWhole, withoutBlanks, type TypedNumber } from "./typedNumber.js";

/** What a form needs to know of a parameter: an operator of a graph or of a build. */
export type AskedParameter = Pick<Operator, "id" | "name" | "default">;

/** A value that somebody typed, exactly (docs/formats/values.md), or the sentence that says what to type instead. */
export type TypedValue = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly error: string };

/** Whether a parameter's value can be typed at all: a table or a pickled object cannot. */
export function isTypable(parameter: AskedParameter): boolean {
  return takesOf(parameter) !== undefined;
}

/** A value as a form shows it and takes it back. Text stands without quotes where its parameter is text. */
export function typedText(value: Json, parameter: AskedParameter): string {
  return takesOf(parameter) === "text" && typeof value === "string" ? value : exactText(value);
}

/** Reads what was typed for a parameter, by the type of its default: any text is a text, whatever else it looks like. */
export function readTyped(parameter: AskedParameter, text: string): TypedValue {
  const { name } = parameter;
  const takes = takesOf(parameter);
  if (takes === undefined)
    return {
      ok: false,
      error: `${name} takes a value that only Python can make. Leave it at its default, or change that in the file.`,
    };
  const read = readers[takes](text);
  if (read?.ok === true) return read;
  const why = read?.why === undefined ? "" : `: ${read.why}`;
  return { ok: false, error: `${name} takes ${takesWords[takes]}, not ${JSON.stringify(brief(text))}${why}.` };
}

/** Undefined: it is of another type. */
type Reader = (text: string) => TypedNumber;

const readers: Readonly<Record<Takes, Reader>> = {
  whole: withHints(typedWhole),
  float: withHints(typedFloat),
  number: withHints(typedNumber),
  text: (text) => ({ ok: true, value: text }),
  boolean: (text) => {
    const word = withoutBlanks(text).toLowerCase();
    return word === "true" || word === "false" ? { ok: true, value: word === "true" } : undefined;
  },
  list: json("list"),
  tuple: (text) => {
    const read = readers.list(text);
    return read?.ok === true && isList(read.value) ? { ok: true, value: ofTuple(read.value) } : read;
  },
  dictionary: json("dictionary"),
  // What is no JSON is text, as people write it.
  anything: (text) => {
    const read = readExactJson(text);
    if (read.ok) return read;
    return read.why === undefined ? { ok: true, value: text } : { ok: false, why: read.why };
  },
};

function json(kind: ExactKind): Reader {
  return (text) => {
    const read = readExactJson(text);
    if (read.ok) return kindOfExact(read.value) === kind ? read : undefined;
    return read.why === undefined ? undefined : { ok: false, why: read.why };
  };
}

function withHints(read: Reader): Reader {
  return (text) =>
    read(text) ??
    (/^[+-]?\d+,\d+$/.test(withoutBlanks(text)) ? { ok: false, why: "write a point for the decimals" } : undefined);
}
