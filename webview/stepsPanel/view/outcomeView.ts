import type { StepsOutcome } from "../../../src/formats/stepsPanel.js";
import { codeSpans } from "../../shared/codeSpans.js";
import { html } from "../../shared/elements.js";
import { codicon } from "../../shared/toolkit.js";
import { outcomeWords, partsOf } from "../words.js";
import { redrawnWhereItDiffers } from "./section.js";

const icons: Readonly<Record<StepsOutcome["state"], string>> = {
  succeeded: "pass-filled",
  failed: "error",
  waiting: "watch",
  cancelled: "circle-slash",
  unchanged: "check-all",
};

/** How it ended. */
export class OutcomeView {
  readonly element = html("div", "outcomeArea");

  readonly draw = redrawnWhereItDiffers(this.element, (outcome: StepsOutcome | null) => {
    if (outcome === null) return [];
    const { sentence, output } = partsOf(outcome.message);
    const said = html("pre", "output", output);
    said.tabIndex = 0;
    said.setAttribute("aria-label", "What was said");
    const words = html(
      "div",
      "outcomeWords",
      html("h2", "", outcomeWords[outcome.state]),
      html("p", "", ...codeSpans(sentence)),
      ...(output === "" ? [] : [said]),
    );
    return [html("section", `outcome ${outcome.state}`, codicon(icons[outcome.state]), words)];
  });
}
