import type { Locator, Page } from "playwright-core";

/**
 * VS Code's quick input: command palette, pick lists and input boxes, used by keyboard.
 *
 * While one is closing, VS Code drops whatever is clicked beside it. So everything here that answers an input resolves only once that input has gone,
 * or has said why it stays; nothing else presses keys into one.
 */
export class QuickInput {
  readonly #page: Page;
  readonly widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.widget = page.locator(".quick-input-widget");
  }

  get input(): Locator {
    return this.widget.locator("input.input").first();
  }

  /** Waits until the title or placeholder of the input says `text`. */
  async asks(text: string | RegExp): Promise<void> {
    await this.widget
      .filter({ hasText: text })
      .or(this.widget.filter({ has: this.#page.getByRole("textbox", { name: text }) }))
      .first()
      .waitFor();
  }

  /** Answers an input box. */
  async answer(question: string | RegExp, text: string): Promise<void> {
    await this.asks(question);
    await this.input.fill(text);
    await this.leave(() => this.#page.keyboard.press("Enter"));
  }

  /** Takes the row that says `row`. */
  async pick(question: string | RegExp, row: string | RegExp): Promise<void> {
    await this.asks(question);
    // A tip over the row that the pointer happens to rest on would cover the next one.
    await this.#page.mouse.move(0, 0);
    await this.leave(() => this.widget.locator(".monaco-list-row", { hasText: row }).first().click());
  }

  /** Gives up, and waits until nothing is asked any more. */
  async escape(): Promise<void> {
    await this.#page.keyboard.press("Escape");
    await this.widget.waitFor({ state: "hidden" });
  }

  /** Does what answers the input, and waits until it has gone, asks something else, or has a message that it had not. */
  async leave(act: () => Promise<void>): Promise<void> {
    const before = await this.#page.evaluate(changedFace, undefined);
    await act();
    await this.#page.waitForFunction(changedFace, before?.face, { polling: "raf" });
  }
}

/**
 * What tells inputs apart: title, placeholder, text and message; empty where none is open. The rows of a list come and go while it is read. An input that
 * objects to its text may have done so while that was typed, and then says nothing new at Enter. Runs in the page.
 *
 * @returns null where it is as it was, and has no objection
 */
function changedFace(was: string | undefined): { readonly face: string } | null {
  const widget = document.querySelector(".quick-input-widget");
  const isOpen = widget !== null && getComputedStyle(widget).display !== "none";
  const input = widget?.querySelector<HTMLInputElement>("input.input");
  const words = [...(widget?.querySelectorAll(".quick-input-title, .quick-input-message") ?? [])];
  const face = isOpen
    ? JSON.stringify([words.map(({ textContent }) => textContent), input?.placeholder, input?.value])
    : "";
  const objects = widget?.querySelector(".monaco-inputbox.error") != null;
  return face === was && !objects ? null : { face };
}
