import type { Locator, Page } from "playwright-core";
import { chooseFromMenu } from "./contextMenu.js";
import { eventually } from "./eventually.js";

/** A tree in the side bar, read as a screen reader does: by the labels of its rows. */
export class TreeView {
  readonly #page: Page;
  readonly pane: Locator;

  /** @param title of the view, as its header says */
  constructor(page: Page, title: string) {
    this.#page = page;
    this.pane = page.locator(".pane", { has: page.locator(`.pane-header[aria-label^="${title}"]`) });
  }

  row(label: string | RegExp): Locator {
    return this.pane.getByRole("treeitem", { name: label });
  }

  /** The row that has the keyboard, once it is this one. */
  focusedRow(label: RegExp): Locator {
    return this.row(label).and(this.pane.locator(".monaco-list-row.focused"));
  }

  /** Opens a row; one that is open stays so. Resolves once the rows below it are there: it counts as open before it has read them. */
  async expand(label: string | RegExp): Promise<void> {
    const row = this.row(label).first();
    await row.waitFor();
    if ((await row.getAttribute("aria-expanded")) !== "true") {
      await row.click({ position: { x: 60, y: 8 } });
      if ((await row.getAttribute("aria-expanded")) !== "true") await this.#page.keyboard.press("ArrowRight");
    }
    await eventually(
      `the rows below ${String(label)}`,
      async () => ((await this.#isFollowedByChild(row)) ? true : undefined),
      60,
    );
  }

  /** Whether the row under this one is deeper than it. */
  async #isFollowedByChild(row: Locator): Promise<boolean> {
    const [index, level] = await Promise.all(
      ["data-index", "aria-level"].map(async (name) => Number(await row.getAttribute(name))),
    );
    return (
      (await this.pane
        .locator(`.monaco-list-row[data-index="${(index ?? 0) + 1}"][aria-level="${(level ?? 0) + 1}"]`)
        .count()) > 0
    );
  }

  /** Goes down from the row that has the focus to one with this label, and presses Enter there. */
  async goDownAndEnter(label: RegExp, most = 20): Promise<void> {
    for (let rows = 0; rows <= most; rows += 1) {
      const focused = this.pane.locator(".monaco-list-row.focused");
      if (label.test((await focused.getAttribute("aria-label")) ?? "")) return this.#page.keyboard.press("Enter");
      const id = (await focused.getAttribute("id")) ?? "";
      await this.#page.keyboard.press("ArrowDown");
      await this.pane.locator(`.monaco-list-row.focused:not([id="${id}"])`).waitFor();
    }
    throw new Error(`No row ${String(label)} within ${String(most)} rows below the focus.`);
  }

  /** Presses an action that stands on a row. */
  async act(label: string | RegExp, action: string): Promise<void> {
    const row = this.row(label).first();
    await row.hover();
    await row.locator(`.action-label[aria-label^="${action}"]`).click();
  }

  /** Chooses from a row's context menu. */
  async chooseFromMenu(label: string | RegExp, item: string): Promise<void> {
    await this.row(label).first().click({ button: "right" });
    await chooseFromMenu(this.#page, item);
  }
}
