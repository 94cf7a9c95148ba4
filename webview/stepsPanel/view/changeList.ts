import type { StepsChange, StepsOutcome } from "../../../src/formats/stepsPanel.js";
import { html, setText } from "../../shared/elements.js";
import { codicon } from "../../shared/toolkit.js";
import { changeWords } from "../words.js";
import { redrawnWhereItDiffers } from "./section.js";

const icons: Readonly<Record<StepsChange["kind"], string>> = {
  added: "diff-added",
  changed: "diff-modified",
  removed: "diff-removed",
  same: "dash",
};

/** What will change, and once it has, what did. */
export class ChangeList {
  readonly element: HTMLElement;
  readonly draw: (changes: readonly StepsChange[] | null, outcome: StepsOutcome | null) => void;

  constructor() {
    const list = html("ul", "changes");
    const heading = html("h2", "");
    this.element = html("section", "part", heading, list);
    const drawList = redrawnWhereItDiffers(list, (changes: readonly StepsChange[]) => changes.map(changeElement));
    this.draw = (changes, outcome) => {
      setText(heading, outcome?.state === "succeeded" ? "What changed" : "What will change");
      this.element.hidden = changes === null || changes.length === 0;
      drawList(changes ?? []);
    };
  }
}

function changeElement({ kind, name, detail }: StepsChange): HTMLElement {
  const mark = codicon(icons[kind]);
  mark.title = changeWords[kind];
  return html(
    "li",
    `change ${kind}`,
    mark,
    html("span", "readAloud", `${changeWords[kind]}: `),
    html("span", "changeName", name),
    html("span", "detail", detail),
  );
}
