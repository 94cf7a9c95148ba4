import { provideVSCodeDesignSystem, vsCodeButton, vsCodeDropdown, vsCodeOption, vsCodeProgressRing } from "@vscode/webview-ui-toolkit";

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

/** A button with an icon and words. */
export function textButton(icon: string, text: string, onPress: () => void): HTMLElement {
  const button = document.createElement("vscode-button");
  button.setAttribute("appearance", "secondary");
  const start = codicon(icon);
  start.slot = "start";
  button.append(start, text);
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
  element.addEventListener("change", () => { onPick(element.selectedIndex); });
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

/** An icon that says nothing to screen readers: its neighbour or owner carries the words. */
export function codicon(name: string): HTMLElement {
  const icon = document.createElement("span");
  icon.className = `codicon codicon-${name}`;
  icon.setAttribute("aria-hidden", "true");
  return icon;
}

function option(text: string): HTMLElement {
  const element = document.createElement("vscode-option");
  element.textContent = text;
  return element;
}
