import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { parse } from "jsonc-parser";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { canariesIn, canariesInFolder } from "./support/canaries.js";
import { answerNewStore } from "./support/newStore.js";
import { frameWith } from "./support/panelFrames.js";
import type { QuickInput } from "./support/quickInput.js";
import { EditorWindow } from "./support/window.js";
import { makeWorld, type World } from "./support/world.js";

const comment = "// The demo database of the guide.";

let world: World;
let workspace: string;
let window: EditorWindow;
let quick: QuickInput;
let panel: Frame;

beforeAll(async () => {
  world = await makeWorld();
  workspace = path.join(world.root, "connecting");
  await mkdir(workspace);
  await cp(path.resolve("examples/porting"), workspace, { recursive: true });
  await writeFile(
    path.join(workspace, "aqueduct.json"),
    `{\n    "resources": {\n        ${comment}\n        "aqueduct_demo": { "type": "database", "url": "sqlite:///${world.database}" } // read only\n    }\n}\n`,
  );
  window = await EditorWindow.open({ files: workspace, workspace });
  quick = window.quick;
});

afterAll(async () => {
  await window.close();
  await world.stop();
});

const before = (): Promise<string> => readFile(path.join(workspace, "aqueduct.json"), "utf8");
const enter = (): Promise<void> => quick.leave(() => window.page.keyboard.press("Enter"));

// One window, used as a person would: each step goes on where the one before ended.
it("changes nothing where somebody gives up", async () => {
  const text = await before();
  await window.openFile("level3.py");
  await window.page.locator('.editor-actions a[aria-label*="Show Workflow Graph"]').waitFor();
  await window.runCommand("Aqueduct: Connect to Airflow");
  await quick.answer("Name of this Airflow", "airflow");
  await quick.asks("Address of Airflow's web interface");
  await quick.escape();
  expect(await before()).toBe(text);
});

it("says at once what cannot be an address, and what does not answer", async () => {
  await window.runCommand("Aqueduct: Connect to Airflow");
  await quick.answer("Name of this Airflow", "airflow");
  await quick.answer("Address of Airflow's web interface", "airflow.example.org");
  await quick.widget.getByText("This is not the address of Airflow's web interface").waitFor();
  await quick.input.fill("http://127.0.0.1:1");
  await enter();
  await quick.widget.getByText("does not answer").waitFor();
  await quick.input.fill(`${world.airflow.url}/`);
  await enter();
});

it("says what comes later, and keeps what was typed when somebody goes back", async () => {
  await quick.widget.getByText("comes later").waitFor();
  await quick.pick("How do you sign in there?", "User name and password");
  await quick.asks("User who signs in");
  await quick.input.fill(world.airflow.username);
  await quick.widget.getByRole("button", { name: "Back" }).click();
  await quick.pick("How do you sign in there?", "User name and password");
  await quick.asks("User who signs in");
  expect(await quick.input.inputValue()).toBe(world.airflow.username);
  await enter();
});

it("asks again for a wrong password, with the reason", async () => {
  await quick.answer(/Password of admin.*It is kept in VS Code's secret storage/, "wrong");
  await quick.widget.getByText("Airflow does not take this password of admin.").waitFor();
  expect(await quick.input.getAttribute("type")).toBe("password");
  await quick.input.fill(world.canaries.airflowPassword);
  await enter();
});

it("asks for a new store and the DAG folder", async () => {
  await answerNewStore(quick, world);
  await quick.answer("Folder where this Airflow looks for DAG files", world.airflow.dagsFolder);
});

it("tests every step, and says that workflows can be published", async () => {
  panel = await frameWith(window.page, ".step");
  await panel.locator(".outcome.succeeded", { hasText: "Workflows can be published to airflow." }).waitFor();
  for (const label of ["Reach the server", "Sign in", "Read and write the store", "Write the DAG folder"])
    await panel.locator(".step.passed", { hasText: label }).waitFor();
  // Connections of Airflow's environment are not told by it.
  await panel.locator(".step.unchecked", { hasText: "Look for Airflow Connections" }).waitFor();
  await panel.getByRole("button", { name: "Publish Workflow" }).waitFor();
});

it("has written what was said, beside the comments that were there", async () => {
  const text = await before();
  expect(text).toContain(
    `        ${comment}\n        "aqueduct_demo": { "type": "database", "url": "sqlite:///${world.database}" }, // read only\n        "lake": {\n            "type": "store",\n`,
  );
  expect(parse(text)).toMatchObject({
    resources: {
      lake: {
        type: "store",
        bucket: world.bucket,
        prefix: "aqueduct",
        region: world.s3.region,
        endpoint: world.s3.endpoint,
        profile: "lake",
      },
      airflow: {
        type: "airflow",
        url: world.airflow.url,
        username: "admin",
        dagFolder: world.airflow.dagsFolder,
        store: "lake",
      },
    },
  });
});

it("tests again after the window was reloaded, without asking for the password", async () => {
  await window.reload();
  await window.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  await window.openFile("aqueduct.json");
  await window.page.locator(".codelens-decoration a", { hasText: "Test connection" }).click();
  panel = await frameWith(window.page, ".step.passed");
  await panel.locator(".outcome.succeeded", { hasText: "Workflows can be published to airflow." }).waitFor();
});

it("leads from the step that failed to what mends it", async () => {
  await window.runCommand("Aqueduct: Forget Password");
  await quick.pick("Whose password is to be forgotten?", world.airflow.url);
  await window.page
    .locator(".notifications-toasts")
    .getByText(`The password of admin at ${world.airflow.url} is forgotten.`)
    .waitFor();
  await window.runCommand("Aqueduct: Test Connection");
  panel = await frameWith(window.page, ".step.failed");
  await panel.locator(".step.failed", { hasText: "No password is known for admin" }).waitFor();
  await panel.getByRole("button", { name: "Change Password" }).click();
  await quick.answer("Password of admin", world.canaries.airflowPassword);
  panel = await frameWith(window.page, ".outcome.succeeded");
  await panel.locator(".outcome.succeeded", { hasText: "Workflows can be published to airflow." }).waitFor();
});

it("shows the password in no file of the workspace and the editor, and in no process's arguments", async () => {
  expect(await canariesInFolder(world, workspace)).toEqual([]);
  expect(await canariesInFolder(world, window.dataFolder)).toEqual([]);
  const argumentsOfAll = await Promise.all(
    (await readdir("/proc"))
      .filter((entry) => /^\d+$/.test(entry))
      .map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")),
  ); // ended while we looked
  expect(argumentsOfAll.filter((text) => canariesIn(world, text).length > 0)).toEqual([]);
});

it("never breaks a content security policy", () => {
  expect(window.violations).toEqual([]);
});
