import * as vscode from "vscode";
import type { QuestionPlace } from "./askAll.js";
import { forLabel, forMessage } from "../../platform/shownText.js";
import { Browsing } from "./browsing.js";
import { createInputBox } from "../shown.js";

/** What looking at the world says against a text: a doubt can be overruled by another Enter, a refusal cannot. */
export type Objection = { readonly kind: "doubt" | "refusal"; readonly message: string };

export interface TextQuestion {
  /** What is asked for and why. */
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly secrecy?: "hidden";
  /** Why it cannot be taken as it stands, at every keystroke. */
  readonly validate: (text: string) => string | undefined;
  /** Looks at the world after Enter; typing on, going back and Escape abort it. */
  readonly check?: (text: string, signal: AbortSignal) => Promise<Objection | undefined>;
  /** Another way to get the text than typing it; undefined: nothing was chosen. */
  readonly browse?: { readonly label: string; readonly pick: () => Promise<string | undefined> };
}

export type TypedText = { readonly kind: "next" | "back"; readonly text: string } | { readonly kind: "cancelled" };

/** Asks for one line of text in VS Code's own input. */
export async function askText(place: QuestionPlace, question: TextQuestion): Promise<TypedText> {
  const asking = new AskedText(place, question);
  try {
    return await asking.answer;
  } finally {
    asking.dispose();
  }
}

class AskedText implements vscode.Disposable {
  readonly answer: Promise<TypedText>;
  readonly #input = createInputBox();
  readonly #question: TextQuestion;
  readonly #browse: vscode.QuickInputButton | undefined;
  #resolve: (typed: TypedText) => void = () => undefined;
  #check: AbortController | undefined;
  /** The text of which a doubt is shown. */
  #doubted: string | undefined;
  readonly #browsing = new Browsing();

  constructor({ title, step, total, canGoBack }: QuestionPlace, question: TextQuestion) {
    this.#question = question;
    this.#browse = question.browse && {
      iconPath: new vscode.ThemeIcon("folder-opened"),
      tooltip: question.browse.label,
    };
    this.answer = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    const input = this.#input;
    input.title = forLabel(title);
    input.step = step;
    input.totalSteps = total;
    input.ignoreFocusOut = true;
    input.prompt = forMessage(question.prompt);
    input.placeholder = question.placeholder === undefined ? undefined : forLabel(question.placeholder);
    input.value = question.value;
    input.password = question.secrecy === "hidden";
    input.buttons = [
      ...(canGoBack ? [vscode.QuickInputButtons.Back] : []),
      ...(this.#browse === undefined ? [] : [this.#browse]),
    ];
    input.onDidChangeValue(() => {
      this.#typed();
    });
    input.onDidAccept(() => void this.#accept());
    input.onDidTriggerButton((button) => {
      if (button === this.#browse) void this.#pick();
      else this.#resolve({ kind: "back", text: input.value });
    });
    input.onDidHide(() => {
      if (!this.#browsing.isOpen) this.#resolve({ kind: "cancelled" });
    });
    input.show();
  }

  dispose(): void {
    this.#check?.abort(new vscode.CancellationError());
    this.#input.dispose();
  }

  #typed(): void {
    this.#stopCheck();
    this.#doubted = undefined;
    this.#object(this.#question.validate(this.#input.value));
  }

  #object(objection: string | undefined): void {
    this.#input.validationMessage = objection === undefined ? undefined : forMessage(objection);
  }

  async #accept(): Promise<void> {
    const text = this.#input.value;
    const objection = this.#question.validate(text);
    if (objection !== undefined) this.#object(objection);
    else if (this.#question.check === undefined || this.#doubted === text) this.#resolve({ kind: "next", text });
    else if (this.#check === undefined) await this.#look(text, this.#question.check);
  }

  async #look(text: string, look: NonNullable<TextQuestion["check"]>): Promise<void> {
    const check = new AbortController();
    this.#check = check;
    this.#input.busy = true;
    this.#input.validationMessage = undefined;
    const found = await outcomeOf(look(text, check.signal));
    if (check.signal.aborted) return;
    this.#stopCheck();
    if (found === undefined) {
      this.#resolve({ kind: "next", text });
      return;
    }
    const isDoubt = found.kind === "doubt";
    if (isDoubt) this.#doubted = text;
    this.#input.validationMessage = {
      message: forMessage(isDoubt ? `${found.message} Press Enter again to go on all the same.` : found.message),
      severity: isDoubt ? vscode.InputBoxValidationSeverity.Warning : vscode.InputBoxValidationSeverity.Error,
    };
  }

  #stopCheck(): void {
    this.#check?.abort(new vscode.CancellationError());
    this.#check = undefined;
    this.#input.busy = false;
  }

  /** A dialog takes the place of the input, which comes back with what was chosen there. */
  async #pick(): Promise<void> {
    const { browse } = this.#question;
    if (browse === undefined) return;
    const browsed = await this.#browsing.open(browse.pick);
    if (browsed.kind === "failed") this.#object(browsed.message);
    else if (browsed.text !== undefined) this.#input.value = browsed.text;
    this.#input.show();
  }
}

/** What a look at the world could not find out is a doubt. */
async function outcomeOf(look: Promise<Objection | undefined>): Promise<Objection | undefined> {
  try {
    return await look;
  } catch (error) {
    return { kind: "doubt", message: error instanceof Error ? error.message : String(error) };
  }
}
