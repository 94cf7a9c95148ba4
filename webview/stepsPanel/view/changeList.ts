import type { StepsChange } from "../../../src/protocol/stepsPanel.js";
import { html } from "../../shared/elements.js";
import { codicon } from "../../shared/toolkit.js";
import { changeWords } from "../words.js";
import { redrawnWhereItDiffers, section } from "./section.js";

const icons: Readonly<Record<StepsChange["kind"], string>> = { added: "diff-added", changed: "diff-modified", removed: "diff-removed", same: "dash" };

/** What will change, before it does. */
export class ChangeList {
  readonly element: HTMLElement;
  readonly draw: (changes: readonly StepsChange[] | null) => void;

  constructor() {
    const list = html("ul", "changes");
    this.element = section("part", "What will change", list);
    const drawList = redrawnWhereItDiffers(list, (changes: readonly StepsChange[]) => changes.map(changeElement));
    this.draw = (changes) => {
      this.element.hidden = changes === null || changes.length === 0;
      drawList(changes ?? []);
    };
  }
}

function changeElement({ kind, name, detail }: StepsChange): HTMLElement {
  const mark = codicon(icons[kind]);
  mark.title = changeWords[kind];
  return html("li", `change ${kind}`, mark, html("span", "readAloud", `${changeWords[kind]}: `), html("span", "changeName", name), html("span", "detail", detail));
}
