import assert from "node:assert/strict";
import * as vscode from "vscode";
import { aqueduct, edited, eventually, placeOf } from "./support/extension.js";
import { TestFolder } from "./support/testFolder.js";

const folder = new TestFolder("running");

const slow = `import time

from aqueduct import Client, op

client = Client()


@op
def wait():
    print("waiting", flush=True)
    time.sleep(600)
    return 1


client.publish_flow("slow", artifacts=[wait()])
`;

const failing = `from aqueduct import Client, op

client = Client()


def share(part, whole):
    return part / whole


@op
def load():
    return 0


@op
def rate(whole):
    return share(1, whole)


@op
def never_called(whole):
    return whole


client.publish_flow("failing", artifacts=[rate(load())])
`;

describe("a run on this machine", function () {
  this.timeout(120_000);

  before(async () => {
    await folder.beginWithSample();
    await folder.write("slow.py", slow);
    await folder.write("failing.py", failing);
  });

  after(() => folder.end());

  it("begins at lenses over each operator and over publish_flow", async () => {
    const { document } = await folder.openWorkflow("level3.py", "wine predictions");
    const titles = await lensesAt(document, "@op(requirements=['pandas'])\ndef predict");
    assert.deepEqual(
      titles.map(({ title }) => title),
      ["$(play) Run operator", "Show in graph"],
    );
    const published = await lensesAt(document, "client.publish_flow(");
    assert.deepEqual(published.map(({ title }) => title).slice(0, 2), [
      "$(play) Run workflow",
      "$(cloud-upload) Publish",
    ]);
  });

  it("keeps its lenses on their lines while text is typed above them that is not read yet", async () => {
    const { document } = await folder.openWorkflow("level3.py", "wine predictions");
    const before = await linesOfLenses(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "# one\n# two\n");
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(
      await linesOfLenses(document),
      before.map((line) => line + 2),
    );
    await vscode.commands.executeCommand("undo");
    assert.deepEqual(await linesOfLenses(document), before);
  });

  it("of one operator runs what that needs, saves nothing, and leaves the result on its lens", async () => {
    const { document } = await folder.openWorkflow("level3.py", "wine predictions");
    await press(document, "def predict", "@op(requirements=['pandas'])\ndef predict", "Run operator");
    const run = await folder.newestRun("wine predictions");
    assert.deepEqual(
      run.operators.map(({ operator, state }) => `${operator}: ${state}`),
      [
        "aqueduct_demo_query: succeeded",
        "quality_floor: succeeded",
        "clean_data: succeeded",
        "featurize_data: succeeded",
        "predict: succeeded",
      ],
    );
    const titles = await lensesAt(document, "@op(requirements=['pandas'])\ndef predict");
    assert.match(titles[2]?.title ?? "", /^\$\(pass\) [\d,]+ rows × 4 columns · [\d.]+ m?s$/);
    assert.equal(
      (await lensesAt(document, "client.publish_flow(")).length,
      2,
      "a run of one operator is none of the workflow",
    );
  });

  it("of the workflow runs everything, from the file alone", async () => {
    const { document } = await folder.openWorkflow("level3.py", "wine predictions");
    await vscode.commands.executeCommand("aqueduct.runWorkflow", document.uri);
    const run = await folder.newestRun("wine predictions");
    assert.equal(run.state, "succeeded");
    assert.equal(run.operators.length, 9);
    assert.match(
      (await lensesAt(document, "client.publish_flow(")).at(-1)?.title ?? "",
      /^\$\((pass|warning)\) Succeeded/,
    );
    assert.match((await lensesAt(document, "@metric(")).at(-1)?.title ?? "", /^\$\(pass\) [\d.]+ · [\d.]+ m?s$/);
    assert.match((await lensesAt(document, "predictions.save(")).at(-1)?.title ?? "", /rows to my_predictions/);
  });

  it("saves the file before it is read", async () => {
    const editor = await folder.openWorkflow("level3.py", "wine predictions");
    const { document } = editor;
    await edited(editor, (edit) => {
      edit.insert(placeOf(document, "cleaned_data = clean_data"), "renamed = 1\n");
    });
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand("aqueduct.runOperator", {
      kind: "operator",
      uri: document.uri.toString(),
      workflow: "wine predictions",
      operator: "clean_data",
    });
    assert.equal(document.isDirty, false);
  });

  it("that fails leaves a problem on the failing line, with the way there, until the next run", async () => {
    const editor = await folder.openWorkflow("failing.py", "failing");
    const { document } = editor;
    await vscode.commands.executeCommand("aqueduct.runWorkflow", document.uri);
    const [problem] = await eventually(vscode.languages.onDidChangeDiagnostics, () => some(ofRuns(document.uri)));
    assert.equal(problem?.range.start.line, placeOf(document, "return part / whole").line);
    assert.match(problem.message, /^rate failed: ZeroDivisionError/);
    assert.deepEqual(
      problem.relatedInformation?.map(({ location }) => location.range.start.line),
      [placeOf(document, "return share(1, whole)").line],
    );
    assert.match((await lensesAt(document, "@op\ndef rate")).at(-1)?.title ?? "", /^\$\(error\) ZeroDivisionError/);

    await edited(editor, (edit) => {
      edit.replace(document.lineAt(placeOf(document, "return 0").line).range, "    return 2");
    });
    await vscode.commands.executeCommand("aqueduct.runWorkflow", document.uri);
    assert.deepEqual(ofRuns(document.uri), []);
    assert.equal((await folder.newestRun("failing")).state, "succeeded");
  });

  it("says over an operator that is never called that it is not", async () => {
    const { document } = await folder.openWorkflow("failing.py", "failing");
    assert.deepEqual(
      (await lensesAt(document, "@op\ndef never_called")).map(({ title }) => title),
      ["$(circle-slash) Never called in this file"],
    );
  });

  it("of a file that cannot be read does not begin, and says why on the line", async () => {
    const editor = await folder.openWorkflow("failing.py", "failing");
    const { document } = editor;
    await edited(editor, (edit) => {
      edit.insert(placeOf(document, "client.publish_flow"), "missing_name\n");
    });
    const before = (await folder.newestRun("failing")).rid;
    void vscode.commands.executeCommand("aqueduct.runWorkflow", document.uri);
    const [problem] = await eventually(vscode.languages.onDidChangeDiagnostics, () => some(ofRuns(document.uri)));
    assert.equal(problem?.range.start.line, placeOf(document, "missing_name").line);
    assert.equal((await folder.newestRun("failing")).rid, before);
  });

  it("tells on its lens that it runs, and ends when it is cancelled there", async () => {
    const { document } = await folder.openWorkflow("slow.py", "slow");
    const ended = vscode.commands.executeCommand("aqueduct.runWorkflow", document.uri);
    await folder.newestRun("slow", ({ operators }) => operators.some(({ state }) => state === "running"));
    assert.match((await lensesAt(document, "@op\ndef wait"))[2]?.title ?? "", /^\$\(sync~spin\) Running/);
    await press(document, "client.publish_flow", "client.publish_flow", "Cancel");
    await ended;
    assert.equal((await folder.newestRun("slow")).state, "cancelled");
    assert.match(
      (await lensesAt(document, "client.publish_flow")).at(-1)?.title ?? "",
      /^\$\(circle-slash\) Cancelled/,
    );
  });

  it("is prepared by the Python of the setting, which the status bar names", async () => {
    await folder.openWorkflow("slow.py", "slow");
    const { world } = await aqueduct();
    const interpreter = await (await world()).interpreters.find(folder.at("slow.py").fsPath);
    assert.equal(interpreter?.source, "the setting aqueduct.python");
  });
});

async function lensesIn(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 1000);
}

async function linesOfLenses(document: vscode.TextDocument): Promise<readonly number[]> {
  return [...new Set((await lensesIn(document)).map(({ range }) => range.start.line))].sort(
    (left, right) => left - right,
  );
}

/** Over the line where a text begins, from the left to the right. */
async function lensesAt(document: vscode.TextDocument, text: string): Promise<readonly vscode.Command[]> {
  const { line } = placeOf(document, text);
  return (await lensesIn(document))
    .filter(({ range }) => range.start.line === line)
    .flatMap(({ command }) => command ?? []);
}

async function press(document: vscode.TextDocument, what: string, text: string, title: string): Promise<void> {
  const lens = (await lensesAt(document, text)).find((one) => one.title.includes(title));
  assert.ok(lens, `there is no lens “${title}” over ${what}`);
  await vscode.commands.executeCommand(lens.command, ...((lens.arguments ?? []) as unknown[]));
}

function ofRuns(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "aqueduct run");
}

function some<T>(found: readonly T[]): readonly T[] | undefined {
  return found.length > 0 ? found : undefined;
}
