// @ts-check
/** The Chromium of this machine, driven through playwright-core, which brings no browser of its own. */
import { existsSync } from "node:fs";
import path from "node:path";
import { ensureDebianPackages, mayInstallPackages } from "./debian.mjs";

/** Without the parts that show a window, which nobody sees here, it takes a quarter less of the processor. */
const preferred = "chromium-headless-shell";
const commands = [preferred, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const wayOut = `install one (on Debian \`sudo apt-get install ${preferred}\`) or name one in CHROMIUM_PATH`;

/** @returns {string | undefined} path of a Chromium that is installed */
function installedChromium() {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const macOs = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return [...folders.flatMap((folder) => commands.map((command) => path.join(folder, command))), macOs].find((file) =>
    existsSync(file),
  );
}

/** Why no browser test can run here, as a sentence; undefined: they can. */
export function browserObstacle() {
  return installedChromium() !== undefined || mayInstallPackages ? undefined : `there is no Chromium; ${wayOut}`;
}

/** @returns {Promise<string>} path of a Chromium, installed first where that is possible */
export async function ensureChromium() {
  const found = installedChromium();
  if (found) return found;
  await ensureDebianPackages([preferred]);
  const installed = installedChromium();
  if (!installed) throw new Error(`There is no Chromium; ${wayOut}.`);
  return installed;
}

/**
 * A page for a window of VS Code, in which nothing moves by itself: without a graphics card each frame of a spinner is computed, which takes most
 * of a core.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @returns {Promise<import("playwright-core").Page>}
 */
export async function stillPage(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  // VS Code's spinners turn all the same. A sheet that a document adopts is no inline style, so no content policy is broken by it.
  await context.addInitScript(() => {
    const still = new CSSStyleSheet();
    still.replaceSync("*, *::before, *::after { animation: none !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  });
  return context.newPage();
}

/**
 * A browser without window. Close it with `close()`; it also ends with this process.
 *
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser() {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: await ensureChromium(),
    headless: true,
    handleSIGINT: false, // the caller's own handler closes it, after what still needs it
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
