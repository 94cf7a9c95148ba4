import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Frame, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { aqueduct } from "./support/cli.js";
import { frameWith } from "./support/panelFrames.js";
import { EditorWindow } from "./support/window.js";
import { eventually, makeWorld, queryDatabase, type World } from "./support/world.js";

/** On the screen, in CSS pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

let world: World;
let workspace: string;
let window: EditorWindow;
let lines: readonly string[];
let graph: Frame;

const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
const node = (id: string) => graph.locator(`.operator[data-id="${id}"]`);
const environment = () => ({ AWS_SHARED_CREDENTIALS_FILE: path.join(world.root, "home", ".aws", "credentials"), AWS_CONFIG_FILE: path.join(world.root, "home", ".aws", "config") });

/** A fresh sample: the files of the example and an `aqueduct.json` that names the demo database and nothing else. */
beforeAll(async () => {
  world = await makeWorld();
  workspace = path.join(world.root, "sample");
  await mkdir(workspace);
  await cp(path.resolve("examples/porting"), workspace, { recursive: true });
  await writeFile(path.join(workspace, "aqueduct.json"), `{\n  // The demo database of the guide.\n  "resources": {\n    "aqueduct_demo": { "type": "database", "url": "sqlite:///${world.database}" }\n  }\n}\n`);
  lines = (await readFile(path.join(workspace, "level3.py"), "utf8")).split("\n");
  window = await EditorWindow.open({ files: workspace, workspace, server: "wrapper", env: environment(), settings: { "aqueduct.python": world.python, ...themeSettings() } });
}, 300_000);

afterAll(async () => {
  await window.close();
  await aqueduct({ cwd: workspace, env: { PATH: process.env["PATH"] ?? "", HOME: path.join(world.root, "home"), ...environment() } }, "engine", "stop");
  await world.stop();
}, 120_000);

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await window.picture("failed");
});

/** For the pictures of `scripts/screenshots.mjs`. */
function themeSettings(): Readonly<Record<string, unknown>> {
  const theme = process.env["AQUEDUCT_PICTURES_THEME"];
  return theme === undefined ? {} : { "workbench.colorTheme": theme };
}

// One window, by mouse and keyboard only; each step goes on where the one before ended.
describe("a workflow in the editor", () => {
  it("shows the graph beside the file, and follows an edit", async () => {
    await window.openFile("level3.py");
    await window.page.locator('.editor-actions a[aria-label*="Show Workflow Graph"]').click();
    graph = await frameWith(window.page, '.operator[data-id="predict"]');
    await window.goToLine(lineOf("error = mean_error(") + 1);
    await window.page.keyboard.type("mean_error(predictions)\n");
    await node("mean_error_2").waitFor();
    // The newline and the text are undone one by one.
    await window.page.keyboard.press("Control+Z");
    await window.page.keyboard.press("Control+Z");
    await node("mean_error_2").waitFor({ state: "detached" });
    await window.page.keyboard.press("Control+S");
  });

  it("runs one operator from its lens, and shows its table", async () => {
    await clickLens("def predict(features", "Run operator");
    await node("predict").filter({ hasText: /rows/ }).waitFor();
    await window.picture("run-operator");
    await node("predict").click();
    await graph.getByRole("button", { name: "Open Value" }).click();
    const preview = await frameWith(window.page, '[role="grid"]');
    await preview.getByRole("columnheader", { name: /recommended/ }).waitFor();
    await preview.getByText(/of [\d,]+ rows/).first().waitFor();
    await window.picture("preview-table");
    // It saves nothing.
    expect(await queryDatabase(world, "db.execute(\"SELECT count(*) FROM sqlite_master WHERE name = 'my_predictions'\").fetchone()")).toEqual([0]);
  });

  it("leaves nothing that breaks a content security policy", () => {
    expect(window.violations).toEqual([]);
  });
});

/** Presses a lens that stands over the line with `text`. */
async function clickLens(text: string, lens: string): Promise<void> {
  const file = (await readFile(path.join(workspace, (await window.page.locator(".tab.active").first().getAttribute("data-resource-name")) ?? ""), "utf8")).split("\n");
  const line = file.findIndex((one) => one.includes(text)) + 1;
  await window.goToLine(line);
  const editor = window.page.locator(".editor-instance").first();
  const place = await eventually(`a lens “${lens}” over line ${line}`, () => lensOver(editor, lens));
  await window.page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
}

/** Where the nearest lens of that text over the caret's line is; VS Code draws lenses anew whenever they change. */
async function lensOver(editor: Locator, lens: string): Promise<Box | undefined> {
  const caret = await editor.locator(".line-numbers.active-line-number").first().boundingBox();
  const boxes = await editor.locator(".codelens-decoration a", { hasText: lens }).evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON() as Box));
  return boxes.filter(({ y, width }) => caret !== null && width > 0 && y < caret.y && y > caret.y - 100).sort((left, right) => right.y - left.y)[0];
}
