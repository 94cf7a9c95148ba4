import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { aqueduct } from "./support/cli.js";
import { clickLens, lens } from "./support/codeLenses.js";
import { answerNewStore } from "./support/newStore.js";
import { frameWith } from "./support/panelFrames.js";
import type { QuickInput } from "./support/quickInput.js";
import { TreeView } from "./support/treeView.js";
import { EditorWindow } from "./support/window.js";
import { eventually } from "./support/eventually.js";
import { makeWorld, queryDatabase, savedDigest, type World } from "./support/world.js";

const file = "level3.py";

let world: World;
let workspace: string;
let window: EditorWindow;
let quick: QuickInput;
let runs: TreeView;
let graph: Frame;
let build: string;

const node = (id: string) => graph.locator(`.operator[data-id="${id}"]`);
const environment = () => ({
  AWS_SHARED_CREDENTIALS_FILE: path.join(world.home, ".aws", "credentials"),
  AWS_CONFIG_FILE: path.join(world.home, ".aws", "config"),
});

/** A fresh sample: the files of the example and an `aqueduct.json` that names the demo database and nothing else. */
beforeAll(async () => {
  world = await makeWorld();
  workspace = path.join(world.root, "sample");
  await mkdir(workspace);
  await cp(path.resolve("examples/porting"), workspace, { recursive: true });
  await writeFile(
    path.join(workspace, "aqueduct.json"),
    `{\n  // The demo database of the guide.\n  "resources": {\n    "aqueduct_demo": { "type": "database", "url": "sqlite:///${world.database}" }\n  }\n}\n`,
  );
  window = await EditorWindow.open({ files: workspace, workspace });
  quick = window.quick;
  runs = new TreeView(window.page, "Runs");
}, 300_000);

afterAll(async () => {
  await window.close();
  await aqueduct(
    { cwd: workspace, env: { PATH: process.env["PATH"] ?? "", HOME: world.home, ...environment() } },
    "engine",
    "stop",
  );
  await world.stop();
}, 120_000);

