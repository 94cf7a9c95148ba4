import { mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newWorkflowText } from "../../src/core/actions/newWorkflow.js";
import { aqueduct } from "../e2e/support/cli.js";
import { clickLens, lens } from "../e2e/support/codeLenses.js";
import { EditorWindow } from "../e2e/support/window.js";

let workspace: string;
let window: EditorWindow;

/** An empty folder: no aqueduct.json, no Python of its own, nothing. */
beforeAll(async () => {
  workspace = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-first-")));
  window = await EditorWindow.open({ files: workspace, workspace });
}, 300_000);

afterAll(async () => {
  await window.close();
  await aqueduct({ cwd: workspace, env: { PATH: process.env["PATH"] ?? "", HOME: homedir() } }, "engine", "stop");
  await rm(workspace, { recursive: true, force: true });
}, 60_000);

const publishLine = (file: string): number =>
  newWorkflowText(file)
    .split("\n")
    .findIndex((line) => line.startsWith("client.publish_flow")) + 1;

// One window, by mouse and keyboard only; each step goes on where the one before ended.
it("writes and runs the first workflow from the welcome of Runs, in under a minute", async () => {
  const begin = Date.now();
  await window.page.locator(".activitybar .action-item a[aria-label^='Aqueduct']").click();
  await window.page.getByRole("button", { name: "New Workflow" }).click();
  await window.quick.asks("New Workflow");
  await window.quick.leave(() => window.page.keyboard.press("Enter"));
  await window.page.locator('.tab[data-resource-name="workflow.py"]').waitFor();
  await clickLens(window, "workflow.py", publishLine("workflow.py"), "Run workflow");
  await lens(window.page, "Succeeded").waitFor();
  expect(Date.now() - begin).toBeLessThan(60_000);
  expect((await readdir(workspace)).filter((name) => !name.startsWith("."))).toEqual(["aqueduct.json", "workflow.py"]);
});

it("writes another from File > New File…, under a name that is typed", async () => {
  await window.runCommand("Create: New File...");
  await window.quick.pick(/New File/, /^Workflow/);
  await window.quick.asks("New Workflow");
  await window.quick.input.fill("workflow.py");
  await window.quick.widget.getByText("workflow.py is there already. Choose another name.").waitFor();
  await window.quick.answer("New Workflow", "sales");
  await window.page.locator('.tab[data-resource-name="sales.py"]').waitFor();
  await lens(window.page, "Run operator").waitFor();
});

it("writes and runs one by keyboard alone, in under a minute", async () => {
  const { keyboard } = window.page;
  const command = async (title: string): Promise<void> => {
    await keyboard.press("F1");
    await window.quick.input.fill(`>${title}`);
    await window.quick.widget.locator(".monaco-list-row.focused", { hasText: title }).waitFor();
    await window.quick.leave(() => keyboard.press("Enter"));
  };
  const begin = Date.now();
  await command("Aqueduct: New Workflow");
  await window.quick.answer("New Workflow", "by keyboard");
  await window.page.locator('.tab.active[data-resource-name="by keyboard.py"]').waitFor();
  await lens(window.page, "Run operator").waitFor();
  await command("Aqueduct: Run Workflow");
  await lens(window.page, /list, \d+ B/).waitFor(); // the lens over publish_flow lies below what is seen
  expect(Date.now() - begin).toBeLessThan(60_000);
});

it("offers to add the database that a workflow names and nobody describes", async () => {
  const text = newWorkflowText("missing.py").replace("\n\n\n@op", '\ndb = client.resource("warehouse")\n\n\n@op');
  await writeFile(path.join(workspace, "missing.py"), text);
  await window.page.keyboard.press("Control+Shift+E");
  await window.openFile("missing.py");
  await clickLens(window, "missing.py", publishLine("missing.py") + 1, "Run workflow");
  const toast = window.notification('There is no resource "warehouse" (known: Demo, aqueduct_demo)');
  await toast.getByRole("button", { name: "Add Database…" }).click();
  await window.quick.asks("Add Database");
  expect(await window.quick.input.inputValue()).toBe("warehouse");
  await window.quick.escape();
});

it("says of a notebook that imports aqueduct what to do with it", async () => {
  const source = ["from aqueduct import Client\n", "client = Client()"];
  const cells = [{ cell_type: "code", execution_count: null, metadata: {}, outputs: [], source }];
  const metadata = { language_info: { name: "python" } };
  await writeFile(
    path.join(workspace, "nb.ipynb"),
    JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }),
  );
  await window.openFile("nb.ipynb");
  await window.notification("nb.ipynb is a notebook").waitFor();
});
