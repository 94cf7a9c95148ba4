import { afterEach, describe, expect, test } from "vitest";
import { type Editor, startEditor } from "./editor.js";

const uri = "file:///project/flow.py";
const flow = `from aqueduct import Client
from steps import clean

client = Client()
db = client.integration("wines")
table = db.sql("SELECT 1")
cleaned = clean(table)
client.publish_flow("wine", artifacts=[cleaned])
`;
const contents = {
  "/project/aqueduct.json":
    '{\n  "resources": {\n    "wines": { "type": "database", "url": "sqlite:///wine.db" }\n  }\n}\n',
  "/project/steps.py": "from aqueduct import op\n\n\n@op\ndef clean(table):\n    return table\n",
};

const editors: Editor[] = [];

afterEach(() => {
  for (const editor of editors.splice(0)) editor.stop();
});

async function opened(text = flow): Promise<Editor> {
  const editor = await startEditor(contents);
  editors.push(editor);
  await editor.open(uri, text);
  return editor;
}

const place = (line: number, character: number) => ({ position: { line, character } });

describe("the server", () => {
  test("answers a hover with links into the files of the folder", async () => {
    const it = await opened();
    expect(await it.ask("textDocument/hover", uri, place(7, 40))).toEqual({
      contents: {
        kind: "markdown",
        value:
          "**`cleaned`** · artifact\n\n- Made by [`clean`](file:///project/flow.py#L7,11) ([definition](file:///project/steps.py#L4,1))\n- Called `clean artifact` in runs\n- Read by no operator",
      },
      range: { start: { line: 7, character: 39 }, end: { line: 7, character: 46 } },
    });
  });

  test("finds the definition of an operator in its module, and of a resource in aqueduct.json", async () => {
    const it = await opened();
    expect(await it.ask("textDocument/definition", uri, place(6, 11))).toMatchObject([
      { uri: "file:///project/steps.py", range: { start: { line: 4, character: 4 } } },
    ]);
    expect(await it.ask("textDocument/definition", uri, place(4, 27))).toMatchObject([
      { uri: "file:///project/aqueduct.json", range: { start: { line: 2, character: 4 } } },
    ]);
    expect(await it.ask("textDocument/implementation", uri, place(7, 40))).toMatchObject([
      { uri: "file:///project/steps.py" },
    ]);
  });

  test("completes while the line is typed", async () => {
    const it = await opened();
    await it.type(uri, 2, { start: { line: 4, character: 24 }, end: { line: 4, character: 32 } }, "'");
    expect(await it.ask("textDocument/completion", uri, place(4, 25))).toMatchObject([
      { label: "wines", detail: "database", textEdit: { newText: "wines'" } },
      { label: "aqueduct_demo", detail: "database", documentation: "made-up wines, on this machine" },
      { label: "Demo" },
    ]);
  });

  test("links what is published, and finds its references", async () => {
    const it = await opened();
    expect(await it.ask("textDocument/documentLink", uri, {})).toMatchObject([
      { target: "file:///project/flow.py#L7,11", tooltip: "Go to the call of clean, line 7" },
    ]);
    expect(
      await it.ask("textDocument/references", uri, { ...place(7, 40), context: { includeDeclaration: true } }),
    ).toHaveLength(2);
    expect(
      await it.ask("textDocument/references", uri, { ...place(7, 40), context: { includeDeclaration: false } }),
    ).toHaveLength(1);
  });

  test("mends an old spelling, alone and with all others when that is asked for", async () => {
    const it = await opened();
    const range = { start: { line: 4, character: 15 }, end: { line: 4, character: 15 } };
    const edit = {
      changes: {
        [uri]: [{ newText: "resource", range: { start: { line: 4, character: 12 }, end: { line: 4, character: 23 } } }],
      },
    };
    expect(await it.ask("textDocument/codeAction", uri, { range, context: { diagnostics: [] } })).toMatchObject([
      {
        title: "Write resource instead of integration",
        kind: "quickfix",
        isPreferred: true,
        edit,
        diagnostics: [{ code: "old-spelling" }],
      },
    ]);
    expect(
      await it.ask("textDocument/codeAction", uri, { range, context: { diagnostics: [], only: ["source.fixAll"] } }),
    ).toMatchObject([{ kind: "source.fixAll.aqueduct", edit }]);
    expect(
      await it.ask("textDocument/codeAction", uri, {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [] },
      }),
    ).toEqual([]);
  });

  test("mends what a run has told, which comes with the question", async () => {
    const text = "from aqueduct import op\n\n\n@op\ndef f():\n    return 1\n\n\nf()\n";
    const it = await opened(text);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 3 } };
    const message = "`f` read a.csv, which does not ship with it: add file_dependencies=['a.csv'] to its decorator.";
    const told = { range, message, code: "not-shipped", source: "aqueduct run", severity: 2 };
    expect(await it.ask("textDocument/codeAction", uri, { range, context: { diagnostics: [told] } })).toMatchObject([
      {
        title: "Ship a.csv with the operator",
        diagnostics: [told],
        edit: { changes: { [uri]: [{ newText: "(file_dependencies=['a.csv'])" }] } },
      },
    ]);
  });

  test("tells which operators a place is about", async () => {
    const it = await opened();
    expect(await it.request("aqueduct/operatorsAt", { uri, ...place(7, 40) })).toMatchObject({
      operators: ["clean"],
      range: { start: { line: 7, character: 39 } },
    });
    expect(await it.request("aqueduct/operatorsAt", { uri, ...place(0, 0) })).toBeNull();
    await expect(it.request("aqueduct/operatorsAt", { uri })).rejects.toThrow(
      "The language server is of another version. Run “Aqueduct: Restart Language Server”. (“aqueduct/operatorsAt”: position is missing.)",
    );
  });

  test("answers nothing for a file that is not open, or names no aqueduct", async () => {
    const it = await opened("x = 1\n");
    expect(await it.ask("textDocument/hover", uri, place(0, 0))).toBeNull();
    expect(await it.ask("textDocument/hover", "file:///project/other.py", place(0, 0))).toBeNull();
  });
});
