import type { ElementHandle, Locator, Page } from "playwright-core";
import type { EditorWindow } from "./window.js";
import { eventually } from "./eventually.js";

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
  await eventually(`a lens “${text}” over line ${line} of ${file}`, async () => {
    const link = await lensOver(editor, text);
    // VS Code draws lenses anew and moves them whenever they change: a press must find its lens still there, else it is repeated.
    return link?.click({ timeout: 5_000 }).then(
      () => true,
      () => undefined,
    );
  });
}

/** The nearest lens of that text over the caret's line. */
async function lensOver(editor: Locator, text: string): Promise<ElementHandle | undefined> {
  const caret = await editor.locator(".line-numbers.active-line-number").first().boundingBox();
  if (caret === null) return undefined;
  const links = await editor.locator(".codelens-decoration a", { hasText: text }).elementHandles();
  const places = await Promise.all(links.map(async (link) => ({ link, box: await link.boundingBox() })));
  return places
    .flatMap(({ link, box }) => (box === null ? [] : [{ link, y: box.y }]))
    .filter(({ y }) => y < caret.y && y > caret.y - 100)
    .sort((left, right) => right.y - left.y)[0]?.link;
}
