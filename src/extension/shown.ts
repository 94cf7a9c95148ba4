import * as vscode from "vscode";
import { forLabel, forMessage, forTooltip, type Shown } from "../platform/shownText.js";

// The one door to what VS Code shows of text: messages, progress, questions, lists, the status bar, trees. Everything
// that goes through is made safe for its place, since any of it may hold what an exception, a value, a name or a server
// says; lint forbids VS Code's own functions elsewhere.

type Tell = (message: string, options: vscode.MessageOptions, ...items: string[]) => Thenable<string | undefined>;

/** A message with buttons. */
export const showErrorMessage = telling((...told) => vscode.window.showErrorMessage(...told));
export const showWarningMessage = telling((...told) => vscode.window.showWarningMessage(...told));
export const showInformationMessage = telling((...told) => vscode.window.showInformationMessage(...told));

/** @returns the button as it was given, whatever is shown of it */
type Telling = (text: string, ...rest: readonly (string | vscode.MessageOptions)[]) => Promise<string | undefined>;

function telling(tell: Tell): Telling {
  return async (text, ...rest) => {
    const options = rest.find((one) => typeof one === "object") ?? {};
    const buttons = rest.filter((one) => typeof one === "string");
    const labels = buttons.map(forLabel);
    const choice = await tell(
      forMessage(text),
      { ...options, ...(options.detail !== undefined && { detail: forMessage(options.detail) }) },
      ...labels,
    );
    return buttons[labels.findIndex((label) => label === choice)];
  };
}

/** Shows how far something is. */
export function withProgress<T>(
  options: vscode.ProgressOptions,
  work: (progress: vscode.Progress<{ message: string }>, token: vscode.CancellationToken) => Thenable<T>,
): Thenable<T> {
  const title = options.title === undefined ? {} : { title: forMessage(options.title) };
  return vscode.window.withProgress({ ...options, ...title }, (progress, token) =>
    work(
      {
        report: ({ message }) => {
          progress.report({ message: forMessage(message) });
        },
      },
      token,
    ),
  );
}

/** Asks for one line of text. */
export function showInputBox(
  options: Omit<vscode.InputBoxOptions, "validateInput"> & {
    readonly validateInput?: (typed: string) => string | undefined;
  },
): Thenable<string | undefined> {
  const { validateInput, ...others } = options;
  const { title, prompt, placeHolder } = others;
  return vscode.window.showInputBox({
    ...others,
    ...(title !== undefined && { title: forLabel(title) }),
    ...(prompt !== undefined && { prompt: forMessage(prompt) }),
    ...(placeHolder !== undefined && { placeHolder: forLabel(placeHolder) }),
    ...(validateInput !== undefined && {
      validateInput: (typed: string) => {
        const objection = validateInput(typed);
        return objection === undefined ? undefined : forMessage(objection);
      },
    }),
  });
}

/** Asks to choose. @returns what was given, whatever is shown of it */
export function showQuickPick<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options: vscode.QuickPickOptions & { readonly canPickMany: true },
): Promise<readonly Item[] | undefined>;
export function showQuickPick<Item extends vscode.QuickPickItem>(
  items: readonly Item[] | Promise<readonly Item[]>,
  options: vscode.QuickPickOptions,
): Promise<Item | undefined>;
export async function showQuickPick<Item extends vscode.QuickPickItem>(
  items: readonly Item[] | Promise<readonly Item[]>,
  options: vscode.QuickPickOptions,
): Promise<Item | readonly Item[] | undefined> {
  const { title, placeHolder } = options;
  const linesOf = (given: readonly Item[]): readonly Line<Item>[] =>
    given.map((item) => ({ ...shownItem(item), given: item }));
  const lines: readonly Line<Item>[] | Promise<readonly Line<Item>[]> =
    items instanceof Promise ? items.then(linesOf) : linesOf(items);
  const chosen = (await vscode.window.showQuickPick<Line<Item>>(lines, {
    ...options,
    ...(title !== undefined && { title: forLabel(title) }),
    ...(placeHolder !== undefined && { placeHolder: forLabel(placeHolder) }),
    // VS Code's types do not tell that several may come back.
  })) as Line<Item> | readonly Line<Item>[] | undefined;
  if (chosen === undefined) return undefined;
  return "given" in chosen ? chosen.given : chosen.map(({ given }) => given);
}

type Line<Item> = vscode.QuickPickItem & { readonly given: Item };

type ShownItem<Item> = Item & { readonly label: Shown<"label"> };

/** A line of a list, for {@link createQuickPick}. */
export function shownItem<Item extends vscode.QuickPickItem>(item: Item): ShownItem<Item> {
  return {
    ...item,
    label: forLabel(item.label),
    ...(item.description !== undefined && { description: forLabel(item.description) }),
    ...(item.detail !== undefined && { detail: forLabel(item.detail) }),
  };
}

interface ShownInput {
  title: Shown<"label"> | undefined;
  placeholder: Shown<"label"> | undefined;
}

/** VS Code's input, which takes text only once it was made safe. */
export type InputBox = Omit<vscode.InputBox, keyof ShownInput | "prompt" | "validationMessage"> &
  ShownInput & {
    prompt: Shown<"message"> | undefined;
    validationMessage:
      | Shown<"message">
      | { readonly message: Shown<"message">; readonly severity: vscode.InputBoxValidationSeverity }
      | undefined;
  };

export function createInputBox(): InputBox {
  return vscode.window.createInputBox() as InputBox;
}

/** VS Code's list, likewise. */
export type QuickPick<Item extends vscode.QuickPickItem> = Omit<vscode.QuickPick<ShownItem<Item>>, keyof ShownInput> &
  ShownInput;

export function createQuickPick<Item extends vscode.QuickPickItem>(): QuickPick<Item> {
  return vscode.window.createQuickPick<ShownItem<Item>>() as QuickPick<Item>;
}

/** An item of the status bar, likewise. */
export type StatusBarItem = Omit<vscode.StatusBarItem, "text" | "tooltip"> & {
  text: Shown<"label">;
  tooltip: Shown<"tooltip"> | undefined;
};

export function createStatusBarItem(id: string, at: vscode.StatusBarAlignment, priority: number): StatusBarItem {
  return vscode.window.createStatusBarItem(id, at, priority) as StatusBarItem;
}

/** In the status bar, for some milliseconds. */
export function setStatusBarMessage(text: string, milliseconds: number): void {
  vscode.window.setStatusBarMessage(forLabel(text), milliseconds);
}

/** A line of a tree. */
export function createTreeItem(
  label: string,
  description: string,
  collapsing: vscode.TreeItemCollapsibleState,
): vscode.TreeItem {
  const item = new vscode.TreeItem(forLabel(label), collapsing);
  item.description = forLabel(description);
  return item;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Facts for a tooltip, each on a line of its own; what users and servers wrote is text there, never Markdown. */
export function factsTooltip(facts: readonly Fact[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString("", true);
  for (const { label, value } of facts)
    markdown
      .appendMarkdown("**")
      .appendText(forTooltip(label))
      .appendMarkdown("** ")
      .appendText(forTooltip(value))
      .appendMarkdown("  \n");
  return markdown;
}
