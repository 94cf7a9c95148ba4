import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { EditorWindow } from "../e2e/support/window.js";

/** Keyboard shortcuts as somebody wrote them. */
const shortcuts = [
  { key: "ctrl+alt+8", command: "aqueduct.watchRun", args: { kind: "run", folder: "/wine", target: "local", rid: 3 } },
  { key: "ctrl+alt+9", command: "aqueduct.openValue", args: "predict" },
];

let workspace: string;
let window: EditorWindow;

beforeAll(async () => {
  workspace = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-argument-")));
  await writeFile(path.join(workspace, "flow.py"), "from aqueduct import Client\n");
  window = await EditorWindow.open({ files: workspace, workspace, own: { settings: {} } });
  await writeFile(path.join(window.dataFolder, "data/User/keybindings.json"), JSON.stringify(shortcuts));
}, 300_000);

afterAll(async () => {
  await window.close();
  await rm(workspace, { recursive: true, force: true });
}, 60_000);

it.each([
  ["Control+Alt+8", "rid is not an id of a run in 20 hex digits. Correct the keyboard shortcut"],
  ["Control+Alt+9", "it is not an object. Correct the keyboard shortcut"],
])("a keyboard shortcut with an argument that its command can't take is told what is wrong: %s", async (key, words) => {
  // The window reads the shortcuts anew once their file has changed; a reload is sure to.
  await window.reload();
  await window.openFile("flow.py");
  await window.page.keyboard.press(key);
  const toast = window.notification(words);
  await toast.waitFor();
  expect(await toast.innerText()).toContain("This command was called with an argument that it can't take");
});
