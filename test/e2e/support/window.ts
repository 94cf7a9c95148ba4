import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContextOptions, Frame, Locator, Page } from "playwright-core";
import { launchBrowser, stillPage } from "../../../scripts/testbed/browser.mjs";
import { testPython } from "../../../scripts/testbed/testPython.mjs";
import { eventually } from "./eventually.js";
import { QuickInput } from "./quickInput.js";
import { savedTabs } from "./savedTabs.js";
import { ask } from "./services/client.js";
import type { SharedWorkbench } from "./services/contract.js";

/** Milliseconds for anything that VS Code should do; generous, since these machines are often busy. */
const patience = 90_000;

export interface WindowOptions {
  /** Folder whose files the workspace begins with. */
  readonly files: string;
  /** The workspace, where the test owns it and has put its files there; left out: a copy of `files`, removed at the end. */
  readonly workspace?: string;
  /** Left out: the VS Code that all windows of a run share, where every folder is trusted and the tests' Python is chosen. */
  readonly own?: OwnServer;
  readonly context?: BrowserContextOptions;
}

/** A VS Code of a window's own, for what one that is shared cannot be. */
interface OwnServer {
  /** Whether folders have to be trusted first. */
  readonly trust?: boolean;
  /** More variables, which the extension sees. */
  readonly env?: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A real VS Code window with the packaged extension installed, used by mouse and keyboard. */
export class EditorWindow {
  readonly page: Page;
  /** Refusals by a content security policy, as the browser tells them. */
  readonly violations: string[] = [];
  readonly quick: QuickInput;
  readonly #workbench: SharedWorkbench;
  readonly #browser: Browser;
  readonly #workspace: { readonly path: string; readonly isOurs: boolean };

  private constructor(
    page: Page,
    workbench: SharedWorkbench,
    browser: Browser,
    workspace: { readonly path: string; readonly isOurs: boolean },
  ) {
    this.page = page;
    this.quick = new QuickInput(page);
    this.#workbench = workbench;
    this.#browser = browser;
    this.#workspace = workspace;
    page.on("console", (message) => {
      if (/violates the following Content Security Policy/.test(message.text())) this.violations.push(message.text());
    });
  }

  static async open({ files, context = {}, own, workspace: given }: WindowOptions): Promise<EditorWindow> {
    const workspace = given ?? (await mkdtemp(path.join(tmpdir(), "aqueduct-window-")));
    if (given === undefined) await cp(files, workspace, { recursive: true });
    const { trust = false, env = {}, settings } = own ?? { settings: await sharedSettings() };
    const workbench = await ask("workbench", { trust, env, settings });
    const browser = await launchBrowser();
    const page = await stillPage(browser, context);
    page.setDefaultTimeout(patience);
    const opened = new EditorWindow(page, workbench, browser, { path: workspace, isOurs: given === undefined });
    openWindows.add(opened);
    await page.goto(`http://${workbench.authority}/?folder=${encodeURI(workspace)}`);
    const isEmpty = (await readdir(workspace)).length === 0;
    await page
      .locator(isEmpty ? ".explorer-folders-view" : ".explorer-folders-view .monaco-list-row")
      .first()
      .waitFor();
    return opened;
  }

  async close(): Promise<void> {
    openWindows.delete(this);
    await this.#browser.close();
    if (this.#workspace.isOurs) await rm(this.#workspace.path, { recursive: true, force: true });
  }

  get workspace(): string {
    return this.#workspace.path;
  }

  /** Settings, extensions and logs of the editor. */
  get dataFolder(): string {
    return this.#workbench.folder;
  }

  /** What the window shows, for who reads of a failure that happened where nobody looked. */
  async shown(): Promise<string> {
    return `${JSON.stringify(await this.page.evaluate(whatIsShown), undefined, 2)}\n`;
  }

  /** Takes a picture of the window, where AQUEDUCT_PICTURES names a folder for them (`scripts/screenshots.mjs`); elsewhere nothing. */
  async picture(name: string): Promise<void> {
    const folder = process.env["AQUEDUCT_PICTURES"];
    if (folder === undefined) return;
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }

  /** Opens a file of the workspace from the explorer. */
  async openFile(name: string): Promise<void> {
    await this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).dblclick();
    await this.page.locator(`.tab[data-resource-name="${name}"]`).waitFor();
  }

