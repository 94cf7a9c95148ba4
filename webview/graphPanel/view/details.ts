import type { OperatorPart } from "../../../src/formats/graphPanel.js";
import { html, setAttribute, setText } from "../../shared/elements.js";
import { codicon, textButton } from "../../shared/toolkit.js";
import type { DiagramNode } from "../diagram.js";
import { statusLine } from "../status.js";
import { stateIconClass } from "./icons.js";

const labels: Readonly<Record<OperatorPart, string>> = { value: "Open Value", trace: "Open Trace", log: "Open Log" };
const order: readonly OperatorPart[] = ["value", "trace", "log"];

/** The line under the graph while a run is shown: what the run has of the selected operator, and what can be opened of it. */
export class DetailsView {
  readonly element = html("section", "details");
  readonly #icon = html("span", "");
  readonly #name = html("span", "detailsName");
  readonly #line = html("span", "detailsLine");
  readonly #message = html("span", "");
  readonly #tip = html("span", "");
  readonly #failure = html(
    "div",
    "failure",
    html("p", "failureMessage", this.#message),
    html("p", "failureTip", codicon("lightbulb"), this.#tip),
  );
  readonly #buttons: ReadonlyMap<OperatorPart, HTMLElement>;
  #node: DiagramNode | undefined;

  constructor(opened: (operator: string, what: OperatorPart) => void) {
    this.element.setAttribute("aria-label", "Selected operator in the shown run");
    this.#icon.setAttribute("aria-hidden", "true");
    this.#buttons = new Map(
      order.map((what) => [
        what,
        textButton(labels[what], "secondary", () => {
          if (this.#node) opened(this.#node.id, what);
        }),
      ]),
    );
    this.element.append(
      html("div", "detailsRow", this.#icon, this.#name, this.#line, html("span", "space"), ...this.#buttons.values()),
      this.#failure,
    );
    this.element.hidden = true;
  }

  /** @param node the selected operator; undefined: none is */
  draw(node: DiagramNode | undefined, since: number): void {
    this.#node = node;
    const status = node?.status ?? null;
    setAttribute(this.#icon, "class", status === null ? "stateIcon" : stateIconClass(status.state));
    setText(this.#name, node?.name ?? "");
    for (const [what, button] of this.#buttons) button.hidden = status?.parts.includes(what) !== true;
    this.#failure.hidden = !status?.failure;
    setText(this.#message, status?.failure?.message ?? "");
    setText(this.#tip, status?.failure?.tip ?? "");
    setAttribute(this.#failure, "data-tip", status?.failure?.tip ? "" : undefined);
    this.drawClock(since);
  }

  drawClock(since: number): void {
    const node = this.#node;
    if (node === undefined) setText(this.#line, "Select an operator to see what this run has of it.");
    else if (node.status === null) setText(this.#line, "was no part of this run.");
    else setText(this.#line, statusLine(node.status, since));
  }
}
