import { isDeeperThan, mostLevels } from "../../../../formats/depth.js";
import { listOf, none, text, truth, type Value } from "../values.js";

/** The value that Python reads from a JSON text; undefined where the text is none, or holds numbers that no double holds exactly. */
export function valueOfJson(json: string): Value | undefined {
  if (/\d{16}|[-\d]\d*[.eE]/.test(json.replace(/"(\\.|[^"\\])*"/g, ""))) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return isDeeperThan(mostLevels, read) ? undefined : valueOf(read);
}

function valueOf(read: unknown): Value {
  if (typeof read === "string") return text(read);
  if (typeof read === "number") return { kind: "number", value: read, float: false };
  if (typeof read === "boolean") return truth(read);
  if (Array.isArray(read)) return listOf(read.map(valueOf));
  if (typeof read !== "object" || read === null) return none;
  return {
    kind: "dictionary",
    entries: Object.entries(read).map(([key, value]) => ({ key: text(key), value: valueOf(value) })),
    open: false,
  };
}