  /** Runs a command from the palette. Resolves once the palette has gone; the command itself may have opened another input by then. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.quick.input.fill(`>${title}`);
    await this.quick.leave(() => this.quick.widget.locator(".monaco-list-row", { hasText: title }).first().click());
  }

  /** Loads the page anew, as F5 does in a browser, and waits until the window is there again. */
  async reload(): Promise<void> {
    await savedTabs(this.page);
    await this.page.reload();
    await this.page.locator(".monaco-workbench .part.editor").waitFor();
  }

  /** Brings an open file to the front and gives it the keyboard. */
  async showFile(name: string): Promise<void> {
    await this.page.locator(`.tab[data-resource-name="${name}"]`).first().click();
    await this.editorOf(name).waitFor();
  }

  /** Puts the caret before the first column of a line. @param file an open one; left out: the one in the first group */
  async goToLine(line: number, file?: string): Promise<void> {
    if (file === undefined)
      await this.page
        .locator(".editor-group-container .monaco-editor")
        .first()
        .click({ position: { x: 300, y: 20 } });
    else await this.showFile(file);
    // What an editor does late takes the keyboard, and closes the input.
    await eventually("the input for the number of a line", async () => {
      if (!(await this.quick.input.isVisible())) await this.page.keyboard.press("Control+G");
      return this.quick.input.fill(`:${line}`, { timeout: 5_000 }).then(
        () => true,
        () => undefined,
      );
    });
    // Before VS Code has read the number and made its row the chosen one, Enter does nothing.
    await this.quick.widget
      .locator(".monaco-list-row.focused", { hasText: new RegExp(`go to line ${line}\\b`, "i") })
      .waitFor();
    await this.quick.leave(() => this.page.keyboard.press("Enter"));
  }

  /** The editor that shows a file in the front of its group. */
  editorOf(file: string): Locator {
    return this.page
      .locator(".editor-group-container", { has: this.page.locator(`.tab.active[data-resource-name="${file}"]`) })
      .locator(".editor-instance")
      .first();
  }

  /** The document inside the graph panel. */
  async graphPanel(): Promise<Frame> {
    const outer = this.page.locator("iframe.webview.ready");
    await outer.first().waitFor();
    const element = await this.page
      .frameLocator("iframe.webview.ready")
      .frameLocator("#active-frame")
      .locator("body")
      .elementHandle();
    const frame = await element.ownerFrame();
    if (!frame) throw new Error("The graph panel has no page.");
    return frame;
  }

  /** The notifications on show that say `words`. */
  notification(words: string): Locator {
    return this.page.locator(".notifications-toasts .notification-list-item", { hasText: words });
  }

  /** What the status bar says of the caret, such as `Ln 12, Col 3`; only there while the editor has the keyboard. */
  get caret(): Locator {
    return this.page.locator("#status\\.editor\\.selection");
  }

  /** The number of the line that the editor's caret is on, wherever the keyboard is. */
  get caretLine(): Locator {
    return this.page.locator(".monaco-editor .line-numbers.active-line-number");
  }
}

/** Those of this test file that are open. */
export const openWindows = new Set<EditorWindow>();

/** Runs in the page. */
function whatIsShown(): Readonly<Record<string, readonly string[]>> {
  const texts = (selector: string): readonly string[] =>
    [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.checkVisibility())
      .map((element) => element.innerText.replaceAll(/\s+/g, " ").trim().slice(0, 200))
      .filter((text) => text !== "");
  return {
    tabs: texts(".tab"),
    lenses: texts(".codelens-decoration"),
    caretLine: texts(".line-numbers.active-line-number"),
    asked: texts(".quick-input-widget"),
    dialogs: texts(".monaco-dialog-box"),
    notifications: texts(".notifications-toasts .notification-list-item"),
    trees: texts(".pane-body .monaco-list-row"),
    status: texts(".statusbar-item"),
    keyboard: [document.activeElement?.outerHTML.slice(0, 200) ?? ""],
  };
}

/** What all windows that share a server are set to. */
async function sharedSettings(): Promise<Readonly<Record<string, unknown>>> {
  const theme = process.env["AQUEDUCT_PICTURES_THEME"]; // for the pictures of `scripts/screenshots.mjs`
  return { "aqueduct.python": await testPython(), ...(theme === undefined ? {} : { "workbench.colorTheme": theme }) };
}
