import type { Locator, Page } from "playwright-core";
import type { EditorWindow } from "./window.js";
import { eventually } from "./eventually.js";

/** On the screen, in CSS pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A lens over a line of the editor, by what it says. */
export function lens(page: Page, text: string | RegExp): Locator {
  return page.locator(".codelens-decoration a, .codelens-decoration span", { hasText: text }).first();
}

/** Presses a lens of an open file that stands over a line. @param line from 1 */
export async function clickLens(window: EditorWindow, file: string, line: number, text: string): Promise<void> {
  await window.goToLine(line, file);
  const editor = window.editorOf(file);
  // The caret moves after the input closed: until then the lenses over it are another line's.
  await editor
    .locator(".line-numbers.active-line-number")
    .filter({ hasText: new RegExp(`^${line}$`) })
    .waitFor();
  const place = await eventually(`a lens “${text}” over line ${line} of ${file}`, () => lensOver(editor, text));
  await window.page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
}

/** Where the nearest lens of that text over the caret's line is; VS Code draws lenses anew whenever they change. */
async function lensOver(editor: Locator, text: string): Promise<Box | undefined> {
  const caret = await editor.locator(".line-numbers.active-line-number").first().boundingBox();
  const boxes = await editor
    .locator(".codelens-decoration a", { hasText: text })
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON() as Box));
  return boxes
    .filter(({ y, width }) => caret !== null && width > 0 && y < caret.y && y > caret.y - 100)
    .sort((left, right) => right.y - left.y)[0];
}
