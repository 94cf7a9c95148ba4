import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { StepsPanel } from "../../src/extension/panels/stepsPanel.js";
import type { StepsModel } from "../../src/formats/stepsPanel.js";
import { aqueduct, edited, placeOf } from "./support/extension.js";
import { TestFolder } from "./support/testFolder.js";
import { beginWithUnreachableAirflow, endWithUnreachableAirflow } from "./support/unreachableAirflow.js";

const folder = new TestFolder("published");

/** Nothing listens at the port of `discard`, on any machine of ours. */

const flow = `from aqueduct import Client, op

client = Client()


@op
def load():
    return 41


client.publish_flow("to be published", artifacts=[load()])
`;

/** What a real Airflow answers is seen in test/e2e, as are the buttons: a page takes clicks of people only. */
describe("publishing", function () {
  this.timeout(120_000);

  before(async () => {
    await beginWithUnreachableAirflow(folder);
    await vscode.workspace.fs.createDirectory(folder.at("dags"));
    await folder.write("flow.py", flow);
  });

  after(() => endWithUnreachableAirflow(folder));

  it("tells in its panel where it goes, each step, and the reason of the one that failed", async () => {
    const { document } = await folder.openWorkflow("flow.py", "to be published");
    const { model } = await published(document.uri);
    assert.equal(model.title, "Publish “to be published” to airflow");
    assert.deepEqual(
      model.facts.map(({ label }) => label),
      ["File", "Airflow", "Build", "Schedule"],
    );
    assert.deepEqual(
      model.steps.slice(0, 4).map(({ id, state }) => `${id}: ${state}`),
      ["trace: passed", "build: passed", "connect: failed", "compare: pending"],
    );
    assert.equal(model.outcome?.state, "failed");
    assert.match(model.outcome.message, /^Airflow "airflow" at http:\/\/127\.0\.0\.1:9 does not answer: /);
    assert.deepEqual(
      model.actions.map(({ id }) => id),
      ["publishAgain", "connect"],
    );
  });

  it("that failed has changed nothing", async () => {
    const { publishing } = await aqueduct();
    assert.deepEqual(await vscode.workspace.fs.readDirectory(folder.at("dags")), []);
    assert.deepEqual(publishing.memory.publicationsOf(folder.at("flow.py")), []);
    await assert.rejects(async () => vscode.workspace.fs.stat(folder.at("shelf")), { code: "FileNotFound" });
  });

  it("saves the file first, and takes its panel again", async () => {
    const editor = await folder.openWorkflow("flow.py", "to be published");
    const before = (await aqueduct()).stepsPanels.panels.length;
    await edited(editor, (edit) => {
      edit.replace(editor.document.lineAt(placeOf(editor.document, "return 41").line).range, "    return 42");
    });
    await published(editor.document.uri);
    assert.equal(editor.document.isDirty, false);
    assert.equal((await aqueduct()).stepsPanels.panels.length, before);
  });

  it("saves aqueduct.json first, as a run does, since it says where Airflow is", async () => {
    const { document } = await folder.openWorkflow("flow.py", "to be published");
    const resources = await vscode.workspace.openTextDocument(folder.at("aqueduct.json"));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(resources.uri, resources.positionAt(resources.getText().length), "\n");
    await vscode.workspace.applyEdit(edit);
    assert.equal(resources.isDirty, true);
    await published(document.uri);
    assert.equal(resources.isDirty, false);
  });

  it("of a file that cannot be read stops before it speaks to Airflow, with the reason on its line", async () => {
    const editor = await folder.openWorkflow("flow.py", "to be published");
    const { document } = editor;
    await edited(editor, (edit) => {
      edit.insert(placeOf(document, "client.publish_flow"), "missing_name\n");
    });
    const { model } = await published(document.uri);
    assert.deepEqual(
      model.steps.slice(0, 3).map(({ id, state }) => `${id}: ${state}`),
      ["trace: failed", "build: pending", "connect: pending"],
    );
    assert.deepEqual(
      model.actions.map(({ id }) => id),
      ["publishAgain", "showProblems"],
    );
    const marked = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ message }) => message.includes("missing_name"));
    assert.deepEqual(
      [...new Set(marked.map(({ range }) => range.start.line))],
      [placeOf(document, "missing_name").line],
    );
  });
});

/** Publishes a file; the command ends when the publication has. */
async function published(uri: vscode.Uri): Promise<{ readonly panel: StepsPanel; readonly model: StepsModel }> {
  const { stepsPanels } = await aqueduct();
  await vscode.commands.executeCommand("aqueduct.publish", uri);
  const panel = stepsPanels.panels.at(-1);
  assert.ok(panel?.model, "no panel shows steps");
  return { panel, model: panel.model };
}
