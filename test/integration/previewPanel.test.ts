import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { PreviewPanel } from "../../src/extension/panels/previewPanel.js";
import { writeCsv } from "../../src/extension/panels/exportCsv.js";
import type { RunReference } from "../../src/extension/references.js";
import { aqueduct, eventually } from "./support/extension.js";
import { ended, operatorOf, TestFolder } from "./support/testFolder.js";

const folder = new TestFolder("previews");

const values = `from aqueduct import Client, op

client = Client()


@op(requirements=["pandas"])
def table():
    import pandas as pd

    return pd.DataFrame({"place": range(1200), "name": ["a, b"] * 1200})


@op
def number():
    return 4.5


@op
def text():
    return "one\\ntwo"


@op
def tree():
    return {"a": [1, {"b": None}]}


@op
def raw():
    return b"\\x00\\xffabc"


@op
def picklable():
    return complex(1, 2)


client.publish_flow("kinds of values", artifacts=[table(), number(), text(), tree(), raw(), picklable()])
`;

describe("the value of an operator", function () {
  this.timeout(120_000);
  let run: RunReference;

  before(async () => {
    await folder.begin();
    await folder.write("values.py", values);
    run = await folder.start("values.py", "kinds of values");
    const { state, operators } = await ended(run);
    assert.equal(
      state,
      "succeeded",
      JSON.stringify(operators.map(({ operator, manifest }) => [operator, manifest?.failure])),
    );
  });

  after(() => folder.end());

  it("is shown as what it is, in one panel that is used again", async () => {
    const { previews } = await aqueduct();
    const before = previews.panels.length;
    const kinds: Record<string, unknown> = {};
    for (const operator of ["table", "number", "text", "tree", "raw", "picklable"]) {
      const [value] = (await opened(operator)).preview?.values ?? [];
      kinds[operator] = [value?.type, value?.sample?.python];
    }
    assert.deepEqual(kinds, {
      table: ["table", "pandas.DataFrame"],
      number: ["numeric", "float"],
      text: ["string", "str"],
      tree: ["dictionary", "dict"],
      raw: ["bytes", "bytes"],
      picklable: ["picklable", "complex"],
    });
    assert.ok(previews.panels.length <= before + 1);
  });

  it("is drawn by a page that asks for it, and breaks no content security policy", async () => {
    const panel = await opened("number");
    const reports: string[] = [];
    const asked = new Promise<void>((resolve) => {
      panel.onDidReceive((message) => {
        if (message.type === "request" && message.method === "loadContent") resolve();
        if (message.type === "report") reports.push(message.report);
      });
    });
    // A page that was hidden is loaded again when it is shown.
    await vscode.window.showTextDocument(folder.at("values.py"), { viewColumn: vscode.ViewColumn.Active });
    panel.reveal();
    await asked;
    assert.deepEqual(
      reports.filter((report) => report !== "artifactShown"),
      [],
    );
  });

  it("of a table says how much of it is shown, and every shown row goes into its CSV", async () => {
    const panel = await opened("table");
    const [value] = panel.preview?.values ?? [];
    assert.ok(value);
    const sample = panel.tableOf(value.artifact);
    assert.equal(value.rows, 1200);
    assert.equal(sample?.values.length, 500);
    assert.deepEqual(
      sample.columns.map(({ name }) => name),
      ["place", "name"],
    );
    const file = folder.at("table.csv");
    await writeCsv(sample, file);
    const lines = new TextDecoder()
      .decode(await vscode.workspace.fs.readFile(file))
      .trimEnd()
      .split(/\r?\n/);
    assert.deepEqual([lines.length, lines[0], lines[1], lines.at(-1)], [501, "place,name", '0,"a, b"', '499,"a, b"']);
  });

  it("that was deleted from the store says so, and what to do", async () => {
    const { history } = await aqueduct();
    const key = history.run(run)?.operators.find(({ operator }) => operator === "tree")?.manifest?.artifacts[0]?.sample;
    assert.ok(key);
    await vscode.workspace.fs.delete(folder.at(`.aqueduct/store/${key}`));
    const [value] = (await opened("tree")).preview?.values ?? [];
    assert.equal(value?.sample, null);
    assert.match(
      value.reason ?? "",
      /^Its sample is no longer in .*: somebody has deleted it there\. Run the operator again to have one\.$/,
    );
  });

  it("of a run that is gone from the store says so in its place, instead of staying empty", async () => {
    const { previews } = await aqueduct();
    await previews.show(operatorOf({ ...run, rid: "0123456789abcdef" }, "number"));
    const panel = previews.panels.at(-1);
    assert.equal(panel?.preview, undefined);
    assert.equal(panel?.failure, "Its run is no longer in the store. Open the value of another run.");
  });

  async function opened(operator: string): Promise<PreviewPanel> {
    const { previews } = await aqueduct();
    await vscode.commands.executeCommand("aqueduct.openValue", operatorOf(run, operator));
    const panel = previews.panels.find(({ reference }) => reference?.operator === operator);
    assert.ok(panel, `no panel shows ${operator}`);
    await eventually(panel.onDidChange, () => panel.preview);
    return panel;
  }
});
