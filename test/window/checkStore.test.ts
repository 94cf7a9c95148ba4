import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testPython } from "../../scripts/testbed/testPython.mjs";
import { aqueduct, expectExit, stopEngine } from "../e2e/support/cli.js";
import { EditorWindow } from "../e2e/support/window.js";

const flow = `from aqueduct import Client, op

client = Client()


@op
def load():
    return 1


client.publish_flow("to be checked", artifacts=[load()])
`;

let workspace: string;
let blob: string;
let right: string;
let window: EditorWindow;

/** A folder whose store lost a blob to a slip of the hand, and another store that has it. */
beforeAll(async () => {
  workspace = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-check-")));
  await writeFile(path.join(workspace, "flow.py"), flow);
  const place = { cwd: workspace, env: { PATH: process.env["PATH"] ?? "", HOME: workspace } };
  expectExit(await aqueduct(place, "run", "flow.py", "--python", await testPython()), 0);
  const blobs = path.join(workspace, ".aqueduct/store/blobs");
  const [name = ""] = await readdir(path.join(blobs, "sha256"));
  await cp(blobs, path.join(workspace, "shelf/blobs"), { recursive: true });
  blob = path.join(blobs, "sha256", name);
  right = await readFile(blob, "latin1");
  await writeFile(blob, "a slip");
  const project = JSON.parse(await readFile(path.join(workspace, "aqueduct.json"), "utf8")) as { project: string };
  await writeFile(
    path.join(workspace, "aqueduct.json"),
    JSON.stringify({ ...project, resources: { shelf: { type: "store", folder: "shelf" } } }),
  );
  window = await EditorWindow.open({ files: workspace, workspace });
}, 300_000);

afterAll(async () => {
  await window.close();
  await stopEngine(workspace);
  await rm(workspace, { recursive: true, force: true });
}, 60_000);

// One window, by mouse and keyboard only; each step goes on where the one before ended.
it("says what is wrong, and shows the report", async () => {
  await check();
  await (await told("1 wrong.")).getByRole("button", { name: "Show Report" }).click();
  await report(path.basename(blob)).waitFor();
});

it("leaves everything as it is where the repair is not confirmed", async () => {
  await check();
  await (await told("1 wrong.")).getByRole("button", { name: "Repair" }).click();
  await dialog().getByRole("button", { name: "Cancel" }).click();
  await dialog().waitFor({ state: "detached" });
  expect(await readFile(blob, "utf8")).toBe("a slip");
});

it("repairs once that is confirmed, and says so", async () => {
  await check();
  await (await told("1 wrong.")).getByRole("button", { name: "Repair" }).click();
  await window.picture("repair-store");
  await dialog().getByRole("button", { name: "Repair Store" }).click();
  await report("1 replaced").waitFor();
  expect(await readFile(blob, "latin1")).toBe(right);
});

async function check(): Promise<void> {
  await window.runCommand("Aqueduct: Check Store");
  await window.quick.pick("Which store is to be checked?", ".aqueduct/store");
}

/** In the list of notifications: VS Code pops up no more than three in 800 ms, and nobody but a test is as fast. */
async function told(words: string): Promise<Locator> {
  await window.runCommand("Notifications: Show Notifications");
  return window.page.locator(".notifications-center .notification-list-item", { hasText: words }).first();
}

function report(words: string): Locator {
  return window.page.locator(".panel .monaco-editor .view-line", { hasText: words }).first();
}

function dialog(): Locator {
  return window.page.locator(".monaco-dialog-box");
}
