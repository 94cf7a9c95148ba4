import { beforeEach, describe, expect, it } from "vitest";

import type { Graph } from "../../../src/core/model/workflow.js";
import { FakeShell, jsonOf, traced } from "../../fakes/fakeShell.js";

const good = `import aqueduct
from aqueduct import op

client = aqueduct.Client()


@op
def predict(table):
    return table


wines = client.resource("demo").sql("SELECT 1")
scores = predict(wines)
client.publish_flow("wine predictions", artifacts=[scores], schedule=aqueduct.hourly())
`;
const broken = `${good}predict(\n`;

let shell: FakeShell;

beforeEach(() => {
  shell = new FakeShell();
  shell.files.contents.set("/wine/wine.py", good);
});

describe("aqueduct graph", () => {
  it("lists each workflow with its operators, what they read, and where they stand", async () => {
    const said = await shell.type("graph", "wine.py");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(said.stdout).toBe(
      [
        "wine predictions every hour",
        "  extract   demo_query  (wine.py:12)",
        "  function  predict ← demo_query  (wine.py:13)",
        "",
      ].join("\n"),
    );
  });

  it("says of a schedule that the text does not tell that it is computed, not that there is none", async () => {
    shell.files.contents.set("/wine/wine.py", good.replace("aqueduct.hourly()", "open('when').read()"));
    const said = await shell.type("graph", "wine.py");
    expect(said.stdout).toMatch(/^wine predictions at a schedule that is computed\n/);
  });

  it("lists operators that nothing calls apart", async () => {
    const later = '@op(name="score later")\ndef later(table):\n    return table\n\n\n';
    shell.files.contents.set("/wine/wine.py", good.replace("wines =", `${later}wines =`));
    const said = await shell.type("graph", "wine.py");
    expect(said.stdout).toMatch(/\n\(never called\)\n {2}function {2}score later {2}\(wine\.py:12\)\n$/);
    const { neverCalled } = jsonOf<Graph>(await shell.type("graph", "wine.py", "--json"));
    expect(neverCalled).toMatchObject([
      { id: "never_called_score_later", name: "score later", inputs: [], outputs: [] },
    ]);
    shell.files.contents.set("/wine/wine.py", good);
    expect(jsonOf<Graph>(await shell.type("graph", "wine.py", "--json")).neverCalled).toBeUndefined();
  });

  it("is the graph itself with --json", async () => {
    const said = await shell.type("graph", "wine.py", "--json");
    const { workflows, problems } = jsonOf<Graph>(said);
    expect([said.code, said.stderr, problems]).toEqual([0, "", []]);
    expect(workflows[0]?.operators.map(({ id }) => id)).toEqual(["demo_query", "predict"]);
  });

  it("is 0 with problems listed, which follow the workflows on stdout", async () => {
    shell.files.contents.set("/wine/wine.py", broken);
    const said = await shell.type("graph", "wine.py");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(said.stdout).toMatch(/^wine predictions .*\n(.*\n)*wine\.py:15:8: error: .* \[unclosed-bracket\]\n$/);
    const asJson = await shell.type("graph", "wine.py", "--json");
    expect([asJson.code, jsonOf<Graph>(asJson).problems]).toMatchObject([0, [{ code: "unclosed-bracket", line: 15 }]]);
  });

  it("takes a path from the folder that it was typed in, and an absolute one as it is", async () => {
    shell.files.contents.set("/wine/flows/beer.py", good);
    for (const file of ["flows/beer.py", "/wine/flows/beer.py", "./flows/../flows/beer.py"])
      expect((await shell.type("graph", file)).stdout).toContain("(flows/beer.py:12)");
  });

  it("runs no Python", async () => {
    shell.interpreter = undefined;
    expect((await shell.type("graph", "wine.py")).code).toBe(0);
  });
});