// One window, by mouse and keyboard only; each step goes on where the one before ended.
describe("a workflow in the editor", () => {
  it("shows the graph beside the file, and follows an edit", async () => {
    await window.openFile(file);
    await window.page.locator('.editor-actions a[aria-label*="Show Workflow Graph"]').click();
    graph = await frameWith(window.page, '.operator[data-id="predict"]');
    await window.goToLine((await lineOf("error = mean_error(")) + 1);
    await window.page.keyboard.type("mean_error(features)\n");
    await node("mean_error_2").waitFor();
    // The newline and the text are undone one by one.
    await window.page.keyboard.press("Control+Z");
    await window.page.keyboard.press("Control+Z");
    await node("mean_error_2").waitFor({ state: "detached" });
    await window.page.keyboard.press("Control+S");
    // VS Code may have saved what was undone since.
    await eventually("the file is as it was", async () =>
      (await readFile(path.join(workspace, file), "utf8")) === (await readFile(`examples/porting/${file}`, "utf8"))
        ? true
        : undefined,
    );
  });

  it("runs one operator from its lens, and shows its table", async () => {
    await clickLens(window, file, await lineOf("def predict(features"), "Run operator");
    await node("predict").filter({ hasText: /rows/ }).waitFor();
    await window.picture("run-operator");
    await node("predict").click();
    await graph.getByRole("button", { name: "Open Value" }).click();
    const preview = await frameWith(window.page, '[role="grid"]');
    await preview.getByRole("columnheader", { name: /recommended/ }).waitFor();
    await preview
      .getByText(/of [\d,]+ rows/)
      .first()
      .waitFor();
    await window.picture("preview-table");
    // It saves nothing.
    expect(
      await queryDatabase(
        world,
        "db.execute(\"SELECT count(*) FROM sqlite_master WHERE name = 'my_predictions'\").fetchone()",
      ),
    ).toEqual([0]);
  });

  it("runs the whole workflow from the lens over publish_flow, which saves", async () => {
    await clickLens(window, file, await lineOf("client.publish_flow("), "Run workflow");
    await lens(window.page, /Succeeded · [\d.]+ s/).waitFor();
    await window.picture("run-workflow");
    expect(await queryDatabase(world, "db.execute('SELECT count(*) > 1000 FROM my_predictions').fetchone()")).toEqual([
      1,
    ]);
    await queryDatabase(world, "db.execute('DROP TABLE my_predictions') and None");
  });

  it("connects to Airflow with a new store, by answering short questions", async () => {
    await window.runCommand("Aqueduct: Connect to Airflow");
    await quick.answer("Name of this Airflow", "airflow");
    await quick.answer("Address of Airflow's web interface", world.airflow.url);
    await quick.pick("How do you sign in there?", "User name and password");
    await quick.answer("User who signs in", world.airflow.username);
    await quick.answer("Password of admin", world.canaries.airflowPassword);
    await answerNewStore(quick, world);
    await quick.answer("Folder where this Airflow looks for DAG files", world.airflow.dagsFolder);
    const steps = await frameWith(window.page, ".outcome.succeeded");
    await steps.locator(".outcome.succeeded", { hasText: "Workflows can be published to airflow." }).waitFor();
    await window.picture("connect-steps");
  });

  it("publishes from the lens, without asking for the password again after a reload", async () => {
    await window.reload();
    await window.runCommand("View: Hide Panel");
    graph = await frameWith(window.page, '.operator[data-id="predict"]');
    await clickLens(window, file, await lineOf("client.publish_flow("), "Publish");
    build = await publishInPanel("publish-plan");
  });

  it("triggers a run with another parameter from the view Runs, and shows it green", async () => {
    await openRuns();
    await triggerWith("quality_floor", "7");
    await window.picture("runs-running");
    await runs
      .row(/^Run of .*succeeded.*airflow/)
      .first()
      .waitFor({ timeout: 300_000 });
    await window.picture("runs-succeeded");
    expect(
      await runs
        .row(/^Run of .*airflow/)
        .first()
        .getAttribute("aria-label"),
    ).toContain(build.slice(0, 7));
    const digest = await savedDigest(world, "my_predictions");
    expect(digest.rows).toBeGreaterThan(1000);
  });

  it("opens value and log of what ran on Airflow, by keyboard", async () => {
    await unfoldTo(/^predict, /);
    await runs.goDownAndEnter(/^Value predict/);
    const preview = await frameWith(window.page, '[role="grid"]');
    await preview.getByRole("columnheader", { name: /recommended/ }).waitFor();
    await window.picture("runs-value");
    await unfoldTo(/^clean_data, /);
    await runs.goDownAndEnter(/^Log$/);
    await window.page
      .locator(".editor-instance .view-line", { hasText: /kept\s[\d,]+\sof\s[\d,]+\swines/ })
      .first()
      .waitFor();
    await window.picture("runs-log");
  });

  it("carries the new build in the next run once an edit is published", async () => {
    await typeOver("intercept=0.4", "intercept=0.5");
    await clickLens(window, file, await lineOf("client.publish_flow("), "Publish");
    const before = build;
    build = await publishInPanel();
    expect(build).not.toBe(before);
    await triggerWith("quality_floor", "6");
    await runs
      .row(new RegExp(`^Run of .*succeeded.*${build.slice(0, 7)}.*airflow`))
      .first()
      .waitFor({ timeout: 300_000 });
    expect(await runs.row(/^Run of .*airflow/).count()).toBe(2);
  });

  it("leads from a failure here to its line", async () => {
    await typeOver(
      "return (predictions['predicted_quality'] - predictions['quality'])",
      "return (predictions['predicted'] - predictions['quality'])",
    );
    await clickLens(window, file, await lineOf("client.publish_flow("), "Run workflow");
    await node("mean_error")
      .filter({ hasText: /KeyError/ })
      .waitFor();
    await window.picture("failed-here");
    await clickLens(window, file, await lineOf("client.publish_flow("), "mean_error failed");
    await followLink();
    expect(await window.caret.textContent()).toContain(`Ln ${await lineOf("predictions['predicted'] -")}`);
  });

  it("leads from the same failure on Airflow to its line", async () => {
    await clickLens(window, file, await lineOf("client.publish_flow("), "Publish");
    build = await publishInPanel();
    await triggerWith("quality_floor", "6");
    await runs
      .row(new RegExp(`^Run of .*failed.*${build.slice(0, 7)}.*airflow`))
      .first()
      .waitFor({ timeout: 300_000 });
    await unfoldTo(/^mean_error, /);
    await window.picture("runs-failed");
    await runs.goDownAndEnter(/^Trace: /);
    await window.picture("runs-trace");
    await followLink();
    expect(await window.caret.textContent()).toContain(`Ln ${await lineOf("predictions['predicted'] -")}`);
  });

  it("says that Airflow does not answer while it is down, keeps the runs, and goes on when it is back", async () => {
    const known = await runs.row(/^Run of .*airflow/).count();
    await world.airflow.halt();
    await runs.row(/^airflow: does not answer/).waitFor({ timeout: 120_000 });
    await window.picture("runs-unreachable");
    expect(await runs.row(/^Run of .*airflow/).count()).toBe(known);
    await world.airflow.resume();
    // The line is its own remedy: Retry.
    await runs.row(/^airflow: does not answer/).click();
    await runs.row(/^airflow: does not answer/).waitFor({ state: "detached", timeout: 120_000 });
  });

  it("leaves nothing that breaks a content security policy", () => {
    expect(window.violations).toEqual([]);
  });
});

