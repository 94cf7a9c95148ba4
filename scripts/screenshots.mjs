// @ts-check
/**
 * Takes the pictures in docs/screenshots: the graph beside its file, in a real window with the packaged extension; and, with `line`, those of the whole
 * line in the editor, which its end-to-end test takes on its way.
 *
 * `node scripts/screenshots.mjs` packages first; AQUEDUCT_VSIX names a package to use instead.
 */
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "./testbed/browser.mjs";
import { run } from "./testbed/command.mjs";
import { temporaryWorkspace } from "./testbed/extensionHost.mjs";
import { packagedExtension } from "./testbed/vsix.mjs";
import { startBareServer } from "./testbed/workbench.mjs";

const folder = "docs/screenshots";
/** Under 60 kB: the graph alone, since the README has the text just above it; what lies further down is empty. */
const small = { name: "graph-small.png", theme: "dark", height: 560 };
const themes = {
  dark: "Dark 2026",
  light: "Light 2026",
  "high-contrast": "Default High Contrast",
  "high-contrast-light": "Default High Contrast Light",
};
/** Neither side bar nor minimap: what is to be seen is the file and its graph. */
const settings = {
  "workbench.activityBar.location": "hidden",
  "workbench.sideBar.visible": false,
  "editor.minimap.enabled": false,
  "window.commandCenter": false,
  "breadcrumbs.enabled": false,
  "editor.wordWrap": "off",
};

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
await mkdir(folder, { recursive: true });
const vsix = await packagedExtension(async (command, args) => {
  await run(command, args);
  return 0;
});
const chosen = process.argv.slice(2);
if (chosen.includes("line")) await takeLine();
for (const [name, theme] of Object.entries(themes)) {
  if (chosen.length === 0 || chosen.includes(name)) await take(name, theme);
}

/**
 * @param {string} name of the picture
 * @param {string} theme
 */
async function take(name, theme) {
  const workspace = await temporaryWorkspace();
  await cp("examples/porting", workspace.path, { recursive: true });
  const workbench = await startBareServer({
    workspace: workspace.path,
    vsix,
    settings: { ...settings, "workbench.colorTheme": theme },
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 720 } });
    page.setDefaultTimeout(120_000);
    await page.goto(workbench.url);
    await page.locator(".monaco-workbench .explorer-folders-view .monaco-list-row").first().waitFor();
    await page.keyboard.press("Control+P");
    await page.locator('.quick-input-widget input[type="text"]').fill("level3.py");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "level3.py" }).first().click();
    await page.locator('.editor-actions a[aria-label*="Show Workflow Graph"]').click();
    await page.keyboard.press("Control+B");
    const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await panel.locator('.operator[data-id="predict"]').waitFor();
    await page.locator(".editor-group-container .view-lines").first().click();
    await goToLine(page, await lineOf("predictions = predict("));
    await panel.locator('.operator.atCaret[data-id="predict"]').waitFor();
    await panel.getByRole("button", { name: "Fit the graph into the panel" }).click();
    await page.locator(".editor-group-container .view-lines").first().hover();
    await writeFile(path.join(folder, `graph-${name}.png`), await page.screenshot());
    process.stderr.write(`${folder}/graph-${name}.png\n`);
    if (name === small.theme) await takeSmall(page);
  } finally {
    await browser.close();
    await workbench.stop();
    await workspace.remove();
  }
}

/** Those that the README shows; the tests take more, which nobody keeps. */
async function takeLine() {
  const pictures = path.resolve("out/pictures");
  const env = {
    ...process.env,
    AQUEDUCT_VSIX: vsix,
    AQUEDUCT_PICTURES: pictures,
    AQUEDUCT_PICTURES_THEME: themes.dark,
  };
  await run(
    "npx",
    ["vitest", "run", "--project", "e2e", "test/e2e/editorLine.e2e.test.ts", "test/e2e/publishInEditor.e2e.test.ts"],
    { env },
  );
  const shown = {
    "run-operator": "run-operator",
    "preview-table": "preview-table",
    "publish-plan": "publish-plan",
    "runs-log": "runs",
    "import-error-problem": "import-error",
  };
  for (const [taken, name] of Object.entries(shown))
    await cp(path.join(pictures, `${taken}.png`), path.join(folder, `${name}.png`));
}

/** @param {import("playwright-core").Page} page */
async function takeSmall(page) {
  const group = await page.locator(".editor-group-container").last().boundingBox();
  if (!group) throw new Error("The graph panel is not on the screen.");
  await writeFile(path.join(folder, small.name), await page.screenshot({ clip: { ...group, height: small.height } }));
  process.stderr.write(`${folder}/${small.name}\n`);
}

/**
 * @param {import("playwright-core").Page} page
 * @param {number} line
 */
async function goToLine(page, line) {
  await page.keyboard.press("Control+G");
  await page.locator('.quick-input-widget input[type="text"]').fill(`:${line}`);
  await page.keyboard.press("Enter");
}

/** @param {string} text of the example */
async function lineOf(text) {
  const lines = (await readFile("examples/porting/level3.py", "utf8")).split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
}
