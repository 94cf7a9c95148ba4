import assert from "node:assert/strict";
import * as vscode from "vscode";
import { aqueduct, edited, eventually, placeOf } from "./support/extension.js";
import { TestFolder } from "./support/testFolder.js";
import { beginWithUnreachableAirflow, endWithUnreachableAirflow } from "./support/unreachableAirflow.js";

const folder = new TestFolder("problems");

const uses = `from pathlib import Path

from aqueduct import Client, op

client = Client()
NAMES = ["rates", "names"]


@op
def load():
    return [Path(f"data/{name}.txt").read_text() for name in NAMES]


@op
def count(texts):
    return len(Path("data/" + NAMES[0] + ".txt").read_text()) + len(texts)


client.publish_flow("uses", artifacts=[count(load())])
`;

const traced = `import threading

import steps
from aqueduct import Client, op

client = Client()


class Settings:
    rates = [1]


steps.API_TOKEN = "not-for-others"
Settings.rates = (each for each in range(3))
password = "not-for-others-either"
local = threading.local()
local.rows = (each for each in range(3))


@op
def read():
    return [open("data/names.txt").read(), password, steps.shown(), Settings.rates, hasattr(local, "rows")]


client.publish_flow("traced", artifacts=[read()])
`;

const typed = `import os
import random

from aqueduct import Client, op

client = Client()
KEY = os.environ["HOME"]
random.seed(3)


@op
def draw():
    """Draws."""
    return [random.random(), KEY]


client.publish_flow("typed", artifacts=[draw()])
`;

