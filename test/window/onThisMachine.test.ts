import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testPython } from "../../scripts/testbed/testPython.mjs";
import { stopEngine } from "../e2e/support/cli.js";
import { clickLens, lens } from "../e2e/support/codeLenses.js";
import { frameWith } from "../e2e/support/panelFrames.js";
import type { QuickInput } from "../e2e/support/quickInput.js";
import { TreeView } from "../e2e/support/treeView.js";
import { EditorWindow } from "../e2e/support/window.js";
import { eventually } from "../e2e/support/eventually.js";

const file = "level3.py";

let workspace: string;
let window: EditorWindow;
let quick: QuickInput;
let preview: Frame;
let lines: readonly string[];

const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;

/** The sample with its database, and no Airflow. */
beforeAll(async () => {
  workspace = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-alone-")));
  await cp(path.resolve("examples/porting"), workspace, { recursive: true });
  lines = (await readFile(path.join(workspace, file), "utf8")).split("\n");
  const python = await testPython();
  const database = path.join(workspace, "demo.db");
  await promisify(execFile)(python, [path.resolve("examples/demo/make_demo_database.py"), database]);
  await writeFile(
    path.join(workspace, "aqueduct.json"),
    JSON.stringify({ resources: { aqueduct_demo: { type: "database", url: `sqlite:///${database}` } } }),
  );
  window = await EditorWindow.open({
    files: workspace,
    workspace,
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  quick = window.quick;
}, 300_000);

afterAll(async () => {
  await window.close();
  await stopEngine(workspace);
  await rm(workspace, { recursive: true, force: true });
}, 60_000);

// One window, by mouse and keyboard only; each step goes on where the one before ended.
it("shows the table of an operator that was run from its lens", async () => {
  await window.openFile(file);
  await clickLens(window, file, lineOf("def predict(features"), "Run operator");
  await clickLens(window, file, lineOf("def predict(features"), "rows ×");
  preview = await frameWith(window.page, '[role="grid"]');
  await preview.getByText(/^500 of [\d,]+ rows, /).waitFor();
});

it("copies what is selected, by keyboard, for a spreadsheet", async () => {
  await preview.locator('[role="gridcell"]').first().click();
  await window.page.keyboard.press("Shift+ArrowRight");
  await window.page.keyboard.press("Shift+ArrowDown");
  await window.page.keyboard.press("Control+C");
  await preview.getByRole("status").filter({ hasText: "2 rows × 2 columns" }).waitFor();
  const text = await window.page.evaluate(() => navigator.clipboard.readText());
  expect(text.split("\n").map((row) => row.split("\t").length)).toEqual([2, 2]);
});

it("exports the rows that it shows to a CSV file", async () => {
  await preview.getByRole("button", { name: "Export CSV…" }).click();
  await quick.asks("Export the 500 rows of the sample");
  await quick.widget.getByRole("button", { name: "OK" }).click();
  await window.notification("Exported the 500 rows of the sample").waitFor();
  const [file = ""] = (await readdir(workspace)).filter((name) => name.endsWith(".csv"));
  const lines = (await readFile(path.join(workspace, file), "utf8")).trimEnd().split(/\r?\n/);
  expect([lines.length, lines[0]]).toEqual([501, "alcohol,quality,predicted_quality,recommended"]);
});

it("says that a value was deleted from the store, and what to do", async () => {
  const runs = path.join(workspace, ".aqueduct", "store", "runs");
  const samples = (await readdir(runs, { recursive: true })).filter((name) =>
    /\/predict\/\d+\/samples\/[^/]+\.json$/.test(name),
  );
  expect(samples).toHaveLength(1);
  for (const sample of samples) await rm(path.join(runs, sample));
  await clickLens(window, file, lineOf("def predict(features"), "rows ×");
  const told = await frameWith(window.page, "text=Its sample is no longer in");
  await told.getByText("Run the operator again to have one.").waitFor();
});

it("offers to connect where there is no Airflow to publish to, and giving up changes nothing", async () => {
  const before = await readFile(path.join(workspace, "aqueduct.json"), "utf8");
  await window.showFile(file);
  await window.runCommand("Aqueduct: Publish Workflow");
  const toast = window.notification("No Airflow is connected yet");
  await toast.getByRole("button", { name: "Connect to Airflow…" }).click();
  await quick.asks("Name of this Airflow");
  await quick.escape();
  expect(await readFile(path.join(workspace, "aqueduct.json"), "utf8")).toBe(before);
});

it("ticks the steps of the walkthrough that are done, and those alone", async () => {
  await window.page.locator('.editor-actions a[aria-label*="Show Workflow Graph"]').click();
  await frameWith(window.page, '.operator[data-id="predict"]');
  await clickLens(window, file, lineOf("client.publish_flow("), "Run workflow");
  await lens(window.page, "Succeeded").waitFor();
  await window.runCommand("Aqueduct: Get Started");
  const step = (id: string) => window.page.locator(`[role="checkbox"][data-done-step-id$="#${id}"]`).first();
  const isTicked = async (id: string): Promise<boolean> => (await step(id).getAttribute("aria-checked")) === "true";
  await step("sample").waitFor();
  await eventually(
    "three ticks",
    async () => ((await Promise.all(["sample", "graph", "run"].map(isTicked))).every(Boolean) ? true : undefined),
    30,
  );
  expect(await Promise.all(["connect", "publish", "watch"].map(isTicked))).toEqual([false, false, false]);
});

it("walks from the palette through the history to a value, key by key", async () => {
  const { keyboard } = window.page;
  const runs = new TreeView(window.page, "Runs");
  const focusRuns = async (): Promise<void> => {
    await keyboard.press("F1");
    await quick.input.fill(">Aqueduct: Focus on Runs View");
    await quick.widget.locator(".monaco-list-row.focused", { hasText: "Focus on Runs View" }).waitFor();
    await quick.leave(() => keyboard.press("Enter"));
    await runs.row(/^wine predictions, this machine/).waitFor();
  };
  await focusRuns();
  // VS Code gives a view's lines the keyboard only where they are there already.
  await focusRuns();
  await runs.pane.locator(".monaco-list:focus").waitFor();
  for (const [key, label] of [
    ["Home", /^wine predictions, this machine/],
    ["ArrowDown", /^Run of /],
    ["ArrowRight", /^Run of /],
    ["ArrowDown", /^aqueduct_demo query, /],
    ["ArrowDown", /^quality_floor, /],
    ["ArrowDown", /^clean_data, /],
    ["ArrowDown", /^featurize_data, /],
    ["ArrowDown", /^predict, /],
    ["ArrowRight", /^predict, /],
    ["ArrowDown", /^Value predict/],
  ] as const) {
    // What was unfolded reads its lines: before they are there, the key would go past them.
    await runs.row(label).first().waitFor();
    await keyboard.press(key);
    await runs.focusedRow(label).waitFor();
    if (key === "ArrowRight") await runs.focusedRow(label).and(runs.pane.locator('[aria-expanded="true"]')).waitFor();
  }
  await keyboard.press("Enter");
  const value = await frameWith(window.page, '[role="grid"]');
  await value.getByText(/^500 of [\d,]+ rows, /).waitFor();
  // The panel has the keyboard, and its table too.
  const table = value.locator('[role="grid"]:focus');
  await table.waitFor();
  const first = (await table.getAttribute("aria-activedescendant")) ?? "";
  await keyboard.press("ArrowDown");
  await value.locator(`[role="grid"]:focus:not([aria-activedescendant="${first}"])`).waitFor();
});

it("takes the ticks off for a new start, and sets them again", async () => {
  const step = (id: string) => window.page.locator(`[role="checkbox"][data-done-step-id$="#${id}"]`).first();
  const ticks = (wanted: "true" | "false") => async () =>
    (await Promise.all(["sample", "graph", "run"].map((id) => step(id).getAttribute("aria-checked")))).every(
      (ticked) => ticked === wanted,
    ) || undefined;
  await window.runCommand("Aqueduct: Get Started Again");
  await eventually("no ticks", ticks("false"), 30);
  await window.showFile(file);
  await clickLens(window, file, lineOf("client.publish_flow("), "Run workflow");
  await window.runCommand("Aqueduct: Get Started");
  await eventually("the run's tick", async () =>
    (await step("run").getAttribute("aria-checked")) === "true" ? true : undefined,
  );
});

it("breaks no content security policy", () => {
  expect(window.violations).toEqual([]);
});
