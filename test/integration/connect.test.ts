import assert from "node:assert/strict";
import * as vscode from "vscode";
import { readProject } from "../../src/core/resources/read.js";
import { writeResources } from "../../src/extension/project/projectFile.js";
import { aqueduct, eventually, placeOf } from "./support/extension.js";

const text = `{
\t// The demo of the guide.
\t"resources": {
\t\t"db": { "type": "database", "url": "sqlite:///demo.db" } // read only
\t}
}
`;

describe("aqueduct.json", () => {
  let folder: vscode.Uri;
  let file: vscode.Uri;

  let count = 0;

  beforeEach(async () => {
    const workspace = vscode.workspace.workspaceFolders?.[0];
    assert.ok(workspace, "no folder is open");
    // A folder for each: the other tests' has no aqueduct.json, and VS Code remembers the text of a file that was deleted.
    folder = vscode.Uri.joinPath(workspace.uri, `connecting${(count += 1)}`);
    file = vscode.Uri.joinPath(folder, "aqueduct.json");
    await aqueduct();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  async function written(content: string): Promise<vscode.TextDocument> {
    await vscode.workspace.fs.writeFile(file, Buffer.from(content));
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    return document;
  }

  const problems = (source?: string): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(file).filter((one) => source === undefined || one.source === source);

  it("gets a resource beside what is there, saved and undone at once", async () => {
    const document = await written(text);
    assert.equal(
      await writeResources(folder.fsPath, [{ name: "lake", members: { type: "store", folder: "/s" } }]),
      true,
    );
    assert.equal(document.isDirty, false);
    assert.equal(
      document.getText(),
      text.replace(
        "} // read only\n",
        '}, // read only\n\t\t"lake": {\n\t\t\t"type": "store",\n\t\t\t"folder": "/s"\n\t\t}\n',
      ),
    );
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), text);
    await document.save();
  });

  it("is made where there is none", async () => {
    assert.equal(
      await writeResources(folder.fsPath, [{ name: "lake", members: { type: "store", folder: "/s" } }]),
      true,
    );
    const document = await vscode.workspace.openTextDocument(file);
    assert.deepEqual([...readProject(document.getText(), folder.fsPath).value.resources.keys()], ["lake"]);
  });

  it("is left alone where it is broken", async () => {
    const document = await written('{ "resources": {');
    assert.equal(
      await writeResources(folder.fsPath, [{ name: "lake", members: { type: "store", folder: "/s" } }]),
      false,
    );
    assert.equal(document.getText(), '{ "resources": {');
  });

  it("is opened by a command, which makes one that says what can stand in it", async () => {
    const beside = vscode.Uri.joinPath(folder, "notes.txt");
    await vscode.workspace.fs.writeFile(beside, new Uint8Array());
    const reference = { kind: "resource", folder: folder.fsPath, name: "" };
    await vscode.commands.executeCommand("aqueduct.openConfiguration", reference);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.fsPath, file.fsPath);
    assert.deepEqual(readProject(document.getText(), folder.fsPath).problems, []);
  });

  it("shows while it is typed what no schema can tell, and nothing twice", async () => {
    const document = await written(
      '{"resources": {\n"airflow": {"type": "airflow", "url": "https://a", "store": "lake"},\n"db": {"type": "database", "url": "mysql://ann:pw@db/x"},\n"lage": {"type": "store", "bucket": "UPPER"}}}\n',
    );
    const ours = await eventually(vscode.languages.onDidChangeDiagnostics, () =>
      problems("aqueduct").length === 2 ? problems("aqueduct") : undefined,
    );
    assert.deepEqual(
      ours.sort((a, b) => a.range.start.line - b.range.start.line).map(({ code, range }) => [code, range.start.line]),
      [
        ["resources-store", 1],
        ["resources-password", 2],
      ],
    );
    // The bucket is the schema's.
    const all = await eventually(vscode.languages.onDidChangeDiagnostics, () =>
      problems().length > 2 ? problems() : undefined,
    );
    assert.deepEqual(
      all.filter(({ source }) => source !== "aqueduct").map(({ message, range }) => [range.start.line, message]),
      [[3, "This is not a bucket's name: 3 to 63 small letters, digits, dots and dashes."]],
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(file, new vscode.Range(placeOf(document, "lage"), placeOf(document, "lage").translate(0, 4)), "lake");
    await vscode.workspace.applyEdit(edit);
    await eventually(vscode.languages.onDidChangeDiagnostics, () =>
      problems("aqueduct").length === 1 ? true : undefined,
    );
    await document.save();
  });

  it("completes the names of stores, and the members that the schema knows", async () => {
    const document = await written(
      '{"resources": {"lake": {"type": "store", "folder": "/s"}, "db": {"type": "database", "url": "sqlite:///a"}, "airflow": {"type": "airflow", "url": "http://a", "store": ""}}}',
    );
    const at = async (place: vscode.Position): Promise<readonly string[]> =>
      (
        await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", file, place)
      ).items.map(({ label }) => (typeof label === "string" ? label : label.label));
    const names = await at(placeOf(document, '""').translate(0, 1));
    assert.ok(names.includes('"lake"'), names.join());
    assert.ok(!names.includes('"db"'), names.join());
  });

  it("offers a test and another password above each Airflow, and leads from a store's name to the store", async () => {
    const document = await written(
      '{"resources": {\n"lake": {"type": "store", "folder": "/s"},\n"db": {"type": "database", "url": "mysql://ann@db/x"},\n"airflow": {"type": "airflow", "url": "https://a", "store": "lake"}}}',
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", file);
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title]),
      [
        [2, "$(key) Change password"],
        [3, "$(plug) Test connection"],
        [3, "$(key) Change password"],
      ],
    );
    const [link] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      file,
      placeOf(document, '"lake"}}').translate(0, 2),
    );
    assert.ok(link && "targetRange" in link, "there is a definition");
    assert.equal(link.targetRange.start.line, 1);
  });

  it("is offered from a workflow that names what is not in it", async () => {
    await written(text);
    const workflow = vscode.Uri.joinPath(folder, "flow.py");
    await vscode.workspace.fs.writeFile(
      workflow,
      Buffer.from("from aqueduct import Client\nclient = Client()\nwarehouse = client.resource('warehouse')\n"),
    );
    await vscode.window.showTextDocument(workflow);
    const [problem] = await eventually(vscode.languages.onDidChangeDiagnostics, () => {
      const found = vscode.languages.getDiagnostics(workflow).filter(({ code }) => code === "unknown-resource");
      return found.length > 0 ? found : undefined;
    });
    assert.ok(problem);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      workflow,
      problem.range,
    );
    const action = actions.find(({ command }) => command?.command === "aqueduct.addDatabase");
    assert.equal(action?.title, 'Add database "warehouse" to aqueduct.json…');
    assert.deepEqual(action.command?.arguments, ["warehouse"]);
  });
});

describe("passwords", () => {
  it("are kept in VS Code's secret storage until they are forgotten, and never in its state", async () => {
    const { passwords, context } = await aqueduct();
    const origin = "https://airflow.example.org";
    await passwords.keep(origin, "ann", "canary-hunter2");
    assert.equal(await passwords.password("airflow", origin, "ann"), "canary-hunter2");
    assert.equal(await passwords.password("airflow", `${origin}/other`, "ann"), undefined);
    const state = context.globalState.keys().map((key) => context.globalState.get<unknown>(key));
    assert.ok(!JSON.stringify(state).includes("canary-hunter2"));
    await passwords.forget(origin, "ann");
    assert.equal(await passwords.has(origin, "ann"), false);
    assert.deepEqual(passwords.accounts(), []);
  });
});
