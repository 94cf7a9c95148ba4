import * as vscode from "vscode";
import { forLabel } from "../../platform/shownText.js";
import type { QuestionPlace } from "./askAll.js";
import { createQuickPick, shownItem } from "../shown.js";

export interface Choice<Value> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: Value;
}

export interface ChoiceQuestion<Value> {
  readonly placeholder: string;
  readonly choices: readonly Choice<Value>[];
  /** The one that is offered first. */
  readonly current: Value | undefined;
  /** What cannot be chosen yet; stands below the choices, and Enter on it does nothing. */
  readonly later?: string;
}

export type Chosen<Value> =
  | { readonly kind: "next"; readonly value: Value }
  | { readonly kind: "back" }
  | { readonly kind: "cancelled" };

/** Asks to choose one of a few, in VS Code's own list. */
export async function askChoice<Value>(
  { title, step, total, canGoBack }: QuestionPlace,
  { placeholder, choices, current, later }: ChoiceQuestion<Value>,
): Promise<Chosen<Value>> {
  const pick = createQuickPick<vscode.QuickPickItem & Partial<Pick<Choice<Value>, "value">>>();
  try {
    pick.title = forLabel(title);
    pick.step = step;
    pick.totalSteps = total;
    pick.ignoreFocusOut = true;
    pick.placeholder = forLabel(placeholder);
    pick.matchOnDescription = true;
    if (canGoBack) pick.buttons = [vscode.QuickInputButtons.Back];
    pick.items = [
      ...choices.map(shownItem),
      ...(later === undefined ? [] : [shownItem({ label: `$(circle-slash) ${later}`, description: "comes later" })]),
    ];
    pick.activeItems = pick.items.filter((item) => "value" in item && item.value === current);
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        const [chosen] = pick.selectedItems;
        // What comes later has no value.
        if (chosen !== undefined && "value" in chosen) resolve({ kind: "next", value: chosen.value });
      });
      pick.onDidTriggerButton(() => {
        resolve({ kind: "back" });
      });
      pick.onDidHide(() => {
        resolve({ kind: "cancelled" });
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
