import assert from "node:assert/strict";
import * as vscode from "vscode";
import { edited, eventually, placeOf, workflowOf } from "./support/extension.js";
import { TestFolder } from "./support/testFolder.js";

const folder = new TestFolder("language");

const flow = `from aqueduct import Client, op

client = Client()
db = client.integration("wines")


@op
def numbers():
    return [1, 2, 3]


@op
def total(values):
    return sum(values)


values = numbers()
result = total(values)
client.publish_flow("sums", artifacts=[result])
`;

describe("a workflow file", function () {
  this.timeout(120_000);
  let editor: vscode.TextEditor;

  before(async () => {
    await folder.begin({ wines: { type: "database", url: "sqlite:///wine.db" } });
    await folder.write("flow.py", flow);
    editor = await folder.openWorkflow("flow.py", "sums");
  });

  after(() => folder.end());

  it("says under the pointer what an operator reads, gives and goes to, with links there", async () => {
    const hover = await hoverAt("total(values)\nclient");
    assert.match(hover, /\*\*`total`\*\* · function/);
    assert.match(hover, /Reads \[`numbers`\]\(file:.*flow\.py#L17,10\)/);
  });

  it("completes the names of resources where a string has only begun", async () => {
    const end = placeOf(editor.document, "\n\n\n@op\ndef numbers");
    await edited(editor, (edit) => {
      edit.insert(end, "\nother = client.resource('");
    });
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      editor.document.uri,
      new vscode.Position(end.line + 1, 25),
      "'",
    );
    const item = list.items.find(({ label }) => label === "wines");
    await vscode.commands.executeCommand("undo");
    assert.equal(item?.detail, "database");
    assert.equal(item.insertText, "wines'");
  });

  it("leads from a resource's name to its place in aqueduct.json", async () => {
    const [found] = await definitionsAt('wines")');
    assert.equal(found?.uri.path.endsWith("/language/aqueduct.json"), true);
    assert.equal(found.range.start.line, 3);
  });

  it("has one answer where a Python extension has the same, so that the editor goes there at once", async () => {
    const place = placeOf(editor.document, "values = numbers()");
    const target = new vscode.Location(
      editor.document.uri,
      new vscode.Range(place, place.translate(0, "values".length)),
    );
    let asked = 0;
    const provideDefinition = (): vscode.Location => {
      asked += 1;
      return target;
    };
    const python = vscode.languages.registerDefinitionProvider({ language: "python" }, { provideDefinition });
    try {
      const use = placeOf(editor.document, "values)\nclient");
      assert.deepEqual(
        (await definitionsAt("values)\nclient")).map(({ range }) => range),
        [target.range],
      );
      assert.equal(asked, 1);
      editor.selection = new vscode.Selection(use, use);
      const moved = eventually(
        vscode.window.onDidChangeTextEditorSelection,
        () => editor.selection.active.line === place.line || undefined,
      );
      await vscode.commands.executeCommand("editor.action.revealDefinition");
      await moved;
    } finally {
      python.dispose();
    }
  });

  it("finds who reads an artifact, and what makes it", async () => {
    const at = placeOf(editor.document, "values)\nclient");
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeReferenceProvider",
      editor.document.uri,
      at,
    );
    assert.deepEqual(references.map(({ range }) => range.start.line + 1).sort(), [17, 18]);
    const made = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeImplementationProvider",
      editor.document.uri,
      at,
    );
    assert.deepEqual(
      made.map(({ range }) => range.start.line + 1),
      [8],
    );
  });

  it("links what publish_flow names", async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      editor.document.uri,
      10,
    );
    assert.deepEqual(
      links.map(({ range, target, tooltip }) => [editor.document.getText(range), target?.fragment, tooltip]),
      [["result", "L18,10", "Go to the call of total, line 18"]],
    );
  });

  it("writes an old spelling anew, and its graph stays", async () => {
    const { uri } = editor.document;
    const hints = (): vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(uri).filter(({ code }) => code === "old-spelling");
    await eventually(vscode.languages.onDidChangeDiagnostics, () => hints().length > 0 || undefined);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      hints()[0]?.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title === "Write resource instead of integration");
    assert.equal(action?.isPreferred, true);
    assert.ok(action.edit);
    await vscode.workspace.applyEdit(action.edit);
    await eventually(vscode.languages.onDidChangeDiagnostics, () => hints().length === 0 || undefined);
    assert.equal(editor.document.lineAt(3).text, 'db = client.resource("wines")');
    const workflow = await workflowOf(uri, ({ name }) => name === "sums");
    assert.deepEqual(
      workflow.operators.map(({ id }) => id),
      ["numbers", "total"],
    );
  });

  it("says under the pointer how an operator ran last, with the way to its value", async () => {
    await vscode.commands.executeCommand("aqueduct.runWorkflow", editor.document.uri);
    const hover = await hoverAt("total(values)\nclient");
    assert.match(hover, /\$\(pass\) Last run: Succeeded just now · .* — \[Value\]\(command:aqueduct\.openValue\?/);
    assert.match(await hoverAt("result])"), /Last run: Succeeded/);
  });

  async function hoverAt(text: string): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      editor.document.uri,
      placeOf(editor.document, text),
    );
    // What stands there as Markdown takes backslashes before signs.
    return hovers
      .flatMap(({ contents }) =>
        contents.map((part) => (part instanceof vscode.MarkdownString ? part.value.replaceAll("\\", "") : "")),
      )
      .join("\n");
  }

  async function definitionsAt(text: string): Promise<vscode.Location[]> {
    return vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeDefinitionProvider",
      editor.document.uri,
      placeOf(editor.document, text),
    );
  }
});
