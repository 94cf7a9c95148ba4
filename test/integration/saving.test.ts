import assert from "node:assert/strict";
import * as vscode from "vscode";
import { aqueduct, edited, placeOf } from "./support/extension.js";
import { TestFolder } from "./support/testFolder.js";
import { beginWithUnreachableAirflow, endWithUnreachableAirflow } from "./support/unreachableAirflow.js";

const folder = new TestFolder("saving");

const flow = `from aqueduct import Client, op

client = Client()


@op
def load():
    return 41


client.publish_flow("to be saved", artifacts=[load()])
`;

/** What is told in messages is seen in test/window: nobody can ask VS Code for them here. */
describe("saving before a workflow file is read", function () {
  this.timeout(120_000);
  let editor: vscode.TextEditor;
  let count = 0;

  before(() => beginWithUnreachableAirflow(folder));

  beforeEach(async () => {
    // A file for each: VS Code reads an open one anew when it is written, at a time of its own.
    const file = `flow${(count += 1)}.py`;
    await folder.write(file, flow);
    editor = await folder.openWorkflow(file, "to be saved");
  });

  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) await discarded(document);
  });

  after(() => endWithUnreachableAirflow(folder));

  it("waits for a save that goes on already, as an auto save does, before a run", async () => {
    await changed(editor, "return 42");
    await saveBegun(editor.document);
    await vscode.commands.executeCommand("aqueduct.runWorkflow", editor.document.uri);
    const run = await folder.newestRun("to be saved");
    assert.equal(run.state, "succeeded");
    assert.equal(editor.document.isDirty, false);
  });

  it("waits for it before a publication too", async () => {
    await changed(editor, "return 43");
    await saveBegun(editor.document);
    const { steps } = await published(editor.document.uri);
    assert.deepEqual(
      steps.slice(0, 3).map(({ id, state }) => `${id}: ${state}`),
      ["trace: passed", "build: passed", "connect: failed"],
    );
  });

  it("begins nothing where the file cannot be saved, and says so", async () => {
    const before = (await runs()).length;
    await changed(editor, "return 45");
    await vscode.workspace.fs.writeFile(editor.document.uri, Buffer.from(`# Somebody else wrote this.\n${flow}`));
    await vscode.commands.executeCommand("aqueduct.runWorkflow", editor.document.uri);
    assert.equal((await runs()).length, before);
    assert.deepEqual((await aqueduct()).localRuns.current, []);
    const { outcome, actions } = await published(editor.document.uri);
    assert.equal(
      outcome?.message,
      `${folder.name}/flow3.py could not be saved, and would be read as it lies on disk. Save it, then try again.`,
    );
    assert.deepEqual(
      actions.map(({ id }) => id),
      ["publishAgain", "openFile"],
    );
  });

  it("does not keep a workflow from running where other Python cannot be saved", async () => {
    const other = folder.at("other.py");
    await folder.write("other.py", "x = 1\n");
    const shown = await vscode.window.showTextDocument(other);
    await edited(shown, (edit) => {
      edit.insert(new vscode.Position(0, 0), "y = 1\n");
    });
    await folder.write("other.py", "somebody else wrote this\n");
    await changed(await vscode.window.showTextDocument(editor.document), "return 44");
    await vscode.commands.executeCommand("aqueduct.runWorkflow", editor.document.uri);
    assert.equal((await folder.newestRun("to be saved")).state, "succeeded");
    assert.equal(shown.document.isDirty, true);
  });

  it("runs a file without a name once it has one", async () => {
    const unnamed = folder.at("unnamed.py").with({ scheme: "untitled" });
    const document = await vscode.workspace.openTextDocument(unnamed);
    const shown = await vscode.window.showTextDocument(document);
    await edited(shown, (edit) => {
      edit.insert(new vscode.Position(0, 0), flow.replace("to be saved", "unnamed"));
    });
    await vscode.commands.executeCommand("aqueduct.runWorkflow", unnamed);
    assert.equal((await folder.newestRun("unnamed")).state, "succeeded");
    assert.ok(await vscode.workspace.fs.stat(folder.at("unnamed.py")));
  });
});

async function changed(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  await edited(editor, (edit) => {
    edit.replace(document.lineAt(placeOf(document, "    return 4").line).range, `    ${text}`);
  });
}

/** Begins a save as an auto save does, and returns while others still take part in it: VS Code gives each of them less than two seconds. */
async function saveBegun(document: vscode.TextDocument): Promise<void> {
  await new Promise<void>((resolve) => {
    const subscription = vscode.workspace.onWillSaveTextDocument((event) => {
      if (event.document !== document) return;
      subscription.dispose();
      event.waitUntil(new Promise(() => undefined));
      resolve();
    });
    void document.save();
  });
}

/** Takes the text of the disk, as *Revert File* does. */
async function discarded(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("workbench.action.files.revert");
  assert.equal(document.isDirty, false);
}

async function runs(): Promise<readonly unknown[]> {
  const { history } = await aqueduct();
  await history.look();
  return history.folder(folder.path)?.history.runs ?? [];
}

/** Publishes a file; the command ends when the publication has. */
async function published(uri: vscode.Uri) {
  const { stepsPanels } = await aqueduct();
  await vscode.commands.executeCommand("aqueduct.publish", uri);
  const model = stepsPanels.panels.at(-1)?.model;
  assert.ok(model, "no panel shows steps");
  return model;
}
