import type { PreviewContent } from "../../../src/formats/previewPanel.js";
import { html } from "../../shared/elements.js";
import { codicon } from "../../shared/codicon.js";

/** What stands in the place of a value; undefined where there is one. */
export function noticeFor(content: PreviewContent | undefined): HTMLElement | undefined {
  switch (content?.kind) {
    case undefined:
      return loading("Reading the value…");
    case "loading":
      return loading(`Reading ${content.name}…`);
    case "nothing":
      return notice(
        "table",
        "No value is open",
        "Open one from the Runs view, or put the caret on an operator that has run and choose “Aqueduct: Open Value”.",
      );
    case "failed":
      return notice("error", `${content.name} can't be shown`, content.message);
    case "operator":
      return undefined;
  }
}

function notice(icon: string, title: string, text: string): HTMLElement {
  return html("div", "notice", codicon(icon), html("h1", "", title), html("p", "", text));
}

function loading(text: string): HTMLElement {
  const element = html("div", "notice loading", codicon("loading"), html("p", "", text));
  element.setAttribute("role", "status");
  return element;
}
