import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { buildFile, startLocalRun } from "../../../src/core/index.js";
import type { Run } from "../../../src/core/model/run.js";
import type { OperatorRunReference, RunReference } from "../../../src/extension/references.js";
import { aqueduct, eventually, openFile, workflowOf } from "./extension.js";

/** A folder of the workspace with a project of its own, so that the tests of one file see nothing of another's runs. */
export class TestFolder {
  readonly name: string;
  readonly uri: vscode.Uri;

  constructor(name: string) {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, "no folder is open");
    this.name = name;
    this.uri = vscode.Uri.joinPath(workspace.uri, name);
  }

  /** Absolute. */
  get path(): string {
    return this.uri.fsPath;
  }

  at(file: string): vscode.Uri {
    return vscode.Uri.joinPath(this.uri, file);
  }

  async write(file: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(this.at(file), new TextEncoder().encode(text));
  }

  /** Makes its `aqueduct.json`. The project is named, since one without is named after the folder's path. */
  async begin(resources: Readonly<Record<string, object>> = {}): Promise<void> {
    await this.write(
      "aqueduct.json",
      JSON.stringify(
        { project: Buffer.from(this.name.padEnd(8)).toString("hex").slice(0, 16), resources },
        undefined,
        2,
      ),
    );
  }

  /** Brings the workflow `level3.py` with its database, as the sample has them. */
  async beginWithSample(): Promise<void> {
    for (const file of ["level3.py", "wine_features.py"])
      await vscode.workspace.fs.copy(vscode.Uri.joinPath(this.uri, "..", file), this.at(file), { overwrite: true });
    const database = this.at("demo.db").fsPath;
    await promisify(execFile)(environment("AQUEDUCT_TEST_PYTHON"), [
      path.resolve(environment("AQUEDUCT_TESTS"), "../../examples/demo/make_demo_database.py"),
      database,
    ]);
    await this.begin({ aqueduct_demo: { type: "database", url: `sqlite:///${database}` } });
  }

  /** Shows a file once its workflow is read. */
  async openWorkflow(file: string, workflow: string): Promise<vscode.TextEditor> {
    const editor = await openFile(`${this.name}/${file}`);
    await workflowOf(editor.document.uri, ({ name }) => name === workflow);
    return editor;
  }

  /** The newest run of a workflow, once there is one and it fits. */
  async newestRun(workflow: string, fits: (run: Run) => boolean = () => true): Promise<Run> {
    const { history } = await aqueduct();
    return eventually(history.onDidChange, () => {
      const newest = history.folder(this.path)?.history.runs.find((run) => run.workflow === workflow);
      return newest !== undefined && fits(newest) ? newest : undefined;
    });
  }

  /** Starts a run through the actions that commands and the command line use. */
  async start(file: string, workflow: string): Promise<RunReference> {
    const { history, world } = await aqueduct();
    const here = await world();
    const built = await buildFile(here, { file: this.at(file).fsPath, workflow });
    const { engine, rid } = await startLocalRun(here, built, {});
    engine.close();
    await history.noteStarted(built.open, rid);
    return { kind: "run", folder: built.open.folder, target: "local", rid };
  }

  /** Ends the folder's engine and closes the editors. */
  async end(): Promise<void> {
    const { world } = await aqueduct();
    const engine = await (await world()).engine.find(this.path);
    await engine?.stop();
    engine?.close();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  }
}

/** Waits until a run is over. */
export async function ended(reference: RunReference): Promise<Run> {
  const { history } = await aqueduct();
  return eventually(history.onDidChange, () => {
    const run = history.run(reference);
    return run !== undefined && ["succeeded", "failed", "cancelled"].includes(run.state) ? run : undefined;
  });
}

export function operatorOf({ folder, target, rid }: RunReference, operator: string): OperatorRunReference {
  return { kind: "operatorRun", folder, target, rid, operator };
}

/** A variable that the suite sets. */
export function environment(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
}
