import type { PreviewedBound, PreviewedOperator } from "../../../src/formats/preview.js";
import { html } from "../../shared/elements.js";
import { codicon } from "../../shared/codicon.js";
import { boundText } from "../words.js";
import { actionButton } from "./actions.js";
import type { ValueHost, ValueView } from "./valueView.js";

/** A number, a truth value or nothing: large, with what the workflow asks of it. */
export class ScalarView implements ValueView {
  readonly element = html("div", "scalarView");
  readonly actions: readonly HTMLElement[];

  constructor(label: string, text: string, { check, bounds }: PreviewedOperator, status: HTMLElement, host: ValueHost) {
    const value = html("div", "scalar", text);
    value.setAttribute("role", "img");
    value.setAttribute("aria-label", `${label}: ${text}`);
    const shown = check === null ? [value] : [value, checkResult(check)];
    const list = bounds.length === 0 ? [] : [boundList(bounds)];
    this.element.append(
      html("div", "scalarArea", ...shown, ...list),
      html("footer", "footer", html("span", "space"), status),
    );
    this.actions = [
      actionButton("copy", "Copy", "Copy the value", () => {
        host.copy(text, "the value");
      }),
    ];
  }

  focus(): void {
    // Nothing of it takes keys: the page is read from its top.
  }

  dispose(): void {
    // It holds nothing.
  }
}

function checkResult({ passed, severity }: NonNullable<PreviewedOperator["check"]>): HTMLElement {
  const after =
    severity === "error" ? "The run failed by it, and nothing was saved." : "It is a warning: the run went on.";
  const words = passed ? "The check passed" : "The check did not pass";
  return html(
    "div",
    `checkResult ${look(passed, severity)}`,
    codicon(iconOf(passed, severity)),
    html("div", "", html("strong", "", words), html("p", "note", passed ? `Its severity is “${severity}”.` : after)),
  );
}

function boundList(bounds: readonly PreviewedBound[]): HTMLElement {
  const list = html("ul", "bounds", ...bounds.map(boundItem));
  list.setAttribute("aria-label", "Bounds on this metric");
  return list;
}

function boundItem(bound: PreviewedBound): HTMLElement {
  const { passed, severity } = bound;
  const result = passed === null ? "not checked in this run" : passed ? "within" : `broken (${severity})`;
  return html(
    "li",
    `bound ${look(passed, severity)}`,
    codicon(iconOf(passed, severity)),
    html("span", "boundText", boundText(bound)),
    html("span", "note", result),
  );
}

function look(passed: boolean | null, severity: string): string {
  if (passed === null) return "unchecked";
  return passed ? "passed" : severity;
}

function iconOf(passed: boolean | null, severity: string): string {
  if (passed === null) return "circle-outline";
  return passed ? "pass-filled" : severity === "error" ? "error" : "warning";
}
