import { exactText } from "../../model/exactJson.js";
import type { Completion } from "./item.js";
import type { KnownFile } from "../knowledge.js";
import type { QuotedPlace } from "./quotedPlace.js";

/** The parameters that a query can name, where `{{` has been typed. */
export function tagItems(
  { known, lines, operators }: KnownFile,
  { before, caret }: QuotedPlace,
): readonly Completion[] {
  const typed = /\{\{\s*(\w*)$/.exec(before)?.[1];
  if (typed === undefined) return [];
  const behind = known.text.slice(caret);
  const word = /^\w*/.exec(behind)?.[0].length ?? 0;
  const end = /^\s*\}\}/.test(behind.slice(word)) ? "" : " }}";
  const space = before.endsWith("{{") ? " " : "";
  const range = lines.range(known.file, caret - typed.length, caret + word);
  const parameters = [...operators.values()].filter(({ kind, explicit }) => kind === "parameter" && explicit === true);
  return parameters.map(({ name, default: value }) => ({
    label: name,
    kind: "parameter",
    detail: value?.json === undefined ? "parameter" : `parameter = ${exactText(value.json)}`,
    range,
    newText: `${space}${name}${end}`,
  }));
}
