import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { EditorWindow } from "../e2e/support/window.js";

const example = path.resolve("examples/porting");

let window: EditorWindow;
let panel: Frame;
let lines: readonly string[];

const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
const operator = (id: string) => panel.locator(`.operator[data-id="${id}"]`);

beforeAll(async () => {
  lines = (await readFile(path.join(example, "level3.py"), "utf8")).split("\n");
  window = await EditorWindow.open({ files: example });
});

afterAll(async () => {
  await window.close();
});

// One window, used as a person would: each step goes on where the one before ended.
it("shows the graph of a file from the button over its editor", async () => {
  await window.openFile("level3.py");
  await window.page.locator('.editor-actions a[aria-label*="Show Workflow Graph"]').click();
  panel = await window.graphPanel();
  await operator("predict").waitFor();
  expect(await panel.locator(".operator").count()).toBe(9);
  expect(await panel.locator(".workflowName").textContent()).toBe("wine predictions");
  await window.page.locator(".tab", { hasText: "Graph: level3.py" }).waitFor();
});

it("adds an operator while it is typed, and keeps every other one", async () => {
  await panel.evaluate(() => {
    document.querySelectorAll(".operator").forEach((element) => {
      element.setAttribute("data-marked", "");
    });
  });
  // An empty line, as a person would take: text before a call on its line would break that call while it is typed.
  await window.goToLine(lineOf("predictions.save(") - 1);
  await window.page.keyboard.type("mean_error(features)\n");
  // Half a call is an operator already; the last letter gives it its edge.
  await panel.locator('.edge[data-from="featurize_data"][data-to="mean_error_2"]').waitFor({ state: "attached" });
  const unmarked = await panel
    .locator(".operator:not([data-marked])")
    .evaluateAll((elements) => elements.map((element) => (element as HTMLElement).dataset["id"]));
  expect(unmarked).toEqual(["mean_error_2"]);
});

it("leads from an operator to its line", async () => {
  await operator("featurize_data").click();
  await window.caretLine.filter({ hasText: String(lineOf("= featurize_data(")) }).waitFor();
});

it("leads from a line to its operator", async () => {
  await window.goToLine(lineOf("def clean_data"));
  await panel.locator('.operator.atCaret[data-id="clean_data"][aria-selected="true"]').waitFor();
});

it("opens an operator's line by keyboard", async () => {
  await operator("clean_data").click();
  await window.page.keyboard.press("ArrowUp");
  await window.page.keyboard.press("Enter");
  await window.caret.filter({ hasText: `Ln ${lineOf("db.sql(")},` }).waitFor();
  // The keyboard is in the editor again.
  await window.page.keyboard.press("Home");
  await window.caret.filter({ hasText: "Col 1" }).waitFor();
});

it("shows the problem of broken text in the Problems view and on the graph, which stays", async () => {
  await window.goToLine(lineOf("predictions.save("));
  await window.page.keyboard.type("broken = 'never closed\n");
  await panel.locator(".problemCount", { hasText: "problem" }).click();
  await window.page.locator(".markers-panel .monaco-list-row", { hasText: "aqueduct" }).first().waitFor();
  await operator("predict").waitFor();
});

it("comes back after the window was reloaded", async () => {
  await window.page.keyboard.press("Control+S");
  await window.page.locator(".tab", { hasText: "Graph: level3.py" }).click();
  await window.reload();
  await window.page.locator(".tab", { hasText: "Graph: level3.py" }).click();
  panel = await window.graphPanel();
  await operator("predict").waitFor();
});

it("never breaks its content security policy", () => {
  expect(window.violations).toEqual([]);
});
