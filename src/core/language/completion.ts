import type { Resource } from "../resources/resource.js";
import type { Completion } from "./completion/item.js";
import { isReceiver, splitCallee } from "./completion/receiver.js";
import { type QuotedPlace, quotedPlaceAt } from "./completion/quotedPlace.js";
import { tagItems } from "./completion/tags.js";
import {
  engineItems,
  modeItems,
  resourceItems,
  scheduleItems,
  severityItems,
  type ValueItem,
} from "./completion/values.js";
import type { KnownFile } from "./knowledge.js";
import type { TextPosition } from "./place.js";

/** Characters after which the editor asks. */
export const completionTriggers: readonly string[] = ["'", '"', "{"];

/** What may stand at a position. Only inside of strings: names outside of them are Python's, and whoever knows Python completes them. */
export function completionsAt(file: KnownFile, position: TextPosition): readonly Completion[] {
  const place = quotedPlaceAt(file.known.text, file.lines.offsetAt(position));
  if (place?.argument === undefined) return [];
  const { callee, place: argument } = place.argument;
  const { receiver, method } = splitCallee(callee);
  if (method === "sql") return argument === 0 || argument === "query" ? tagItems(file, place) : [];
  const values = valuesFor({ method, receiver, argument }, file);
  if (values.length === 0 || place.before.includes("\n")) return [];
  const { to, isClosed } = endOfValue(file.known.text, place);
  const range = file.lines.range(file.known.file, place.from, to);
  return values.map(({ label, detail, kind, documentation }) => ({
    label,
    kind,
    detail,
    range,
    newText: isClosed ? label : `${label}${place.quote}`,
    ...(documentation !== undefined && { documentation }),
  }));
}

interface ValuePlace {
  readonly method: string;
  readonly receiver: string;
  readonly argument: string | number;
}

const modeArguments: Readonly<Record<string, readonly (string | number)[]>> = {
  config: ["mode", "update_mode", "save_mode", 1],
  save: ["update_mode", 2],
};
const judging = ["check", "bound", "validate_with_expectation"];

function valuesFor({ method, receiver, argument }: ValuePlace, { known }: KnownFile): readonly ValueItem[] {
  const resources: ReadonlyMap<string, Resource> = known.resources ?? new Map<string, Resource>();
  if ((method === "resource" || method === "integration") && (argument === 0 || argument === "name"))
    return isReceiver(receiver, "client", known.names) ? resourceItems(resources) : [];
  if (modeArguments[method]?.includes(argument) === true)
    return isReceiver(receiver, "resource", known.names) ? modeItems : [];
  if (method === "FlowConfig" && (argument === "engine" || argument === 0)) return engineItems(resources);
  if (method === "global_config" && argument === "engine") return engineItems(resources);
  if (method === "publish_flow" && (argument === "engine" || argument === 3)) return engineItems(resources);
  if (method === "publish_flow" && (argument === "schedule" || argument === 2)) return scheduleItems();
  return argument === "severity" && judging.includes(method) ? severityItems : [];
}

/** A string that is being typed ends with its word; what follows on the line is code, whatever quotes stand there. */
function endOfValue(text: string, { caret, quote }: QuotedPlace): { readonly to: number; readonly isClosed: boolean } {
  const line = /^[^\n]*/.exec(text.slice(caret))?.[0] ?? "";
  const close = line.indexOf(quote);
  if (close !== -1 && !/[,()[\]{}=#]/.test(line.slice(0, close))) return { to: caret + close, isClosed: true };
  return { to: caret + (/^[\w.-]*/.exec(line)?.[0].length ?? 0), isClosed: false };
}
