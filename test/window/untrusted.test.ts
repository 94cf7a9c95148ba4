import { access, chmod, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testPython } from "../../scripts/testbed/testPython.mjs";
import { stopEngine } from "../e2e/support/cli.js";
import { lens } from "../e2e/support/codeLenses.js";
import { frameWith } from "../e2e/support/panelFrames.js";
import { EditorWindow } from "../e2e/support/window.js";
import { eventually } from "../e2e/support/eventually.js";

let root: string;
let workspace: string;
let server: Server;
let requests = 0;
let window: EditorWindow;

const marker = (name: string): string => path.join(root, name);
const wasMade = (name: string): Promise<boolean> =>
  access(marker(name)).then(
    () => true,
    () => false,
  );

/** Everything in the folder tells when it is executed, or spoken to: the workflow file, its operator, the folder's own Python, and the server that it names. */
beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-untrusted-")));
  workspace = path.join(root, "workspace");
  await mkdir(path.join(workspace, ".venv", "bin"), { recursive: true });
  await writeFile(path.join(workspace, "flow.py"), workflow());
  const python = path.join(workspace, ".venv", "bin", "python");
  await writeFile(python, `#!/bin/sh\ntouch '${marker("python")}'\nexec '${await testPython()}' "$@"\n`);
  await chmod(python, 0o755);
  server = createServer((_request, response) => {
    requests += 1;
    response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const resources = {
    airflow: { type: "airflow", url, username: "admin", dagFolder: path.join(root, "dags"), store: "shelf" },
    shelf: { type: "store", folder: path.join(root, "shelf") },
  };
  await writeFile(path.join(workspace, "aqueduct.json"), JSON.stringify({ project: "0123456789abcdef", resources }));
  window = await EditorWindow.open({
    files: workspace,
    workspace,
    own: { trust: true, settings: { "security.workspace.trust.startupPrompt": "never" } },
  });
});

afterAll(async () => {
  await window.close();
  await stopEngine(workspace);
  server.close();
  await rm(root, { recursive: true, force: true });
});

it("shows graph and lenses in a folder that is not trusted", async () => {
  await window.openFile("flow.py");
  await lens(window.page, "Running waits for trust").waitFor();
  await window.page.locator('.editor-actions a[aria-label*="Show Workflow Graph"]').click();
  const panel = await frameWith(window.page, '.operator[data-id="load"]');
  await panel.locator('.operator[data-id="load"]').click();
});

it("follows edits and saves without executing anything", async () => {
  await window.goToLine(2);
  await window.page.keyboard.type("# looked at\n");
  await window.page.keyboard.press("Control+S");
  await window.page.locator('.tab[data-resource-name="flow.py"]:not(.dirty)').waitFor();
  await lens(window.page, "Running waits for trust").waitFor();
});

it.each(["Run Workflow", "Run Operator", "Run Workflow With Parameters…", "Cancel Local Run", "Select Python…"])(
  "says why %s waits",
  async (title) => {
    await window.page.locator(".editor-instance .view-lines").first().click();
    await window.runCommand(`Aqueduct: ${title}`);
    const toast = window.notification("waits until you trust the folder").first();
    await toast.waitFor();
    await window.runCommand("Notifications: Clear All Notifications");
    await toast.waitFor({ state: "detached" });
  },
);

it("has executed nothing and spoken to no server", async () => {
  expect(await Promise.all(["file", "operator", "python"].map(wasMade))).toEqual([false, false, false]);
  expect(requests).toBe(0);
});

it("runs, without a reload, once the folder is trusted", async () => {
  await lens(window.page, "Running waits for trust").click();
  await window.page
    .locator(".workspace-trust-editor .monaco-button", { hasText: /^Trust$/ })
    .first()
    .click();
  await window.page.locator(".workspace-trust-editor", { hasText: "You trust" }).waitFor();
  await closeTrustEditor();
  await lens(window.page, "Run workflow").click();
  await eventually("the operator ran", async () => ((await wasMade("operator")) ? true : undefined), 120);
  await lens(window.page, "Succeeded").waitFor();
});

/** It covers the window in newer versions of VS Code, and is a tab in older ones. */
async function closeTrustEditor(): Promise<void> {
  const modal = window.page.locator(".monaco-modal-editor-block");
  if (await modal.isVisible())
    await modal.locator('.action-label[aria-label^="Close"], .action-label.codicon-close').first().click();
  else await window.runCommand("View: Close Editor");
  await window.page.locator(".workspace-trust-editor").waitFor({ state: "detached" });
}

function workflow(): string {
  return `from pathlib import Path

from aqueduct import Client, op

Path('${marker("file")}').touch()
client = Client()


@op
def load():
    Path('${marker("operator")}').touch()
    return 1


client.publish_flow('flow', artifacts=[load()])
`;
}