describe("aqueduct graph --traced", () => {
  it("is what running the file gave, with what it printed on stderr", async () => {
    shell.tracing.prints = "loading…\n";
    const said = await shell.type("graph", "wine.py", "--traced");
    expect([said.code, said.stderr]).toEqual([0, "loading…\n"]);
    expect(said.stdout).toContain("wine predictions on airflow at 03:00 UTC\n");
    expect(said.stdout).toContain("  metric    error ← predict, seen  (wine.py:13)\n");
  });

  it("keeps what the file printed away from --json's object", async () => {
    shell.tracing.prints = '{"not": "ours"}\n';
    const said = await shell.type("graph", "wine.py", "--traced", "--json");
    expect([said.stderr, jsonOf<Graph>(said).workflows[0]?.name]).toEqual(['{"not": "ours"}\n', "wine predictions"]);
  });

  it("is 0 where the file fails, which is a problem on its line", async () => {
    const failure = {
      message: "KeyError: 'x'",
      tip: "Look there.",
      trace: [{ file: "wine.py", line: 4, function: "<module>", text: "x" }],
    };
    shell.tracing.trace = traced((graph) => graph, { failure });
    const said = await shell.type("graph", "wine.py", "--traced");
    expect(said.code).toBe(0);
    expect(said.stdout).toContain("wine.py:4:1: error: KeyError: 'x'. Look there. [trace-failed]\n");
  });

  it("is 3 without a Python, and says what to do", async () => {
    shell.interpreter = undefined;
    const said = await shell.type("graph", "wine.py", "--traced", "--json");
    expect([said.code, jsonOf(said)]).toEqual([
      3,
      { error: "There is no Python here. Install Python 3.9 or newer, or name one with --python." },
    ]);
  });

  it("is 3 where the tracer itself breaks, with the last line of what it said", async () => {
    Object.assign(shell.tracing, { code: 1, stderr: "Traceback…\nMemoryError\n" });
    const said = await shell.type("graph", "wine.py", "--traced");
    expect([said.code, said.stderr]).toEqual([
      3,
      "/usr/bin/python3 could not read /wine/wine.py (exit code 1). MemoryError\n",
    ]);
  });

  it("hands --python on", async () => {
    await shell.type("graph", "wine.py", "--traced", "--python", "/opt/python");
    expect(shell.options.python).toBe("/opt/python");
  });
});

describe("aqueduct check", () => {
  it("is 0 and says so where nothing is wrong", async () => {
    const said = await shell.type("check", "wine.py");
    expect(said).toEqual({ code: 0, stdout: "No problems.\n", stderr: "" });
    expect(jsonOf(await shell.type("check", "wine.py", "--json"))).toEqual({ problems: [] });
  });

  it("is 1 where one is an error: each is a line with its place and its code", async () => {
    shell.files.contents.set("/wine/wine.py", broken);
    const said = await shell.type("check", "wine.py");
    expect([said.code, said.stderr]).toEqual([1, ""]);
    expect(said.stdout).toMatch(/^wine\.py:15:8: error: This \( is never closed.* \[unclosed-bracket\]\n$/);
    const asJson = await shell.type("check", "wine.py", "--json");
    expect([asJson.code, asJson.stderr]).toEqual([1, ""]);
    expect(jsonOf(asJson)).toMatchObject({ problems: [{ code: "unclosed-bracket", severity: "error" }] });
  });

  it("is 0 where all of them are warnings, and lists them", async () => {
    const again = 'client.publish_flow("wine predictions", artifacts=[scores])\n';
    shell.files.contents.set("/wine/wine.py", good + again);
    const said = await shell.type("check", "wine.py");
    expect(said.code).toBe(0);
    expect(said.stdout).toMatch(/^wine\.py:15:1: warning: Line 14 publishes .* \[duplicate-workflow\]\n$/);
  });

  it("tells of a resource that aqueduct.json does not have", async () => {
    shell.files.contents.set("/wine/wine.py", good.replace('"demo"', '"dmo"'));
    const said = await shell.type("check", "wine.py");
    expect(said.stdout).toContain("dmo");
    expect(said.code).toBe(1);
  });
});
