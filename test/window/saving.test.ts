import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newWorkflowText } from "../../src/core/actions/newWorkflow.js";
import { stopEngine } from "../e2e/support/cli.js";
import { clickLens, lens } from "../e2e/support/codeLenses.js";
import { EditorWindow } from "../e2e/support/window.js";

let workspace: string;
let window: EditorWindow;

const text = newWorkflowText("flow.py");
const publishLine = text.split("\n").findIndex((line) => line.startsWith("client.publish_flow")) + 1;

/** A folder where VS Code saves nothing by itself. */
beforeAll(async () => {
  workspace = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-saving-")));
  await mkdir(path.join(workspace, ".vscode"));
  await writeFile(path.join(workspace, ".vscode", "settings.json"), '{"files.autoSave": "off"}');
  await writeFile(path.join(workspace, "flow.py"), text);
  window = await EditorWindow.open({ files: workspace, workspace });
}, 300_000);

afterAll(async () => {
  await window.close();
  await stopEngine(workspace);
  await rm(workspace, { recursive: true, force: true });
}, 60_000);

// One window, by mouse and keyboard only; each step goes on where the one before ended.
it("says which file could not be saved, and opens it", async () => {
  await window.openFile("flow.py");
  await lens(window.page, "Run workflow").waitFor();
  await window.goToLine(1, "flow.py");
  await window.page.keyboard.type("# mine\n");
  await writeFile(path.join(workspace, "flow.py"), `# Somebody else wrote this.\n${text}`);
  await clickLens(window, "flow.py", publishLine + 1, "Run workflow");
  await window
    .notification("flow.py could not be saved, and would be read as it lies on disk. Save it, then try again.")
    .getByRole("button", { name: "Open flow.py" })
    .click();
  await window.page.locator('.tab.active[data-resource-name="flow.py"]').waitFor();
  expect(await window.page.locator(".codelens-decoration", { hasText: "Succeeded" }).count()).toBe(0);
});

it("asks for the name of a file that has none, and runs it then", async () => {
  await window.showFile("flow.py"); // else the keyboard is with the message whose button was pressed
  await window.runCommand("File: New Untitled Text File");
  await window.page.locator('.tab.active[data-resource-name="Untitled-1"]').waitFor();
  await window.runCommand("Change Language Mode");
  await window.quick.asks("Select Language Mode");
  await window.quick.input.fill("python"); // the list draws only the rows that are in view
  await window.quick.pick("Select Language Mode", "(python)");
  await window.page.locator('.tab.active[data-resource-name="Untitled-1"]').click();
  // On one line, since VS Code indents what follows one that ends in a colon.
  await window.page.keyboard.insertText(
    'from aqueduct import Client, op\n\n\n@op\ndef one(): return 1\n\n\nclient = Client()\nclient.publish_flow("unnamed", artifacts=[one()])\n',
  );
  await clickLens(window, "Untitled-1", 9, "Run workflow");
  await window.quick.asks("Save As");
  await window.quick.escape();
  await window.notification("Untitled-1 was not saved, so nothing has begun").waitFor();

  await clickLens(window, "Untitled-1", 9, "Run workflow");
  await window.quick.asks("Save As");
  await window.quick.leave(() => window.page.keyboard.press("Enter")); // under the name that VS Code proposes
  await lens(window.page, "Succeeded").waitFor();
  // What cannot be saved and is not the file itself is told, and holds nothing up.
  await window
    .notification("flow.py could not be saved. If the workflow imports it, it is read as it lies on disk.")
    .waitFor();
});
