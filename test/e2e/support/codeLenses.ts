import type { Locator, Page } from "playwright-core";

/** A lens over a line of the editor, by what it says. */
export function lens(page: Page, text: string | RegExp): Locator {
  return page.locator(".codelens-decoration a, .codelens-decoration span", { hasText: text }).first();
}
