import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
} from "@vscode/webview-ui-toolkit";
import { codicon } from "./codicon.js";

export { codicon };

// The only file that knows the toolkit, which is no longer maintained: replacing it is one change here.
provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption(), vsCodeProgressRing());

/** A button with an icon alone; `label` is its name for screen readers and its tooltip. */
export function iconButton(icon: string, label: string, onPress: () => void): HTMLElement {
  const button = document.createElement("vscode-button");
  button.setAttribute("appearance", "icon");
  button.setAttribute("aria-label", label);
  button.title = label;
  button.append(codicon(icon));
  button.addEventListener("click", onPress);
  return button;
}

/** A quiet button that holds what it is given (in no `span`: the toolkit makes those as small as an icon); its words must be in `label`. */
export function plainButton(label: string, onPress: () => void, ...content: readonly HTMLElement[]): HTMLElement {
  const button = document.createElement("vscode-button");
  button.setAttribute("appearance", "icon");
  button.setAttribute("aria-label", label);
  button.append(...content);
  button.addEventListener("click", onPress);
  return button;
}

/** A button with words. */
export function textButton(label: string, weight: "primary" | "secondary", onPress: () => void): HTMLElement {
  const button = document.createElement("vscode-button");
  button.setAttribute("appearance", weight);
  button.textContent = label;
  button.addEventListener("click", onPress);
  return button;
}

export interface Picker {
  readonly element: HTMLElement;
  /** Shows these choices with the one at `index` chosen. */
  update(choices: readonly string[], index: number): void;
}

/** A drop-down list. `onPick` gets the index of the choice that the user made. */
export function picker(label: string, onPick: (index: number) => void): Picker {
  const element = document.createElement("vscode-dropdown") as HTMLElement & { selectedIndex: number };
  element.setAttribute("aria-label", label);
  element.addEventListener("change", () => {
    onPick(element.selectedIndex);
  });
  let shown: readonly string[] = [];
  return {
    element,
    update(choices, index) {
      if (choices.length !== shown.length || choices.some((choice, at) => choice !== shown[at])) {
        shown = choices;
        element.replaceChildren(...choices.map(option));
      }
      if (element.selectedIndex !== index) element.selectedIndex = index;
    },
  };
}

export function progressRing(label: string): HTMLElement {
  const ring = document.createElement("vscode-progress-ring");
  ring.setAttribute("aria-label", label);
  return ring;
}

function option(text: string): HTMLElement {
  const element = document.createElement("vscode-option");
  element.textContent = text;
  return element;
}
