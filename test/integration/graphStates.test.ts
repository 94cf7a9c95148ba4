import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { OperatorPart, RunStates } from "../../src/formats/graphPanel.js";
import type { NodeContext } from "../../src/formats/references.js";
import { nodeContext } from "../../webview/graphPanel/nodeContext.js";
import { aqueduct, eventually, graphPanel, placeOf } from "./support/extension.js";
import { TestFolder } from "./support/testFolder.js";

const folder = new TestFolder("graph states");

/** Two operators: the first ends at once, the second once there is a file `go` beside it. */
const patient = (go: string): string => `import os
import time

from aqueduct import Client, op

client = Client()


@op
def load():
    return 41


@op
def wait(number):
    print("waiting", flush=True)
    while not os.path.exists(${JSON.stringify(go)}):
        time.sleep(0.05)
    return number + 1


client.publish_flow("patient states", artifacts=[wait(load())])
`;

const broken = `from aqueduct import Client, op

client = Client()


@op
def rate():
    return 1 / 0


client.publish_flow("broken states", artifacts=[rate()])
`;

describe("the graph while its workflow runs", function () {
  this.timeout(120_000);
  const ofWait: (string | undefined)[] = [];
  let ended: Thenable<unknown>;

  before(async () => {
    await folder.begin();
    await folder.write("patient.py", patient(folder.at("go").fsPath));
    await folder.write("broken.py", broken);
    const { document } = await folder.openWorkflow("patient.py", "patient states");
    await vscode.commands.executeCommand("aqueduct.showGraph", document.uri);
    (await graphPanel()).onDidChangeStates((states) => {
      const state = stateOf(states, "wait");
      if (state !== ofWait.at(-1)) ofWait.push(state);
    });
  });

  after(async () => {
    await folder.write("go", "");
    await folder.end();
  });

  it("has no states before anything ran", async () => {
    assert.deepEqual((await graphPanel()).states, []);
  });

  it("shows what is done and what runs", async () => {
    ended = vscode.commands.executeCommand("aqueduct.runWorkflow", folder.at("patient.py"));
    const states = await statesOnce((now) => stateOf(now, "wait") === "running");
    assert.equal(stateOf(states, "load"), "succeeded");
    assert.equal(states[0]?.state, "running");
    assert.deepEqual(partsOf(states, "load"), ["value", "log"]);
  });

  it("opens the log of a node that runs", async () => {
    await vscode.commands.executeCommand("aqueduct.openLog", await contextOf("wait"));
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, "aqueduct-log");
    await eventually(vscode.workspace.onDidChangeTextDocument, () => document.getText() === "waiting\n" || undefined);
  });

  it("follows to the end, from state to state", async () => {
    await folder.write("go", "");
    await ended;
    const states = await statesOnce((now) => now[0]?.state === "succeeded");
    assert.deepEqual(
      states[0]?.operators.map(({ operator, state, result }) => [operator, state, result]),
      [
        ["load", "succeeded", "number, 2 B"],
        ["wait", "succeeded", "number, 2 B"],
      ],
    );
    assert.deepEqual(
      ofWait.filter((state) => state !== undefined && state !== "queued"),
      ["waiting", "running", "succeeded"],
    );
  });

  it("opens the value of a node", async () => {
    await vscode.commands.executeCommand("aqueduct.openValue", await contextOf("wait"));
    const { previews } = await aqueduct();
    const shown = previews.panels.at(-1);
    assert.equal(shown?.title, "Value: wait");
    assert.deepEqual(
      shown.preview?.values.map(({ sample }) => sample?.values),
      [42],
    );
  });

  it("runs the operator of a node, whose states are shown from then on", async () => {
    await vscode.commands.executeCommand("aqueduct.runOperator", await contextOf("load"));
    const states = await statesOnce((now) => now[0]?.operators.length === 1);
    assert.deepEqual(
      states[0]?.operators.map(({ operator, state }) => `${operator}: ${state}`),
      ["load: succeeded"],
    );
  });

  it("goes to the line of a node", async () => {
    await vscode.commands.executeCommand("aqueduct.showSource", await contextOf("load"));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), folder.at("patient.py").toString());
    assert.equal(editor.selection.active.line, placeOf(editor.document, "wait(load())").line);
  });

  it("opens the trace of a node that failed", async () => {
    const { document } = await folder.openWorkflow("broken.py", "broken states");
    await vscode.commands.executeCommand("aqueduct.runWorkflow", document.uri);
    const states = await statesOnce((now) => now[0]?.workflow === "broken states" && now[0].state === "failed");
    assert.match(states[0]?.operators[0]?.failure?.message ?? "", /ZeroDivisionError/);
    assert.deepEqual(partsOf(states, "rate"), ["log", "trace"]);
    await vscode.commands.executeCommand("aqueduct.openTrace", await contextOf("rate"));
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, "aqueduct-trace");
  });

  it("has a command behind every line of a node's menu", async () => {
    const { context } = await aqueduct();
    const { contributes } = context.extension.packageJSON as {
      readonly contributes: {
        readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
      };
    };
    const menu = contributes.menus["webview/context"] ?? [];
    const expected = [
      "aqueduct.runOperator",
      "aqueduct.openValue",
      "aqueduct.openLog",
      "aqueduct.openTrace",
      "aqueduct.showSource",
    ];
    assert.deepEqual(
      expected.filter((command) => !menu.some((item) => item.command === command)),
      [],
    );
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      menu.filter(({ command }) => !registered.includes(command)),
      [],
    );
    const asked = menu.flatMap(({ when }) => when.split(" && ").slice(2));
    const told: readonly string[] = Object.keys(await contextOf("rate"));
    assert.deepEqual(
      asked.filter((key) => !told.includes(key)),
      [],
      "what `when` clauses ask, each node tells",
    );
  });
});

async function statesOnce(fits: (states: readonly RunStates[]) => boolean): Promise<readonly RunStates[]> {
  const panel = await graphPanel();
  return eventually(panel.onDidChangeStates, () => (fits(panel.states) ? panel.states : undefined));
}

function statusOf(states: readonly RunStates[], id: string): RunStates["operators"][number] | undefined {
  return states[0]?.operators.find(({ operator }) => operator === id);
}

function stateOf(states: readonly RunStates[], id: string): string | undefined {
  return statusOf(states, id)?.state;
}

function partsOf(states: readonly RunStates[], id: string): readonly OperatorPart[] {
  return statusOf(states, id)?.parts ?? [];
}

/** What VS Code passes to the commands of a node's menu: what the page says of the node, as it is drawn now. */
async function contextOf(id: string): Promise<NodeContext> {
  const { states, uri } = await graphPanel();
  const [run] = states;
  assert.ok(run && uri, "no run is shown");
  return nodeContext(
    { uri: uri.toString(), workflow: run.workflow, run },
    { id, kind: "function", neverCalled: false, status: statusOf(states, id) ?? null },
  );
}
