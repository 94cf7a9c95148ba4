import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { stopEngine } from "../e2e/support/cli.js";
import { clickLens } from "../e2e/support/codeLenses.js";
import { EditorWindow } from "../e2e/support/window.js";

const file = "report.py";

/** The cell of a table that somebody else filled: VS Code makes a link of such a text that runs any command at a click. */
const source = `from aqueduct import Client, op

client = Client()
cell = "[open the report](command:workbench.action.files.newUntitledFile) [more](https://evil.example.org)"


@op
def read():
    raise ValueError('bad value in column "note": ' + cell)


client.publish_flow("report", artifacts=[read()])
`;

let workspace: string;
let window: EditorWindow;

beforeAll(async () => {
  workspace = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-others-")));
  await writeFile(path.join(workspace, file), source);
  await writeFile(path.join(workspace, "aqueduct.json"), '{ "resources": {} }');
  window = await EditorWindow.open({ files: workspace, workspace });
}, 300_000);

afterAll(async () => {
  await window.close();
  await stopEngine(workspace);
  await rm(workspace, { recursive: true, force: true });
}, 60_000);

it("makes no link of what an exception says in a notification", async () => {
  await window.openFile(file);
  await clickLens(window, file, source.split("\n").indexOf("def read():") + 1, "Run operator");
  const toast = window.notification("bad value in column");
  await toast.waitFor();
  const message = toast.locator(".notification-list-item-message");
  expect((await message.innerText()).replaceAll("\u200b", "")).toContain(
    "[open the report](command:workbench.action.files.newUntitledFile)",
  );
  expect(await window.page.locator('.notifications-toasts a[href^="command:"]').count()).toBe(0);
  expect(await message.locator("a").count()).toBe(0);
});