describe("problems", function () {
  this.timeout(120_000);

  before(async () => {
    await beginWithUnreachableAirflow(folder);
    await folder.write("uses.py", uses);
    await folder.write("traced.py", traced);
    await folder.write("typed.py", typed);
    await folder.write("steps.py", 'API_TOKEN = ""\n\n\ndef shown():\n    return API_TOKEN\n');
    for (const name of ["rates", "names"]) await folder.write(`data/${name}.txt`, name);
  });

  after(() => endWithUnreachableAirflow(folder));

  describe("of files that operators used and that do not ship", () => {
    const used = (operator: string, name: string): string =>
      `warning not-shipped: \`${operator}\` read data/${name}.txt, which does not ship with it, so a worker does not have it: add file_dependencies=['data/${name}.txt'] to its decorator.`;
    let editor: vscode.TextEditor;

    beforeEach(async () => {
      editor = await folder.openWorkflow("uses.py", "uses");
      const { lineCount } = editor.document;
      await edited(editor, (edit) => {
        edit.replace(new vscode.Range(0, 0, lineCount, 0), uses);
      });
      await vscode.commands.executeCommand("aqueduct.runWorkflow", editor.document.uri);
      await told(editor, (found) => found.length === 3);
    });

    it("stand on the lines of the operators after a run, each once", () => {
      assert.deepEqual(toldNow(editor), [
        `@op|def load: ${used("load", "rates")}`,
        `@op|def load: ${used("load", "names")}`,
        `@op|def count: ${used("count", "rates")}`,
      ]);
    });

    it("are mended by a quick fix for each and one for all, also where lines were typed above since", async () => {
      await edited(editor, (edit) => {
        edit.insert(new vscode.Position(0, 0), "# one\n# two\n");
      });
      const place = placeOf(editor.document, "@op\ndef load");
      assert.deepEqual(
        (await fixesAt(editor, place)).map(({ title, isPreferred }) => [title, isPreferred ?? false]),
        [
          ["Ship data/rates.txt with the operator", true],
          ["Ship data/names.txt with the operator", true],
          ["Ship both with the operator", false],
        ],
      );
      await apply(editor, place, "Ship data/rates.txt with the operator");
      assert.equal(editor.document.lineAt(place.line).text, "@op(file_dependencies=['data/rates.txt'])");
      assert.deepEqual(toldNow(editor), [
        `@op(file_dependencies=['data/rates.txt'])|def load: ${used("load", "names")}`,
        `@op|def count: ${used("count", "rates")}`,
      ]);
      await apply(editor, place, "Ship data/names.txt with the operator");
      assert.equal(
        editor.document.lineAt(place.line).text,
        "@op(file_dependencies=['data/rates.txt', 'data/names.txt'])",
      );
      await edited(editor, (edit) => {
        edit.replace(
          editor.document.lineAt(placeOf(editor.document, "@op\ndef count").line).range,
          "@op(file_dependencies=['data'])",
        );
      });
      assert.deepEqual(toldNow(editor), []);
      await vscode.commands.executeCommand("aqueduct.runWorkflow", editor.document.uri);
      assert.equal((await folder.newestRun("uses")).state, "succeeded");
      assert.deepEqual(toldNow(editor), []);
    });

    it("are over as soon as the next run begins", async () => {
      const run = vscode.commands.executeCommand("aqueduct.runWorkflow", editor.document.uri);
      await told(editor, (found) => found.length === 0);
      await run;
    });

    it("stand on their lines when the file is published, whether Airflow answers or not", async () => {
      // A text of another operator: what is known of \`load\` are its runs.
      await edited(editor, (edit) => {
        edit.replace(
          editor.document.lineAt(placeOf(editor.document, "return len(").line).range,
          "    return len(texts)",
        );
      });
      const { runDiagnostics } = await aqueduct();
      runDiagnostics.begin({ kind: "run", folder: folder.path, workflow: "uses" });
      assert.deepEqual(toldNow(editor), []);
      await vscode.commands.executeCommand("aqueduct.publish", editor.document.uri);
      assert.deepEqual(toldNow(editor), [
        `@op|def load: ${used("load", "rates")}`,
        `@op|def load: ${used("load", "names")}`,
      ]);
    });
  });

  it("that only tracing sees stand on their lines after a run, those that the text tells too once", async () => {
    const editor = await folder.openWorkflow("traced.py", "traced");
    const goesAlong =
      "and `read` takes it along: it is stored as plain text with the workflow. Read it in `read`, use a resource of aqueduct.json, or a Connection or Variable of Airflow.";
    const password = `password = "not-for-others-either"|: warning captured-secret: \`password\` looks like a secret, ${goesAlong}`;
    await told(editor, (found) => found.length === 1);
    assert.deepEqual(toldNow(editor), [password]);
    await vscode.commands.executeCommand("aqueduct.runWorkflow", editor.document.uri);
    const line = placeOf(editor.document, "return [open(").line;
    const text = editor.document.lineAt(line).text.trim();
    assert.deepEqual(await told(editor, (found) => found.length === 5), [
      `steps.API_TOKEN = "not-for-others"|: warning captured-secret: \`steps.API_TOKEN\` looks like a secret, ${goesAlong}`,
      "Settings.rates = (each for each in range(3))|: information state-not-shipped: Operators do not see what is set here: `Settings.rates` is a generator, which cannot be shipped: make it inside the operator that uses it.",
      password,
      `${text}|: warning path-of-workspace: \`data/names.txt\` is a file of your workspace, which \`read\` does not find on a worker: add file_dependencies=['data/names.txt'] to its decorator.`,
      `${text}|: warning left-out: \`local\` is shipped without \`rows\`, which is a generator and cannot be shipped: make it inside the operator that uses it.`,
    ]);
    const path = placeOf(editor.document, '"data/names.txt"');
    await apply(editor, path, "Ship data/names.txt with the operator");
    assert.equal(editor.document.lineAt(path.line - 2).text, "@op(file_dependencies=['data/names.txt'])");
    assert.equal(toldNow(editor).length, 4);
  });

  it("that keep a file from being read stand on their lines, once", async () => {
    await folder.write("json.py", "SIZE = 3\n");
    await folder.write("taken.py", `import json\n\n${uses.replace('"uses"', '"taken"')}`);
    const editor = await folder.openWorkflow("taken.py", "taken");
    await vscode.commands.executeCommand("aqueduct.publish", editor.document.uri);
    void vscode.commands.executeCommand("aqueduct.runWorkflow", editor.document.uri);
    assert.deepEqual(await told(editor, (found) => found.length > 0), [
      "import json|: error name-is-taken: `json` is here Python's own module, not your json.py: rename your file, and import it by its new name.",
    ]);
    await vscode.workspace.fs.delete(folder.at("json.py"));
  });

  it("of state of the process are told while the file is typed, and mended by moving it", async () => {
    const editor = await folder.openWorkflow("typed.py", "typed");
    const { document } = editor;
    assert.deepEqual(await told(editor, (found) => found.length === 2), [
      'KEY = os.environ["HOME"]|: warning captured-secret: `KEY` holds a value that was read on this machine, and `draw` takes it along: it is stored as plain text with the workflow. Read it in `draw`, use a resource of aqueduct.json, or a Connection or Variable of Airflow.',
      "random.seed(3)|: information process-state: `random.seed()` has an effect here only: operators run in processes of their own and do not see it. Call it inside the operators that need it.",
    ]);
    await apply(editor, placeOf(document, "random.seed"), "Move into the operators that need it");
    assert.match(
      document.getText(),
      /KEY = os\.environ\["HOME"\]\n\n\n@op\ndef draw\(\):\n {4}"""Draws\."""\n {4}random\.seed\(3\)\n/,
    );
    await told(editor, (all) => all.length === 1);
  });
});

/** What Aqueduct tells of a file: the line, the function below a decorator, severity, code and sentence. */
function toldNow({ document }: vscode.TextEditor): readonly string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source?.startsWith("aqueduct"))
    .sort((one, other) => one.range.start.compareTo(other.range.start))
    .map(({ range, severity, code, message }) => {
      const line = document.lineAt(range.start.line).text.trim();
      const below = line.startsWith("@")
        ? (/^def \w+/.exec(document.lineAt(range.start.line + 1).text)?.[0] ?? "")
        : "";
      const words = ["error", "warning", "information", "hint"];
      return `${line}|${below}: ${words[severity] ?? ""} ${String(typeof code === "object" ? code.value : code)}: ${message}`;
    });
}

async function told(
  editor: vscode.TextEditor,
  fits: (found: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return eventually(vscode.languages.onDidChangeDiagnostics, () => {
    const found = toldNow(editor);
    return fits(found) ? found : undefined;
  });
}

async function fixesAt({ document }: vscode.TextEditor, place: vscode.Position): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new vscode.Range(place, place),
    vscode.CodeActionKind.QuickFix.value,
  );
}

async function apply(editor: vscode.TextEditor, place: vscode.Position, title: string): Promise<void> {
  const fix = (await fixesAt(editor, place)).find((one) => one.title === title);
  assert.ok(fix?.edit, `there is no fix “${title}”`);
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
}
