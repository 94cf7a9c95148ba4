import type { StepsFact } from "../../../src/formats/stepsPanel.js";
import { html } from "../../shared/elements.js";
import { redrawnWhereItDiffers } from "./section.js";

/** What it is about: target, file, build and so on. */
export class FactList {
  readonly element = html("dl", "facts");

  readonly draw = redrawnWhereItDiffers(this.element, (facts: readonly StepsFact[]) =>
    facts.map(({ label, value }) => html("div", "fact", html("dt", "", label), html("dd", "", value))),
  );
}
