import type { PreviewedFailure, PreviewedOperator } from "../../../src/formats/preview.js";
import type { SaveResult } from "../../../src/core/model/manifest.js";
import type { OpenedBeside } from "../../../src/formats/previewPanel.js";
import { html } from "../../shared/elements.js";
import { codicon } from "../../shared/codicon.js";
import { primaryButton } from "./actions.js";
import { countOf } from "../../../src/core/model/words.js";

/** Why an operator failed, what to do, and the ways to its trace and log. */
export function failureOf(
  { name, state }: PreviewedOperator,
  { message, tip, at, type }: PreviewedFailure,
  onOpen: (what: OpenedBeside) => void,
): HTMLElement {
  const place =
    at === null
      ? []
      : [html("p", "place", codicon("go-to-file"), html("span", "", `${at.file}:${at.line}, in ${at.function}`))];
  const buttons = [
    ...(at === null
      ? []
      : [
          primaryButton("Open Trace", "primary", () => {
            onOpen("trace");
          }),
        ]),
    primaryButton("Open Log", at === null ? "primary" : "secondary", () => {
      onOpen("log");
    }),
  ];
  const words = state === "cancelled" || type === "cancelled" ? `${name} was cancelled` : `${name} failed`;
  return html(
    "section",
    `failure ${state}`,
    html("h2", "", codicon(state === "cancelled" ? "circle-slash" : "error"), html("span", "", words)),
    html("pre", "failureMessage", message),
    ...place,
    html("p", "tip", tip),
    html("div", "buttons", ...buttons),
  );
}

/** What a save operator did. */
export function savedOf({ resource, table, mode, rows }: SaveResult): HTMLElement {
  const did = { replace: "replaced what was there", append: "added to what was there", fail: "into a new table" }[mode];
  return html(
    "div",
    "notice",
    codicon("save"),
    html("h2", "", `Saved ${countOf(rows, "row")}`),
    html("p", "", html("code", "", `${resource}.${table}`), `: ${did}.`),
  );
}

/** Why there is no value yet, with the way to the log. */
export function missingOf(sentence: string, onOpen: (what: OpenedBeside) => void): HTMLElement {
  return html(
    "div",
    "notice",
    codicon("circle-outline"),
    html("p", "", sentence),
    html(
      "div",
      "buttons",
      primaryButton("Open Log", "secondary", () => {
        onOpen("log");
      }),
    ),
  );
}
