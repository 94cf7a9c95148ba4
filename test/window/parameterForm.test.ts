import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { stopEngine } from "../e2e/support/cli.js";
import { clickLens, lens } from "../e2e/support/codeLenses.js";
import { frameWith } from "../e2e/support/panelFrames.js";
import type { QuickInput } from "../e2e/support/quickInput.js";
import { EditorWindow } from "../e2e/support/window.js";

const file = "flow.py";
const flow = `from aqueduct import Client, op

client = Client()
big = client.create_param("big", default=9007199254740993)
rate = client.create_param("rate", default=1.0)
code = client.create_param("code", default="001")
names = client.create_param("names", default=["red", 12345678901234567890])
is_fast = client.create_param("is_fast", default=True)


@op
def shown(big, rate, code, names, is_fast):
    return [repr(each) for each in (big, rate, code, names, is_fast)]


client.publish_flow("values", artifacts=[shown(big, rate, code, names, is_fast)])
`;

let workspace: string;
let window: EditorWindow;
let quick: QuickInput;

beforeAll(async () => {
  workspace = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-parameters-")));
  await writeFile(path.join(workspace, file), flow);
  await writeFile(path.join(workspace, "aqueduct.json"), "{}");
  window = await EditorWindow.open({ files: workspace, workspace });
  quick = window.quick;
}, 300_000);

afterAll(async () => {
  await window.close();
  await stopEngine(workspace);
  await rm(workspace, { recursive: true, force: true });
}, 60_000);

/** The parameters that the form lists: each with its value, and the default where that is another. */
async function rows(): Promise<readonly string[]> {
  await quick.asks("Run with these values");
  const labels = await quick.widget
    .locator(".monaco-list-row")
    .evaluateAll((found) => found.map((row) => row.getAttribute("aria-label") ?? ""));
  return labels.slice(1).map((label) => label.replace(/^edit\s+/, "").replace(/, Parameters$/, ""));
}

/** Chooses a parameter, types a value and presses Enter. Gives what the input objects; undefined where it takes the value. */
async function give(name: string, value: string): Promise<string | undefined> {
  await quick.pick("Run with these values", new RegExp(`^\\s*${name}`));
  await quick.asks(`Run values: ${name}`);
  await quick.input.fill(value);
  await quick.leave(() => window.page.keyboard.press("Enter"));
  if (!(await quick.widget.getByText(`Run values: ${name}`).isVisible())) return undefined;
  return (await quick.widget.locator(".quick-input-message").innerText()).trim();
}

// One window, by mouse and keyboard only; each step goes on where the one before ended.
it("shows each default as it stands in the file, with all its digits", async () => {
  await window.openFile(file);
  await lens(window.page, "Run workflow").waitFor();
  await window.runCommand("Aqueduct: Run Workflow With Parameters…");
  expect(await rows()).toEqual([
    "big, 9007199254740993",
    "rate, 1.0",
    "code, 001",
    'names, ["red",12345678901234567890]',
    "is_fast, true",
  ]);
  await window.picture("parameters");
});

it.each([
  ["big", "many", 'big takes a number, such as 6, not "many".'],
  ["big", "1,5", 'big takes a number, such as 6, not "1,5": write a point for the decimals.'],
  ["rate", "1e400", 'rate takes a number, such as 0.25, not "1e400": no float is as large as 1e400.'],
  [
    "rate",
    "9007199254740993",
    'rate takes a number, such as 0.25, not "9007199254740993": a float would make 9007199254740992 of it.',
  ],
  ["names", "[1, 2", 'names takes a list in JSON, such as [1, 2] or ["red", "white"], not "[1, 2".'],
  ["is_fast", "yes", 'is_fast takes true or false, not "yes".'],
])("says at the input why %s is not %s", async (name, value, sentence) => {
  expect(await give(name, value)).toBe(sentence);
  await window.picture(`refused-${name}`);
  // Leaves the value as it was.
  await quick.leave(() => window.page.keyboard.press("Escape"));
});

it("takes what the parameters can be, and says which differ from the file", async () => {
  expect(await give("big", "99999999999999999999999")).toBeUndefined();
  expect(await give("rate", "2")).toBeUndefined();
  expect(await give("code", "42")).toBeUndefined();
  expect(await give("names", "[1.0, 9007199254740993]")).toBeUndefined();
  expect(await give("is_fast", "True")).toBeUndefined();
  expect(await rows()).toEqual([
    "big, 99999999999999999999999, default: 9007199254740993",
    "rate, 2, default: 1.0",
    "code, 42, default: 001",
    'names, [1.0, 9007199254740993], default: ["red",12345678901234567890]',
    "is_fast, true",
  ]);
  await window.picture("parameters-given");
});

it("gives the operator the very values that were typed", async () => {
  await quick.pick("Run with these values", /^\s*Run/);
  await lens(window.page, "Succeeded").waitFor();
  await clickLens(window, file, flow.slice(0, flow.indexOf("@op")).split("\n").length, "list,");
  const value = await frameWith(window.page, "text=99999999999999999999999");
  for (const text of ["2.0", "'42'", "[1.0, 9007199254740993]", "True"]) await value.getByText(`"${text}"`).waitFor();
});
