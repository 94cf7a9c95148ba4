import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { StoreCheck } from "../../src/core/index.js";
import { TestFolder } from "./support/testFolder.js";

const folder = new TestFolder("checked");

const flow = `from aqueduct import Client, op

client = Client()


@op
def load():
    return 41


client.publish_flow("to be checked", artifacts=[load()])
`;

describe("Check Store", function () {
  this.timeout(120_000);
  const shelf = folder.at("shelf");
  const blobs = folder.at(".aqueduct/store/blobs/sha256");

  before(async () => {
    await folder.begin({ shelf: { type: "store", folder: "shelf" } });
    await folder.write("flow.py", flow);
    const { document } = await folder.openWorkflow("flow.py", "to be checked");
    await vscode.commands.executeCommand("aqueduct.runWorkflow", document.uri);
  });

  after(() => folder.end());

  it("asks which of several, and finds nothing in one that is whole", async () => {
    const found = await checked();
    assert.ok(found !== undefined);
    assert.deepEqual(found.findings, []);
    assert.ok(found.checked.blobs > 0);
  });

  it("names a blob that was changed, with the way to repair it, and leaves it as it is", async () => {
    const [name = ""] = (await vscode.workspace.fs.readDirectory(blobs))[0] ?? [];
    const blob = vscode.Uri.joinPath(blobs, name);
    const right = await vscode.workspace.fs.readFile(blob);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(shelf, "blobs/sha256"));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(shelf, "blobs/sha256", name), right);
    await vscode.workspace.fs.writeFile(blob, new TextEncoder().encode("changed"));
    const [finding, ...others] = (await checked())?.findings ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual(
      [finding?.key, finding?.problem, finding?.repaired, finding?.advice],
      [`blobs/sha256/${name}`, "wrong", null, "Choose Repair."],
    );
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(blob)), "changed");
  });
});

/** Takes the first store that the list offers, as Enter would, until the command is over: VS Code tells nobody when a list opens. */
async function checked(): Promise<StoreCheck | undefined> {
  const command = Promise.resolve(vscode.commands.executeCommand<StoreCheck | undefined>("aqueduct.checkStore"));
  const over = command.then(() => true);
  const pause = (): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(false), 100));
  while (!(await Promise.race([over, pause()])))
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  return command;
}
