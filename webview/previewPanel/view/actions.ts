import { html, setAttribute, setText } from "../../shared/elements.js";
import { codicon } from "../../shared/codicon.js";

/** A quiet button with an icon and a word, as in VS Code's own toolbars. */
export function actionButton(icon: string, words: string, title: string, onPress: () => void): HTMLButtonElement {
  const button = html("button", "action", codicon(icon), html("span", "", words));
  button.type = "button";
  button.title = title;
  button.addEventListener("click", onPress);
  return button;
}

/** A button of the kind that dialogs have. */
export function primaryButton(words: string, look: "primary" | "secondary", onPress: () => void): HTMLButtonElement {
  const button = html("button", `button ${look}`, words);
  button.type = "button";
  button.addEventListener("click", onPress);
  return button;
}

export interface ToggleButton {
  readonly element: HTMLButtonElement;
  show(state: "on" | "off"): void;
}

/** A button that stays pressed: an icon alone, `words` are its name. */
export function toggleButton(
  icons: { readonly on: string; readonly off: string },
  words: string,
  titles: { readonly on: string; readonly off: string },
  onPress: () => void,
): ToggleButton {
  const icon = codicon(icons.off);
  const element = html("button", "action iconOnly", icon);
  element.type = "button";
  element.setAttribute("aria-label", words);
  element.addEventListener("click", onPress);
  return {
    element,
    show(state) {
      icon.className = `codicon codicon-${icons[state]}`;
      setAttribute(element, "aria-pressed", String(state === "on"));
      element.title = titles[state];
    },
  };
}

/** Tells what happened, to those who see it and to screen readers. */
export class StatusLine {
  readonly element = html("div", "status");

  constructor() {
    this.element.setAttribute("role", "status");
  }

  say(text: string): void {
    setText(this.element, text);
  }
}
