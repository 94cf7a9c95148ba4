import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dagRuns } from "./support/airflow.js";
import type { Place } from "./support/cli.js";
import { frameWith } from "./support/panelFrames.js";
import { EditorWindow } from "./support/window.js";
import { eventually } from "./support/eventually.js";
import { edit } from "./support/edit.js";
import { makeWorld, type World } from "./support/world.js";

/** A workflow on its way from the editor to a real Airflow, by mouse and keyboard alone. Each step stands on the one before it. */
let world: World;
let place: Place;
let window: EditorWindow;
let panel: Frame;
let build: string;
let source: string;

beforeAll(async () => {
  world = await makeWorld();
  place = await world.workspace("wines", "0123456789abcdef");
  source = await readFile(path.join(place.cwd, "level3.py"), "utf8");
  window = await EditorWindow.open({
    files: place.cwd,
    workspace: place.cwd,
    own: {
      settings: { "aqueduct.python": world.python, "workbench.colorTheme": "Dark 2026" },
      env: { AQUEDUCT_AIRFLOW_PASSWORD: world.canaries.airflowPassword },
    },
  });
}, 300_000);

afterAll(async () => {
  await window.close();
  await world.stop();
}, 90_000);

const dagFile = (): Promise<string> => readFile(path.join(world.airflow.dagsFolder, "wine_predictions.py"), "utf8");
const status = (text: string): Promise<void> =>
  window.page.locator('[id="aqueduct.aqueduct.aqueduct.publication"]', { hasText: text }).waitFor();
const button = (name: string): Promise<void> => panel.getByRole("button", { name, exact: true }).click();
const lineOf = (text: string): number => source.slice(0, source.indexOf(text)).split("\n").length;

it("publishes from the palette: the plan first, then each step until Airflow has read it", async () => {
  await window.openFile("level3.py");
  await status("Not published");
  await window.runCommand("Aqueduct: Publish Workflow");
  await window.page.getByRole("dialog").getByRole("button", { name: "Use It", exact: true }).click();
  panel = await frameWith(window.page, ".change.added");
  await panel.locator(".change.added", { hasText: "predict" }).first().waitFor();
  await panel.getByRole("button", { name: "Publish", exact: true }).waitFor();
  await window.picture("plan-first");
  expect(await dagFile().catch(() => undefined)).toBeUndefined();
  await button("Publish");
  await panel.locator(".outcome.succeeded").waitFor({ timeout: 400_000 });
  await window.picture("published");
  expect(await panel.locator(".step:not(.passed)").count()).toBe(0);
  build = (await panel.locator(".fact", { hasText: "Build" }).locator("dd").textContent()) ?? "";
  expect(await dagFile()).toContain(build);
  await status(`airflow ${build}`);
}, 500_000);

it("says that nothing was to do when it is published again", async () => {
  await window.runCommand("Aqueduct: Publish Workflow");
  await panel.locator(".outcome.unchanged", { hasText: build }).waitFor();
  await window.picture("unchanged");
  expect(await dagRuns(world.airflow, "wine_predictions")).toEqual([]);
}, 200_000);

it("tells that the file was edited since, and what that changes, with the DAG file's diff", async () => {
  await window.page.locator('.tab[data-resource-name="level3.py"]').click();
  await edit(place, "level3.py", "predictions['quality']).abs().mean()", "predictions['quality']).abs().median()");
  await status("edited since");
  await window.picture("edited-since");
  await window.page.locator('[id="aqueduct.aqueduct.aqueduct.publication"]').click();
  await window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Show DAG File Diff" }).click();
  await window.page.locator(".tab", { hasText: "wine_predictions.py (live on airflow" }).waitFor();
  await window.page.locator(".monaco-diff-editor .line-insert").first().waitFor();
  await window.picture("diff");
  await window.page.locator(".tab", { hasText: "Publish “wine predictions”" }).click();
  panel = await frameWith(window.page, ".change.changed");
  expect(await panel.locator(".change.changed").allTextContents()).toEqual([
    expect.stringContaining("mean_errorits code") as string,
  ]);
  await window.picture("plan-changed");
}, 200_000);

it("puts the old file back when Airflow cannot import the new one, and says so on the publish_flow line", async () => {
  const before = await dagFile();
  await world.policy.allowOnly(build);
  await button("Publish");
  await panel
    .locator(".outcome.failed", { hasText: "the administrator's policy refuses this build" })
    .waitFor({ timeout: 400_000 });
  await window.picture("import-error");
  expect(await dagFile()).toBe(before);
  await button("Show Problems");
  const row = window.page.locator(".markers-panel .monaco-list-row", { hasText: "could not import this build" });
  await row.waitFor();
  expect(await row.getAttribute("aria-label")).toContain(`line ${lineOf("client.publish_flow(")}`);
  await window.picture("import-error-problem");
}, 500_000);

it("publishes by keyboard once the cause is gone, which clears the line", async () => {
  await world.policy.lift();
  await window.page.locator(".tab", { hasText: "Publish “wine predictions”" }).click();
  panel = await frameWith(window.page, ".outcome.failed");
  await button("Publish Again");
  await panel.locator("vscode-button:focus", { hasText: /^\s*Publish\s*$/ }).waitFor();
  await window.page.keyboard.press("Enter");
  await panel.locator(".outcome.succeeded").waitFor({ timeout: 400_000 });
  await eventually(
    "the problem is gone",
    async () =>
      (await window.page.locator(".markers-panel .monaco-list-row", { hasText: "could not import" }).count()) === 0
        ? true
        : undefined,
    30,
  );
  await window.picture("published-again");
}, 500_000);

it("can be cancelled before anything has changed", async () => {
  const before = await dagFile();
  await edit(place, "level3.py", "hour=3", "hour=4");
  await window.runCommand("Aqueduct: Publish Workflow");
  await panel.locator(".change.changed", { hasText: "Schedule" }).waitFor();
  await button("Cancel");
  await panel.locator(".outcome.cancelled", { hasText: "nothing was changed" }).waitFor();
  expect(await dagFile()).toBe(before);
}, 200_000);

it("never breaks its content security policy", () => {
  expect(window.violations).toEqual([]);
});
