import type { PreviewedValue } from "../../../src/formats/preview.js";
import type { ArtifactId } from "../../../src/core/model/workflow.js";
import { html, setAttribute } from "../../shared/elements.js";
import { typeIcons } from "../../shared/icons.js";
import { codicon } from "../../shared/codicon.js";

/** The tabs of an operator that gives several artifacts; arrow keys choose, as in ARIA's pattern for tabs. */
export class TabsView {
  readonly element = html("div", "tabs");
  readonly #onPick: (artifact: ArtifactId) => void;
  #artifacts: readonly ArtifactId[] = [];
  #shown: ArtifactId | null = null;

  /** @param panelId id of the element that shows the chosen value */
  constructor(
    private readonly panelId: string,
    onPick: (artifact: ArtifactId) => void,
  ) {
    this.#onPick = onPick;
    this.element.setAttribute("role", "tablist");
    this.element.setAttribute("aria-label", "Artifacts of the operator");
    this.element.addEventListener("keydown", (event) => {
      this.#press(event);
    });
  }

  draw(values: readonly PreviewedValue[], shown: ArtifactId | null): void {
    const hadFocus = this.element.contains(document.activeElement);
    this.#artifacts = values.map(({ artifact }) => artifact);
    this.#shown = shown;
    this.element.hidden = values.length < 2;
    this.element.replaceChildren(...values.map((value, index) => this.#tab(value, index, value.artifact === shown)));
    if (hadFocus) this.element.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  /** Id of the chosen tab. */
  get chosenId(): string {
    return `tab-${this.#artifacts.indexOf(this.#shown ?? "")}`;
  }

  #tab({ artifact, name, type }: PreviewedValue, index: number, isChosen: boolean): HTMLElement {
    const tab = html("button", "tab", codicon(typeIcons[type]), html("span", "", name));
    tab.type = "button";
    tab.id = `tab-${index}`;
    tab.tabIndex = isChosen ? 0 : -1;
    tab.setAttribute("role", "tab");
    setAttribute(tab, "aria-selected", String(isChosen));
    if (isChosen) tab.setAttribute("aria-controls", this.panelId);
    tab.addEventListener("click", () => {
      this.#onPick(artifact);
    });
    return tab;
  }

  #press(event: KeyboardEvent): void {
    const at = this.#artifacts.indexOf(this.#shown ?? "");
    const last = this.#artifacts.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    const artifact = next === undefined ? undefined : this.#artifacts[next];
    if (artifact === undefined) return;
    event.preventDefault();
    this.#onPick(artifact);
  }
}
