import { afterEach, describe, expect, test } from "vitest";
import { type Editor, startEditor } from "./editor.js";

const uri = "file:///project/flow.py";
const flow = `from aqueduct import Client, op
from steps import clean

client = Client()
table = client.resource("warehouse").sql("SELECT 1")
cleaned = clean(table)
client.publish_flow("flow", artifacts=[cleaned])
`;
const steps = `from aqueduct import op

@op
def clean(table):
    return table
`;

let editor: Editor | undefined;

afterEach(() => {
  editor?.stop();
  editor = undefined;
});

async function started(contents: Readonly<Record<string, string>> = {}): Promise<Editor> {
  editor = await startEditor(contents);
  return editor;
}

function operators(of: Editor, name = uri): readonly string[] {
  const last = of.graphs.filter((graph) => graph.uri === name).at(-1);
  return last?.graph.workflows.flatMap((workflow) => workflow.operators.map(({ id }) => id)) ?? [];
}

const warehouse = '{"resources": {"warehouse": {"type": "database", "url": "sqlite:///warehouse.db"}}}';

describe("the language server", () => {
  test("tells the graph of a file that is opened, with modules beside it", async () => {
    const it = await started({ "/project/steps.py": steps });
    await it.open(uri, flow);
    await it.until(() => it.graphs.length > 0);
    expect(it.graphs).toHaveLength(1);
    expect(it.graphs[0]).toMatchObject({ uri, version: 1, file: "flow.py", folder: "file:///project" });
    expect(operators(it)).toEqual(["warehouse_query", "clean"]);
    expect(it.graphs[0]?.graph.workflows[0]?.operators[1]?.definition?.file).toBe("steps.py");
  });

  test("answers a request with the graph of the text it received last", async () => {
    const it = await started({ "/project/steps.py": steps });
    await it.open(uri, flow);
    await it.type(uri, 2, at(5, 0, 5, 7), "better");
    const answer = await it.graph(uri);
    expect(answer?.version).toBe(2);
  });

  test("follows typing by edits, and keeps the last good graph while the text is broken", async () => {
    const it = await started({ "/project/steps.py": steps, "/project/aqueduct.json": warehouse });
    await it.open(uri, flow);
    await it.type(uri, 2, at(5, 21, 5, 22), "");
    await it.until(() => it.graphs.at(-1)?.version === 2);
    expect(it.graphs.at(-1)?.graph.workflows[0]?.operators.map(({ id, stale }) => [id, stale])).toEqual([
      ["warehouse_query", undefined],
      ["clean", true],
    ]);
    expect(it.graphs.at(-1)?.graph.problems.map(({ code }) => code)).toEqual(["unclosed-bracket"]);
    await it.type(uri, 3, at(5, 21, 5, 21), ")");
    await it.until(() => it.graphs.at(-1)?.version === 3);
    expect(it.graphs.at(-1)?.graph.workflows[0]?.operators.some(({ stale }) => stale)).toBe(false);
  });

  test("publishes problems as diagnostics, and takes them back when the file is closed", async () => {
    const it = await started({ "/project/steps.py": steps });
    await it.open(uri, flow.replace("clean(table)", "clean()"));
    await it.until(() => it.diagnostics.length > 0);
    expect(it.diagnostics[0]).toMatchObject({ uri, version: 1 });
    expect(it.diagnostics[0]?.diagnostics.find(({ code }) => code === "missing-argument")).toMatchObject({
      severity: 1,
      source: "aqueduct",
      range: at(5, 10, 5, 17),
    });
    await it.close(uri);
    await it.until(() => it.diagnostics.length > 1);
    expect(it.diagnostics.at(-1)?.diagnostics).toEqual([]);
    expect(await it.graph(uri)).toBeNull();
  });

  test("says nothing of a file that does not name aqueduct, until it does", async () => {
    const it = await started();
    await it.open(uri, "x = 1\n");
    expect(await it.graph(uri)).toBeNull();
    expect(it.graphs).toEqual([]);
    await it.type(uri, 2, at(0, 0, 0, 0), "from aqueduct import op\n");
    await it.until(() => it.graphs.length === 1);
    await it.type(uri, 3, at(0, 0, 1, 0), "");
    await it.until(() => it.graphs.length === 2);
    expect(it.graphs[1]?.graph.workflows).toEqual([]);
    expect(await it.graph(uri)).toBeNull();
  });

  test("reads an open module as it is typed, and a saved one when its file changes", async () => {
    const it = await started({ "/project/steps.py": steps });
    await it.open(uri, flow);
    await it.until(() => operators(it).includes("clean"));
    it.files.contents.set("/project/steps.py", steps.replace("@op", '@op(name="tidy")'));
    await it.fileChanged("file:///project/steps.py");
    await it.until(() => operators(it).includes("tidy"));
    await it.open("file:///project/steps.py", steps);
    await it.type("file:///project/steps.py", 2, at(2, 3, 2, 3), '(name="typed")');
    await it.until(() => operators(it).includes("typed"));
    await it.close("file:///project/steps.py");
    await it.until(() => operators(it).includes("tidy"));
  });

  test("judges resources alike with and without an aqueduct.json, and anew from the moment it changes", async () => {
    const it = await started({ "/project/steps.py": steps });
    const codes = (): readonly unknown[] => it.diagnostics.at(-1)?.diagnostics.map(({ code }) => code) ?? [];
    await it.open(uri, flow);
    await it.until(() => it.diagnostics.length > 0);
    expect(codes()).toEqual(["unknown-resource"]);
    it.files.contents.set("/project/aqueduct.json", warehouse);
    await it.fileChanged("file:///project/aqueduct.json");
    await it.until(() => codes().length === 0);
  });

  test("calls files by their path under the folder that holds aqueduct.json", async () => {
    const it = await started({ "/project/aqueduct.json": "{}", "/project/deep/steps.py": steps });
    await it.open("file:///project/deep/flow.py", flow);
    await it.until(() => it.graphs.length > 0);
    expect(it.graphs[0]).toMatchObject({ file: "deep/flow.py", folder: "file:///project" });
    expect(it.graphs[0]?.graph.workflows[0]?.operators.at(-1)).toMatchObject({
      source: { file: "deep/flow.py" },
      definition: { file: "deep/steps.py" },
    });
  });

  test("reads a document that was never saved", async () => {
    const it = await started();
    await it.open("untitled:Untitled-1", "from aqueduct import op\n@op\ndef f():\n    return 1\nf()\n");
    await it.until(() => it.graphs.length > 0);
    expect(operators(it, "untitled:Untitled-1")).toEqual(["f"]);
  });

  test("asks the editor to watch Python files and aqueduct.json", async () => {
    const it = await started();
    await it.until(() => it.watched.length > 0);
    expect(it.watched).toMatchObject([
      {
        method: "workspace/didChangeWatchedFiles",
        registerOptions: { watchers: [{ globPattern: "**/*.py" }, { globPattern: "**/aqueduct.json" }] },
      },
    ]);
  });
});

function at(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
