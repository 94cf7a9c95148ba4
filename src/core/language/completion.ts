import { type ArgumentOf, type Called, placesOf } from "../model/signatures.js";
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
  if (method === "sql")
    return argument === "query" || argument === placesOf("DatabaseResource.sql").indexOf("query")
      ? tagItems(file, place)
      : [];
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

function valuesFor({ method, receiver, argument }: ValuePlace, { known }: KnownFile): readonly ValueItem[] {
  const resources: ReadonlyMap<string, Resource> = known.resources ?? new Map<string, Resource>();
  const is = <Name extends Called>(called: Name, name: ArgumentOf<Name>): boolean =>
    method === called.slice(called.lastIndexOf(".") + 1) &&
    (argument === name || (typeof argument === "number" && placesOf(called)[argument] === name));
  if (is("Client.resource", "name") || is("Client.integration", "name"))
    return isReceiver(receiver, "client", known.names) ? resourceItems(resources) : [];
  if (
    is("DatabaseResource.save", "update_mode") ||
    (["mode", "update_mode", "save_mode"] as const).some((name) => is("DatabaseResource.config", name))
  )
    return isReceiver(receiver, "resource", known.names) ? modeItems : [];
  if (is("FlowConfig", "engine") || is("Client.publish_flow", "engine")) return engineItems(resources);
  if (method === "global_config" && argument === "engine") return engineItems(resources);
  if (is("Client.publish_flow", "schedule")) return scheduleItems();
  const judging = ["check", "Artifact.bound", "Artifact.validate_with_expectation"] as const;
  return judging.some((called) => is(called, "severity")) ? severityItems : [];
}

/** A string that is being typed ends with its word; what follows on the line is code, whatever quotes stand there. */
function endOfValue(text: string, { caret, quote }: QuotedPlace): { readonly to: number; readonly isClosed: boolean } {
  const line = /^[^\n]*/.exec(text.slice(caret))?.[0] ?? "";
  const close = line.indexOf(quote);
  if (close !== -1 && !/[,()[\]{}=#]/.test(line.slice(0, close))) return { to: caret + close, isClosed: true };
  return { to: caret + (/^[\w.-]*/.exec(line)?.[0].length ?? 0), isClosed: false };
}
