import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identity } from "../../scripts/testbed/processes.mjs";
import { stopEngine } from "../e2e/support/cli.js";
import { clickLens, lens } from "../e2e/support/codeLenses.js";
import { chooseFromMenu } from "../e2e/support/contextMenu.js";
import { frameWith } from "../e2e/support/panelFrames.js";
import { TreeView } from "../e2e/support/treeView.js";
import { EditorWindow } from "../e2e/support/window.js";
import { eventually } from "../e2e/support/eventually.js";

/** A process of an operator: a number alone may be another process later. */
interface OperatorProcess {
  readonly pid: number;
  readonly identity: ReturnType<typeof identity>;
}

const file = "patient.py";
/** Where its workflow is published, from 1. */
const publishLine = 18;

let root: string;
let workspace: string;
let window: EditorWindow;
let runs: TreeView;

const beside = (name: string): string => path.join(root, name);
const row = (words: string) => runs.row(new RegExp(`^Run of .*, ${words}`)).first();
const node = (graph: Frame, state: string) => graph.locator(`.operator[data-id="wait"][data-state="${state}"]`);
const graphPanel = (): Promise<Frame> => frameWith(window.page, '.operator[data-id="wait"]');

beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-reload-")));
  workspace = path.join(root, "workspace");
  await mkdir(workspace);
  await writeFile(path.join(workspace, file), workflow());
  await writeFile(beside("pids"), "");
  await writeFile(path.join(workspace, "aqueduct.json"), '{ "resources": {} }\n');
  window = await EditorWindow.open({
    files: workspace,
    workspace,
  });
  runs = new TreeView(window.page, "Runs");
}, 300_000);

afterAll(async () => {
  await writeFile(beside("go"), "");
  await window.close();
  await stopEngine(workspace);
  await rm(root, { recursive: true, force: true });
}, 60_000);

// One window, by mouse and keyboard only; each step goes on where the one before ended.
describe("a run that is under way when its window is reloaded", () => {
  let running: OperatorProcess;

  it("is shown as running on lens, graph and in Runs", async () => {
    await window.openFile(file);
    await window.page.locator('.editor-actions a[aria-label*="Show Workflow Graph"]').click();
    await graphPanel();
    await clickLens(window, file, publishLine, "Run workflow");
    running = await startedProcess(1);
    await lens(window.page, "Running, 0 of 1 done").waitFor();
    await node(await graphPanel(), "running").waitFor();
    await window.page.locator('.activitybar .badge[aria-label="Aqueduct - 1 run under way"]').click();
    await row("running, 0 of 1").waitFor();
  });

  it("goes on in the same process, and is found again", async () => {
    await window.reload();
    await lens(window.page, "Running, 0 of 1 done").waitFor();
    await node(await graphPanel(), "running").waitFor();
    await row("running, 0 of 1").waitFor();
    expect(running.identity).toBeDefined();
    expect(identity(running.pid)).toEqual(running.identity);
  });

  it("ends where it is shown, and was started once", async () => {
    await writeFile(beside("go"), "");
    await window.notification("patient").first().waitFor();
    await lens(window.page, "Succeeded").waitFor();
    await node(await graphPanel(), "succeeded").waitFor();
    await row("succeeded").waitFor();
    expect(await runs.row(/^Run of /).count()).toBe(1);
    expect(await startedPids()).toEqual([running.pid]);
    expect(identity(running.pid)).toBeUndefined();
  });

  it("gives its value from the node's menu", async () => {
    const graph = await graphPanel();
    await node(graph, "succeeded").click({ button: "right" });
    await chooseFromMenu(window.page, "Open Value");
    const preview = await frameWith(window.page, ".scalar");
    await preview.getByText("41", { exact: true }).first().waitFor();
  });

  it("can be cancelled afterwards, which ends its process", async () => {
    await rm(beside("go"));
    await clickLens(window, file, publishLine, "Run workflow");
    const second = await startedProcess(2);
    await lens(window.page, "Running, 0 of 1 done").waitFor();
    await window.reload();
    await lens(window.page, "Running, 0 of 1 done").waitFor();
    expect(identity(second.pid)).toEqual(second.identity);
    await clickLens(window, file, publishLine, "Cancel");
    await lens(window.page, "Cancelled").waitFor();
    await row("cancelled").waitFor();
    expect(identity(second.pid)).toBeUndefined();
    expect(await startedPids()).toEqual([running.pid, second.pid]);
  });

  it("leaves nothing that breaks a content security policy", () => {
    expect(window.violations).toEqual([]);
  });
});

/** The operator's process of the `count`th run, once that is at work. */
async function startedProcess(count: number): Promise<OperatorProcess> {
  const pid = await eventually(`${count} started operators`, async () => (await startedPids())[count - 1], 120);
  return { pid, identity: identity(pid) };
}

/** A line for every time that the operator began. */
async function startedPids(): Promise<readonly number[]> {
  const text = await readFile(beside("pids"), "utf8");
  return text.split("\n").slice(0, -1).map(Number);
}

/** Its operator notes its process, then waits for the file `go`. */
function workflow(): string {
  return `import os
import time

from aqueduct import Client, op

client = Client()


@op
def wait():
    with open(${JSON.stringify(beside("pids"))}, "a") as pids:
        pids.write(f"{os.getpid()}\\n")
    while not os.path.exists(${JSON.stringify(beside("go"))}):
        time.sleep(0.05)
    return 41


client.publish_flow("patient", artifacts=[wait()])
`;
}
