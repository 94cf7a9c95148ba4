import { codicon } from "../../shared/toolkit.js";
import { bodyHeight, type ArtifactTab, type DiagramNode } from "../diagram.js";
import { html, setAttribute, setText, svg } from "../../shared/elements.js";
import { nodeContext, type GraphContext } from "../nodeContext.js";
import { shortStatusLine } from "../status.js";
import { kindIcons, severityIcons, stateIconClass, typeIcons } from "./icons.js";
import { shapeOf } from "./shapes.js";

/** Makes the element of an operator; everything that may change later is drawn by `updateOperator`. */
export function operatorElement(node: DiagramNode): HTMLElement {
  const shape = svg("svg", "shape", svg("path", "twin"), svg("path", "outline"), svg("path", "inner"));
  shape.setAttribute("aria-hidden", "true");
  const icon = codicon(kindIcons[node.kind]);
  icon.classList.add("kindIcon");
  const marks = html("div", "marks");
  const body = html(
    "div",
    "body",
    icon,
    html("div", "words", html("div", "name"), html("div", "detail", stateIcon(), html("span", "detailText"))),
    marks,
  );
  const tabs = html("div", "tabs");
  // Marks and tabs are said in words, in an order that can be listened to.
  for (const picture of [marks, tabs]) picture.setAttribute("aria-hidden", "true");
  const element = html("div", "operator", shape, body, html("div", "readAloud"), tabs);
  element.setAttribute("role", "treeitem");
  element.dataset["id"] = node.id;
  element.tabIndex = -1;
  return element;
}

/** @param since seconds since the host told of states */
export function updateOperator(element: HTMLElement, node: DiagramNode, context: GraphContext, since: number): void {
  element.classList.toggle("stale", node.stale);
  element.classList.toggle("repeated", node.repeated);
  element.classList.toggle("neverCalled", node.neverCalled);
  setAttribute(element, "data-kind", node.kind);
  setAttribute(element, "data-severity", node.problems[0]?.severity);
  setAttribute(element, "data-state", node.status?.state);
  setAttribute(element, "data-vscode-context", JSON.stringify(nodeContext(context, node)));
  setAttribute(element, "title", tooltip(node));
  element.style.width = `${node.width}px`;
  drawShape(element, node);
  setText(part(element, ".name"), node.name);
  updateClock(element, node, since);
  setAttribute(
    part(element, ".stateIcon"),
    "class",
    node.status === null ? "stateIcon" : stateIconClass(node.status.state),
  );
  setText(part(element, ".readAloud"), node.description);
  redraw(
    part(element, ".marks"),
    JSON.stringify([
      node.status?.reused ?? null,
      node.repeated,
      node.stale,
      node.unknown,
      node.neverCalled,
      node.problems.length,
      node.problems[0]?.severity,
    ]),
    () => marks(node),
  );
  redraw(part(element, ".tabs"), JSON.stringify(node.artifacts), () => node.artifacts.map(tabElement));
}

/** Draws the second line, of which the time goes on while the operator runs. */
export function updateClock(element: HTMLElement, { detail, status }: DiagramNode, since: number): void {
  setText(part(element, ".detailText"), status === null ? detail : shortStatusLine(status, since));
}

function stateIcon(): HTMLElement {
  const icon = html("span", "stateIcon");
  icon.setAttribute("aria-hidden", "true");
  return icon;
}

function drawShape(element: HTMLElement, node: DiagramNode): void {
  const { outline, inner } = shapeOf(node.kind, node.width, bodyHeight);
  const shape = part(element, ".shape");
  setAttribute(shape, "width", String(node.width));
  setAttribute(shape, "height", String(bodyHeight));
  setAttribute(part(element, ".twin"), "d", outline);
  setAttribute(part(element, ".outline"), "d", outline);
  setAttribute(part(element, ".inner"), "d", inner);
}

function marks(node: DiagramNode): readonly HTMLElement[] {
  const gravest = node.problems[0]?.severity;
  return [
    ...(node.status?.reused ? [mark("archive", "reused")] : []),
    ...(node.repeated ? [mark("sync", "repeated")] : []),
    ...(node.unknown ? [mark("question", "unknown")] : []),
    ...(node.neverCalled ? [mark("debug-disconnect", "neverCalled")] : []),
    ...(node.stale ? [mark("history", "stale")] : []),
    ...(gravest ? [problemMark(severityIcons[gravest], gravest, node.problems.length)] : []),
  ];
}

function mark(icon: string, what: string): HTMLElement {
  const element = codicon(icon);
  element.classList.add("mark", what);
  return element;
}

function problemMark(icon: string, severity: string, count: number): HTMLElement {
  const element = html("span", `mark problem ${severity}`, codicon(icon));
  if (count > 1) element.append(String(count));
  return element;
}

function tabElement(tab: ArtifactTab): HTMLElement {
  const element = html("div", "artifact", codicon(typeIcons[tab.type]), html("span", "label", tab.label));
  element.dataset["artifact"] = tab.id;
  element.style.left = `${tab.x}px`;
  element.style.width = `${tab.width}px`;
  return element;
}

function tooltip(node: DiagramNode): string {
  return [`${node.name} (${node.detail})`, ...node.description.split("; ")].join("\n");
}

/** Redraws the inside of a part only when what it is made from has changed. */
function redraw(element: HTMLElement, content: string, draw: () => readonly HTMLElement[]): void {
  if (element.dataset["content"] === content) return;
  element.dataset["content"] = content;
  element.replaceChildren(...draw());
}

function part(element: HTMLElement, selector: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`An operator's element lacks ${selector}.`);
  return found;
}
