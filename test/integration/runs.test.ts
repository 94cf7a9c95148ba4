import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { HistoryNode } from "../../src/core/runs/historyNode.js";
import type { RunReference } from "../../src/extension/references.js";
import { aqueduct, edited, eventually, openFile, placeOf } from "./support/extension.js";
import { ended, TestFolder } from "./support/testFolder.js";

const folder = new TestFolder("following");

const quick = `from aqueduct import Client, op

client = Client()


@op
def load():
    print("loaded", flush=True)
    return 41


client.publish_flow("quick", artifacts=[load()], schedule="0 3 * * *")
`;

/** Ends once there is a file \`go\` beside it. */
const patient = `import os
import time

from aqueduct import Client, op

client = Client()


@op
def wait():
    print("waiting", flush=True)
    while not os.path.exists({go}):
        time.sleep(0.05)
    print("went on", flush=True)
    return 1


client.publish_flow("patient", artifacts=[wait()])
`;

const broken = `from aqueduct import Client, op

client = Client()


def share(part, whole):
    return part / whole


@op
def rate():
    return share(1, 0)


client.publish_flow("broken", artifacts=[rate()])
`;

describe("the view Runs", function () {
  this.timeout(180_000);

  before(async () => {
    await folder.begin({ nowhere: { type: "airflow", url: "http://127.0.0.1:9" } });
    await folder.write("quick.py", quick);
    await folder.write("patient.py", patient.replace("{go}", JSON.stringify(folder.at("go").fsPath)));
    await folder.write("broken.py", broken);
    await vscode.commands.executeCommand("aqueduct.runs.focus");
  });

  after(async () => {
    (await aqueduct()).runsView.filter = new Set();
    await folder.end();
    await vscode.commands.executeCommand("workbench.view.explorer");
  });

  it("has a line for a target that cannot be followed, with what to do about it", async () => {
    const { history } = await aqueduct();
    await history.refresh();
    const node = await line(({ kind, label }) => kind === "target" && label === "nowhere");
    const item = await itemOf(node);
    assert.equal(item.description, "no store · Open aqueduct.json");
    assert.equal(item.command?.command, "vscode.open");
    assert.equal((item.command.arguments?.[0] as vscode.Uri).fsPath, folder.at("aqueduct.json").fsPath);
  });

  it("shows a run that ended: its workflow, its operators, their values and logs", async () => {
    const run = await started("quick");
    const node = await lineOf(run);
    const item = await itemOf(node);
    assert.match(String(item.description), /^[\d.]+ s · [0-9a-f]{7} · local$/);
    assert.equal((item.iconPath as vscode.ThemeIcon).id, "pass-filled");
    assert.equal((item.iconPath as vscode.ThemeIcon).color?.id, "testing.iconPassed");
    assert.match(item.accessibilityInformation?.label ?? "", /^Run of .*, succeeded, /);
    assert.match((item.tooltip as vscode.MarkdownString).value, /\*\*Started\*\*/);
    assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.equal(item.command, undefined, "a click unfolds it");
    assert.deepEqual(await labelsBelow(node.id), ["load"]);
    const [operator] = await childrenOf(node.id);
    assert.deepEqual(await labelsBelow(operator), ["Value", "Log"]);
    const [value] = await childrenOf(operator);
    assert.equal((await itemById(value)).command?.command, "aqueduct.openValue");
  });

  it("stays as it is while nothing happens", async () => {
    const { history, runsView } = await aqueduct();
    let drawn = 0;
    const subscription = runsView.tree.onDidChangeTreeData(() => {
      drawn += 1;
    });
    await history.refresh();
    await history.look();
    subscription.dispose();
    assert.equal(drawn, 0);
  });

  it("draws a run that goes on, counts it on the badge and follows its log", async () => {
    const { history, logDocuments, runsView, watchedRuns } = await aqueduct();
    const run = await started("patient");
    const reference = { ...run, kind: "operatorRun", operator: "wait" } as const;
    await eventually(history.onDidChange, () => history.run(run)?.operators.find(({ state }) => state === "running"));
    assert.equal(runsView.badge?.value, 1);
    assert.equal(runsView.badge.tooltip, "1 run under way");

    const { document } = await logDocuments.show(reference, "wait");
    assert.equal(document.languageId, "log");
    await eventually(vscode.workspace.onDidChangeTextDocument, () => document.getText() === "waiting\n" || undefined);
    await vscode.commands.executeCommand("aqueduct.watchRun", run);
    assert.ok(watchedRuns.rids.has(run.rid));
    const told = new Promise<string>((resolve) => {
      watchedRuns.onDidEnd(({ run: { state } }) => {
        resolve(state);
      });
    });
    await folder.write("go", "");
    await eventually(
      vscode.workspace.onDidChangeTextDocument,
      () => document.getText() === "waiting\nwent on\n" || undefined,
    );
    assert.equal(await told, "succeeded");
    assert.equal(runsView.badge, undefined);
    assert.equal(watchedRuns.rids.size, 0);
  });

  it("tells the end of a run also in a folder that the search for projects leaves out", async () => {
    const { history } = await aqueduct();
    const unseen = new TestFolder("venv");
    await unseen.begin();
    await unseen.write("patient.py", patient.replace("{go}", JSON.stringify(unseen.at("go").fsPath)));
    try {
      const run = await unseen.start("patient.py", "patient");
      const ended = new Promise<string>((resolve) => {
        const subscription = history.onDidEndRun(({ rid, run: { state } }) => {
          if (rid !== run.rid) return;
          subscription.dispose();
          resolve(state);
        });
      });
      await history.look();
      await unseen.write("go", "");
      assert.equal(await ended, "succeeded");
    } finally {
      await unseen.end();
    }
  });

  it("opens the trace of a failure with links at the user's lines, where they stand now", async () => {
    const run = await started("broken");
    const node = await lineOf(run);
    assert.match(node.description, /^failed · rate · /);
    const [operator = ""] = await childrenOf(node.id);
    const [trace] = await childrenOf(operator);
    const item = await itemById(trace);
    assert.equal(item.label, "Trace");
    assert.equal(item.description, "ZeroDivisionError: division by zero");

    const editor = await openFile("following/broken.py");
    await edited(editor, (edit) => {
      edit.insert(new vscode.Position(0, 0), "# new\n# lines\n");
    });
    await vscode.commands.executeCommand("aqueduct.openTrace", ...((item.command?.arguments ?? []) as unknown[]));
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, "aqueduct-trace");
    assert.match(document.getText(), /^rate failed\n\nZeroDivisionError: division by zero\n/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      document.uri,
    );
    assert.deepEqual(
      links.map(({ target }) => `${target?.fsPath ?? ""}#${target?.fragment ?? ""}`),
      ["return share(1, 0)", "return part / whole"].map(
        (text) => `${editor.document.uri.fsPath}#L${placeOf(editor.document, text).line + 1}`,
      ),
    );
    assert.deepEqual(
      links.map(({ range }) => document.getText(range)),
      ["broken.py:12", "broken.py:7"],
    );
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("shows only runs that stand as chosen, and all again", async () => {
    const { runsView } = await aqueduct();
    const workflows = (): readonly string[] =>
      runsView.tree.roots
        .filter((node) => node.kind === "workflow" && node.folder === folder.path)
        .map(({ label }) => label);
    assert.deepEqual(workflows(), ["broken", "patient", "quick"]);
    runsView.filter = new Set(["failed"]);
    assert.deepEqual(workflows(), ["broken"]);
    runsView.filter = new Set(["queued"]);
    assert.deepEqual(workflows(), []);
    assert.equal(runsView.message, "No run matches the filter.");
    await vscode.commands.executeCommand("aqueduct.clearRunFilter");
    assert.deepEqual(workflows(), ["broken", "patient", "quick"]);
    assert.equal(runsView.message, undefined);
  });

  it("takes the filter off to show a run that it hides", async () => {
    const { history, runsView } = await aqueduct();
    const [hidden] = history.folder(folder.path)?.history.runs.filter(({ workflow }) => workflow === "quick") ?? [];
    assert.ok(hidden);
    runsView.filter = new Set(["failed"]);
    await runsView.reveal({ kind: "run", folder: folder.path, target: "local", rid: hidden.rid });
    assert.equal(runsView.filter.size, 0);
  });

  it("shows the source of a run, and what was edited since", async () => {
    const { history } = await aqueduct();
    const [quickRun] = history.folder(folder.path)?.history.runs.filter(({ workflow }) => workflow === "quick") ?? [];
    assert.ok(quickRun);
    const reference = { kind: "run", folder: folder.path, target: "local", rid: quickRun.rid };
    await vscode.commands.executeCommand("aqueduct.openRunSource", reference);
    const shipped = vscode.window.activeTextEditor?.document;
    assert.equal(shipped?.uri.scheme, "aqueduct-source");
    assert.equal(shipped.languageId, "python");
    assert.equal(shipped.lineAt(6).text, "def load():");
    assert.doesNotMatch(shipped.getText(), /publish_flow/);

    await folder.write("quick.py", quick.replace("41", "42"));
    await vscode.commands.executeCommand("aqueduct.compareRunSource", reference);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal((await vscode.workspace.openTextDocument(input.original)).getText(), quick);
    assert.equal(input.modified.fsPath, folder.at("quick.py").fsPath);
  });

  it("shows older runs behind its line More", async () => {
    const { history, runsView } = await aqueduct();
    await Promise.all(Array.from({ length: 21 }, () => started("quick")));
    const workflow = (): HistoryNode | undefined =>
      runsView.tree.roots.find(
        (node) => node.kind === "workflow" && node.label === "quick" && node.folder === folder.path,
      );
    await eventually(
      history.onDidChange,
      () =>
        history
          .folder(folder.path)
          ?.history.runs.every(({ state }) => (state === "succeeded" || state === "failed" ? true : false)) ||
        undefined,
    );
    const more = await eventually(history.onDidChange, () => workflow()?.children.find(({ kind }) => kind === "more"));
    assert.equal(workflow()?.children.length, 21);
    assert.equal((await itemOf(more)).label, "More…");
    await vscode.commands.executeCommand("aqueduct.moreRuns", runsView.tree.line(more.id));
    assert.deepEqual([...new Set(workflow()?.children.map(({ kind }) => kind))], ["run"]);
    assert.equal(workflow()?.children.length, 22);
  });

  it("copies the id by which the engine knows a run", async () => {
    const { history, runsView } = await aqueduct();
    const [run] = history.folder(folder.path)?.history.runs ?? [];
    assert.ok(run);
    // As a line's menu calls it: with the element of the tree.
    await vscode.commands.executeCommand(
      "aqueduct.copyRunId",
      runsView.tree.lineOfRun({ folder: folder.path, target: run.target, rid: run.rid }),
    );
    assert.equal(await vscode.env.clipboard.readText(), run.runId);
  });
});

const started = (name: string): Promise<RunReference> => folder.start(`${name}.py`, name);

/** The line of a run, once that is over. */
async function lineOf(run: RunReference): Promise<HistoryNode> {
  await ended(run);
  const node = (await aqueduct()).runsView.tree.lineOfRun(run)?.node;
  assert.ok(node, "the run has no line");
  return node;
}

/** The first line at the top that fits, once it is there. */
async function line(fits: (node: HistoryNode) => boolean): Promise<HistoryNode> {
  const { runsView } = await aqueduct();
  return eventually(runsView.tree.onDidChangeTreeData, () => runsView.tree.roots.find(fits));
}

async function itemOf({ id }: HistoryNode): Promise<vscode.TreeItem> {
  return itemById(id);
}

async function itemById(id = ""): Promise<vscode.TreeItem> {
  const { tree } = (await aqueduct()).runsView;
  return tree.getTreeItem(tree.line(id));
}

async function childrenOf(id = ""): Promise<readonly string[]> {
  const { tree } = (await aqueduct()).runsView;
  return (await tree.getChildren(id === "" ? undefined : tree.line(id))).map((line) => line.id);
}

async function labelsBelow(id = ""): Promise<readonly string[]> {
  const items = await Promise.all((await childrenOf(id)).map(itemById));
  return items.map(({ label }) => (typeof label === "string" ? label : (label?.label ?? "")));
}
