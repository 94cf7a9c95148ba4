import * as vscode from "vscode";
import { forLabel, forTooltip } from "../../platform/shownText.js";
import { ids } from "../ids.js";
import { createStatusBarItem, type StatusBarItem } from "../shown.js";

/** Status-bar item that says for what Aqueduct has been waiting for longer than 10 s; gone as soon as it waits no more. */
export class WaitStatus {
  #item: StatusBarItem | undefined;

  constructor(private readonly log: vscode.LogOutputChannel) {}

  readonly tell = (sentence: string | undefined): void => {
    if (sentence === undefined) {
      this.#item?.hide();
      return;
    }
    this.log.info(sentence);
    this.#item ??= newItem();
    this.#item.text = forLabel(sentence.replace("Still waiting", "Aqueduct is waiting"));
    this.#item.tooltip = forTooltip(`${sentence}\nClick to show Aqueduct's log.`);
    this.#item.accessibilityInformation = { label: forLabel(sentence), role: "button" };
    this.#item.show();
  };

  dispose(): void {
    this.#item?.dispose();
  }
}

function newItem(): StatusBarItem {
  const item = createStatusBarItem("aqueduct.wait", vscode.StatusBarAlignment.Left, 5);
  item.name = "Aqueduct Wait";
  item.command = ids.showLog;
  return item;
}
