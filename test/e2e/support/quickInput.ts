import type { Locator, Page } from "playwright-core";

/** VS Code's quick input: command palette, pick lists and input boxes, used by keyboard. */
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
    await this.#page.keyboard.press("Enter");
  }

  /** Takes the row that says `row`. */
  async pick(question: string | RegExp, row: string | RegExp): Promise<void> {
    await this.asks(question);
    // A tip over the row that the pointer happens to rest on would cover the next one.
    await this.#page.mouse.move(0, 0);
    await this.widget.locator(".monaco-list-row", { hasText: row }).first().click();
  }
}
