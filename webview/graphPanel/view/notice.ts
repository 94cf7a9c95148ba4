import type { PanelState } from "../state.js";
import { codicon, progressRing } from "../../shared/toolkit.js";
import { html } from "../../shared/elements.js";

/** What stands in the place of a graph; undefined where there is a graph to draw. */
export function noticeFor({
  content,
}: PanelState): { readonly key: string; readonly element: HTMLElement } | undefined {
  if (content === undefined || content.kind === "loading") return { key: "loading", element: loading() };
  if (content.kind === "noFile")
    return {
      key: "noFile",
      element: notice(
        "type-hierarchy-sub",
        "No workflow is open",
        html("p", "", "Open a Python file that imports ", code("aqueduct"), " to see its graph here."),
      ),
    };
  if (content.kind === "failed")
    return {
      key: `failed ${content.message}`,
      element: notice("error", `The graph of ${content.fileName} can't be shown`, html("p", "", content.message)),
    };
  const { workflows, neverCalled = [] } = content.graph;
  if (neverCalled.length > 0 || workflows.some(({ operators }) => operators.length > 0)) return undefined;
  return { key: `empty ${content.fileName}`, element: empty(content.fileName) };
}

/** Shown when the page itself could not place the operators. */
export function layoutFailure(): HTMLElement {
  return notice(
    "error",
    "The graph can't be drawn",
    html(
      "p",
      "",
      "Close this panel and open it again; the reason is in the log ",
      code("Aqueduct"),
      " of the Output view.",
    ),
  );
}

function loading(): HTMLElement {
  return html("div", "notice loading", progressRing("Reading the workflow"), html("p", "", "Reading the workflow…"));
}

function empty(fileName: string): HTMLElement {
  return notice(
    "type-hierarchy-sub",
    `No workflow in ${fileName} yet`,
    html(
      "p",
      "",
      "A function under ",
      code("@op"),
      " becomes an operator where it is called. ",
      code("client.publish_flow(…)"),
      " makes a workflow of what it publishes.",
    ),
    html(
      "pre",
      "example",
      "@op\ndef clean(data):\n    return data.dropna()\n\nclean_data = clean(db.sql('SELECT * FROM wine;'))\nclient.publish_flow('wine', artifacts=[clean_data])",
    ),
  );
}

function notice(icon: string, title: string, ...more: readonly HTMLElement[]): HTMLElement {
  return html("div", "notice", codicon(icon), html("h2", "", title), ...more);
}

function code(text: string): HTMLElement {
  return html("code", "", text);
}
