import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { aqueduct, eventually } from "./support/extension.js";
import { ended, environment, TestFolder } from "./support/testFolder.js";

const folder = new TestFolder("by hand");

const flow = `from aqueduct import Client, op

client = Client()


@op
def number():
    return 41


made = number()
print("by hand:", made.get(), flush=True)
client.publish_flow("by hand", artifacts=[made])
`;

describe("python flow.py in a terminal of the window", function () {
  this.timeout(120_000);

  before(async function () {
    // VS Code opens no terminal where this addon was not compiled; to the test bed's older one it comes as source.
    const addon = path.join(vscode.env.appRoot, "node_modules", "node-pty");
    if (!["build", "prebuilds"].some((name) => existsSync(path.join(addon, name)))) this.skip();
    await folder.begin();
    await folder.write("flow.py", flow);
    await folder.openWorkflow("flow.py", "by hand");
    const { terminals } = await aqueduct();
    await eventually(terminals.onDidOpen, () => terminals.isOpen || undefined);
  });

  after(() => folder.end());

  it("executes the operators there, and asks the window to run the workflow", async () => {
    const { code, output } = await typed("flow.py");
    assert.equal(code, 0, output);
    assert.match(output, /^by hand: 41\n/);
    const run = await folder.newestRun("by hand");
    assert.match(output, new RegExp(`The editor runs “by hand” \\(run ${run.rid}\\)`));
    const { state, operators } = await ended({ kind: "run", folder: folder.path, target: "local", rid: run.rid });
    assert.equal(state, "succeeded");
    assert.deepEqual(
      operators.map(({ operator }) => operator),
      ["number"],
    );
  });

  it("is told what keeps the window from it", async () => {
    const outside = vscode.Uri.joinPath(folder.uri, "..", "..", `outside-${process.pid}.py`);
    await vscode.workspace.fs.copy(folder.at("flow.py"), outside);
    try {
      const { code, output } = await typed(outside.fsPath);
      assert.equal(code, 1, output);
      assert.match(output, /lies in no folder of the editor's window\. Open its folder there\./);
    } finally {
      await vscode.workspace.fs.delete(outside);
    }
  });
});

/** Types `python FILE` into a new terminal as the shell there takes it, and waits for the shell's end. */
async function typed(file: string): Promise<{ readonly code: number | undefined; readonly output: string }> {
  const { context } = await aqueduct();
  const terminal = vscode.window.createTerminal({
    name: file,
    cwd: folder.uri,
    shellPath: "/bin/sh",
    env: { PYTHONPATH: context.asAbsolutePath("dist/runtime") },
  });
  const closed = new Promise<vscode.Terminal>((resolve) => {
    const subscription = vscode.window.onDidCloseTerminal((one) => {
      if (one !== terminal) return;
      subscription.dispose();
      resolve(one);
    });
  });
  terminal.sendText(`'${environment("AQUEDUCT_TEST_PYTHON")}' '${file}' > told.txt 2>&1; exit $?`);
  const { exitStatus } = await closed;
  return {
    code: exitStatus?.code,
    output: new TextDecoder().decode(await vscode.workspace.fs.readFile(folder.at("told.txt"))),
  };
}
