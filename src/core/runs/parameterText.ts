import type { ArtifactType, Json, Operator } from "../model/workflow.js";

/** What a form needs to know of a parameter: an operator of a graph or of a build. */
export type AskedParameter = Pick<Operator, "id" | "name" | "default">;

/** A value that somebody typed, or the sentence that says what to type instead. */
export type TypedValue = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly error: string };

/** Whether a parameter's value can be typed at all: a table or a pickled object cannot. */
export function isTypable({ default: value }: AskedParameter): boolean {
  return value === undefined || value.type in readers;
}

/** A value as a form shows it and takes it back. Text stands without quotes where its parameter is text. */
export function typedText(value: Json, type: ArtifactType): string {
  return type === "string" && typeof value === "string" ? value : JSON.stringify(value);
}

/** Reads what was typed for a parameter, by the type of its default: any text is a text, whatever else it looks like. */
export function readTyped({ name, default: value }: AskedParameter, text: string): TypedValue {
  const type = value?.type ?? "unknown";
  const read = readers[type];
  if (read === undefined)
    return {
      ok: false,
      error: `${name} is a ${type}, which cannot be typed. Leave it at its default, or change that in the file.`,
    };
  if (type === "string") return { ok: true, value: text };
  const { accepts, wanted } = read;
  const typed = parse(type === "boolean" ? text.trim().toLowerCase() : text, type);
  if (typed === undefined || !accepts(typed)) return { ok: false, error: `${name} is ${wanted}.` };
  const tooLarge = typeof typed === "string" ? undefined : inexactInteger(text);
  if (tooLarge === undefined) return { ok: true, value: typed };
  return {
    ok: false,
    error: `${name} cannot be ${tooLarge}: whole numbers beyond 9007199254740991 do not arrive as they are. Change the default in the file, or pass it as text.`,
  };
}

/** The first whole number in JSON text that a double may not hold (RFC 8259, 6); it would arrive as one of its neighbours. */
function inexactInteger(text: string): string | undefined {
  const outsideOfTexts = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  const integers = outsideOfTexts.match(/(?<![\d.eE+-])-?\d+(?![\d.eE])/g) ?? [];
  return integers.find((digits) => !Number.isSafeInteger(Number(digits)));
}

interface Reader {
  readonly accepts: (value: Json) => boolean;
  /** For people, after the parameter's name and "is". */
  readonly wanted: string;
}

const anything: Reader = { accepts: () => true, wanted: "a value" };

const readers: Readonly<Partial<Record<ArtifactType, Reader>>> = {
  numeric: {
    accepts: (value) => typeof value === "number" && Number.isFinite(value),
    wanted: "a number, such as 6 or 0.25",
  },
  string: { accepts: (value) => typeof value === "string", wanted: "text" },
  boolean: { accepts: (value) => typeof value === "boolean", wanted: "true or false" },
  list: { accepts: Array.isArray, wanted: 'a list in JSON, such as [1, 2] or ["red", "white"]' },
  dictionary: {
    accepts: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    wanted: 'a dictionary in JSON, such as {"red": 1}',
  },
  json: { accepts: () => true, wanted: 'JSON, such as 6, "red" or [1, 2]' },
  unknown: anything,
};

/** Where nothing says what it must be, what is no JSON is text, as people write it. */
function parse(text: string, type: ArtifactType): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return type === "unknown" ? text : undefined;
  }
}
