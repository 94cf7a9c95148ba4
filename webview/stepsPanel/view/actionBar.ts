import type { StepsAction } from "../../../src/formats/stepsPanel.js";
import { html, keyed } from "../../shared/elements.js";
import { textButton } from "../../shared/toolkit.js";

/** The buttons at the foot of the page. One that stays is kept, and with it the keyboard; a keyboard that is nowhere goes to the primary one. */
export class ActionBar {
  readonly element = html("footer", "actions");
  readonly #buttons = new Map<string, HTMLElement>();
  readonly #onPress: (id: string) => void;
  #shown = "[]";

  constructor(onPress: (id: string) => void) {
    this.#onPress = onPress;
    this.element.hidden = true;
  }

  draw(actions: readonly StepsAction[]): void {
    const text = JSON.stringify(actions);
    if (text === this.#shown) return;
    this.#shown = text;
    this.element.hidden = actions.length === 0;
    // A button that becomes another in words or weight is another button.
    keyed(
      this.#buttons,
      actions,
      (action) => JSON.stringify(action),
      ({ id, label, isPrimary }) =>
        textButton(label, isPrimary ? "primary" : "secondary", () => {
          this.#onPress(id);
        }),
    );
    const order = actions.flatMap((action) => this.#buttons.get(JSON.stringify(action)) ?? []);
    // Only where it must be: an element that is moved loses the keyboard.
    if (order.some((button, index) => this.element.children[index] !== button)) this.element.replaceChildren(...order);
    this.#takeFocus(actions);
  }

  /** Never to another one: who presses Enter twice on a button that goes must not press what comes in its place, such as Cancel. */
  #takeFocus(actions: readonly StepsAction[]): void {
    const primary = actions.find(({ isPrimary }) => isPrimary);
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (primary && isNowhere) this.#buttons.get(JSON.stringify(primary))?.focus({ preventScroll: true });
  }
}