/** The number of the first line with `text`, from 1, as the file is saved. */
async function lineOf(text: string): Promise<number> {
  const index = (await readFile(path.join(workspace, file), "utf8"))
    .split("\n")
    .findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`${file} has no line with: ${text}`);
  return index + 1;
}

/** Replaces a text of one line by typing, and saves. */
async function typeOver(from: string, to: string): Promise<void> {
  const number = await lineOf(from);
  const line = (await readFile(path.join(workspace, file), "utf8")).split("\n")[number - 1] ?? "";
  await window.showFile(file);
  await window.goToLine(number);
  await window.page.keyboard.press("End");
  await window.page.keyboard.press("Shift+Home"); // To the first letter: the indent stays.
  await window.page.keyboard.insertText(line.trim().replace(from, to));
  await window.page.keyboard.press("Control+S");
  await eventually(
    "the edit is saved",
    async () => ((await readFile(path.join(workspace, file), "utf8")).includes(to) ? true : undefined),
    30,
  );
}

/** Confirms the plan and waits for Airflow's word. @param picture of the plan, if one is wanted @returns the build, as the panel says it */
async function publishInPanel(picture?: string): Promise<string> {
  const panel = await frameWith(window.page, ".change");
  if (picture !== undefined) await window.picture(picture);
  await panel.getByRole("button", { name: "Publish", exact: true }).click();
  await panel.locator(".outcome.succeeded").waitFor({ timeout: 300_000 });
  return (await panel.locator(".fact", { hasText: "Build" }).locator("dd").textContent()) ?? "";
}

async function openRuns(): Promise<void> {
  await window.page.locator(".activitybar .action-item a[aria-label^='Aqueduct']").click();
  await runs.row(/^wine predictions, airflow/).waitFor();
}

/** Triggers from the workflow's line, with one parameter set. */
async function triggerWith(name: string, value: string): Promise<void> {
  await runs.act(/^wine predictions, airflow/, "Trigger Workflow");
  await quick.pick("Trigger wine predictions on airflow", name);
  await quick.answer(`Trigger wine predictions on airflow: ${name}`, value);
  await quick.pick("Trigger wine predictions on airflow", /with (these values|the defaults)/);
}

/** Unfolds the newest run on Airflow and an operator in it. */
async function unfoldTo(operator: RegExp): Promise<void> {
  await runs.expand(/^Run of .*airflow/);
  await runs.expand(operator);
}

/** Follows the last link of a trace, that of the failing line. */
async function followLink(): Promise<void> {
  const link = window.page.locator(".editor-instance .detected-link", { hasText: `${file}:` }).last();
  await link.waitFor();
  const { keyboard, mouse } = window.page;
  await keyboard.down("ControlOrMeta");
  try {
    // With that key VS Code draws the line anew, and takes a press only on the link that it then shows as active.
    await eventually("the link under the pointer is active", async () => {
      if ((await window.page.locator(".detected-link-active").count()) > 0) return true;
      const place = await link.boundingBox();
      if (place === null) return undefined;
      await mouse.move(0, 0);
      await mouse.move(place.x + place.width / 2, place.y + place.height / 2);
      return undefined;
    });
    await mouse.down();
    await mouse.up();
  } finally {
    await keyboard.up("ControlOrMeta");
  }
  await window.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
}
