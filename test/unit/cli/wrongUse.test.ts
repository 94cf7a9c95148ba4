import { beforeEach, describe, expect, it } from "vitest";

import { aqueductJson, FakeShell, jsonOf, traced } from "../../fakes/fakeShell.js";

let shell: FakeShell;

beforeEach(() => {
  shell = new FakeShell();
  for (const name of ["wines.ipynb", "wines.txt", "flows/a.txt", "flows/b.py"])
    shell.files.contents.set(`/wine/${name}`, "{}");
});

/** What was typed, and the part of the sentence that says what is wrong or what to do. */
type Case = readonly [typed: readonly string[], sentence: string];

const notUnderstood: readonly Case[] = [
  [["fly"], "unknown command 'fly'"],
  [["engine", "fly"], "unknown command 'fly'"],
  [["grpah", "wine.py"], "(Did you mean graph?)"],
  [["graph"], "missing required argument 'file'"],
  [["check"], "missing required argument 'file'"],
  [["run"], "missing required argument 'file'"],
  [["connect"], "missing required argument 'name'"],
  [["publish", "--airflow", "airflow"], "missing required argument 'file'"],
  [["trigger"], "missing required argument 'workflow'"],
  [["show", "deadbeef"], "missing required argument 'operator'"],
  [["cancel"], "missing required argument 'run'"],
  [["graph", "wine.py", "more.py"], "too many arguments for 'graph'"],
  [["runs", "--lmit", "3"], "(Did you mean --limit?)"],
  [["check", "wine.py", "--python", "/usr/bin/python3"], "unknown option '--python'"],
  [["run", "wine.py", "--operator"], "option '--operator <id>' argument missing"],
];

const refused: readonly Case[] = [
  [["graph", "nowhere.py"], "There is no file /wine/nowhere.py."],
  [["check", "nowhere.py"], "There is no file /wine/nowhere.py."],
  [["graph", "nowhere.py", "--traced"], "There is no file /wine/nowhere.py."],
  [["run", "nowhere.py"], "There is no file /wine/nowhere.py."],
  [["publish", "nowhere.py", "--airflow", "airflow"], "There is no file /wine/nowhere.py."],
  ...["graph", "check", "run"].flatMap((command): Case[] => [
    [[command, "wines.ipynb"], "/wine/wines.ipynb is a notebook, and workflows are read from Python files. Export it"],
    [[command, "wines.txt"], "/wine/wines.txt is not a Python file. Workflows are written in files that end in .py."],
    [[command, "flows"], "/wine/flows is a folder. Name a Python file in it, such as b.py."],
  ]),
  [["graph", "wines.ipynb", "--traced"], "/wine/wines.ipynb is a notebook"],
  [["publish", "wines.ipynb", "--airflow", "airflow"], "/wine/wines.ipynb is a notebook"],
  [["run", "wine.py", "--param", "floor"], "--param floor: write it as NAME=VALUE."],
  [["run", "wine.py", "--param", "=6"], "--param =6: write it as NAME=VALUE."],
  [["run", "wine.py", "--param", "flor=6"], "There is no parameter flor. The workflow has floor, seen."],
  [["run", "wine.py", "--param", "floor=high"], 'floor takes a number, such as 6, not "high".'],
  [["run", "wine.py", "--use-cached"], "--use-cached goes with --operator"],
  [["run", "wine.py", "--operator", "predct"], "There are demo_query, predict, error."],
  [["run", "wine.py", "--workflow", "beer"], 'wine.py has no workflow "beer". It has "wine predictions".'],
  [
    ["publish", "wine.py", "--airflow", "nowhere"],
    '"nowhere" is not an Airflow server of this folder. There is airflow.',
  ],
  [["publish", "wine.py", "--airflow", "demo"], '"demo" is a database, not an Airflow'],
  [["publish", "wine.py", "--airflow", "airflow", "--timeout", "soon"], "--timeout soon: write a number of seconds."],
  [["publish", "wine.py", "--airflow", "airflow", "--timeout", "0"], "--timeout 0: write a number of seconds."],
  [["connect", "nowhere"], '"nowhere" is not an Airflow server of this folder. There is airflow.'],
  [["connect", "demo"], 'a workflow reads it with client.resource("demo"). There is airflow.'],
  [["connect", "aqueduct_demo"], '"aqueduct_demo" is a database, not an Airflow'],
  [["connect", "lake"], '"lake" is a store, not an Airflow. There is airflow.'],
  [["trigger", "wine predictions"], 'No workflow "wine predictions" is published. Publish it first.'],
  [["trigger", "wine predictions", "--airflow", "nowhere"], '"nowhere" is not an Airflow server of this folder.'],
  [["trigger", "wine predictions", "--param", "floor"], "--param floor: write it as NAME=VALUE."],
  [["runs", "--limit", "many"], "--limit many: write a whole number from 1 on."],
  [["runs", "--limit", "0"], "--limit 0: write a whole number from 1 on."],
  [["runs", "--limit", "1.5"], "--limit 1.5: write a whole number from 1 on."],
  [["show", "deadbeef", "predict"], "There is no run deadbeef. See `aqueduct runs`."],
  [["cancel", "deadbeef"], "There is no run deadbeef. See `aqueduct runs`."],
];

describe("wrong use", () => {
  it.each([...notUnderstood, ...refused])("is 2 with one sentence on stderr: %j", async (typed, sentence) => {
    const { code, stdout, stderr } = await shell.type(...typed);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
  });

  it.each([...notUnderstood, ...refused])(
    "is 2 with --json, and stdout has one object that says the same: %j",
    async (typed, sentence) => {
      const said = await shell.type(...typed, ...(typed.at(-1) === "--operator" ? [] : ["--json"]));
      if (typed.at(-1) === "--operator") return; // --json would be its value.
      expect(said.code).toBe(2);
      expect(Object.keys(jsonOf(said))).toEqual(["error"]);
      expect(jsonOf(said)["error"]).toContain(sentence);
    },
  );

  it.each(notUnderstood)("that is not understood says how to see what there is: %j", async (typed) => {
    expect((await shell.type(...typed)).stderr).toContain("(add --help for what there is)");
  });

  it.each([[[]], [["engine"]]])("of a group of commands without one of them is 2 and shows them: %j", async (typed) => {
    const said = await shell.type(...typed);
    expect([said.code, said.stdout]).toEqual([2, ""]);
    expect(said.stderr).toContain("Commands:");
    const asJson = await shell.type(...typed, "--json");
    expect([asJson.code, jsonOf(asJson)["error"]]).toEqual([2, expect.stringContaining("--help")]);
  });

  it("leaves nothing behind: neither a run nor a connection", async () => {
    for (const [typed] of refused) await shell.type(...typed);
    expect(shell.engine.submitted).toEqual([]);
    expect(shell.engine.open).toBe(0);
    expect(shell.dagRuns.runs).toEqual([]);
    expect([...shell.files.contents.keys()].filter((file) => file.startsWith("/dags/"))).toEqual(["/dags/other.py"]);
  });
});

describe("a file that publishes several workflows", () => {
  beforeEach(() => {
    const second = (name: string) => (shipped: { readonly workflow: string | null }) => ({
      ...shipped,
      workflow: name,
    });
    const { shipments } = shell.tracing.trace;
    shell.tracing.trace = traced(
      (graph) => ({ ...graph, workflows: graph.workflows.flatMap((one) => [one, { ...one, name: "beer" }]) }),
      { shipments: [...shipments, ...shipments.map(second("beer"))] as typeof shipments },
    );
  });

  it.each([[["run"]], [["publish", "--airflow", "airflow"]]])("is asked which one is meant: %j", async (typed) => {
    const said = await shell.type(...typed, "wine.py");
    expect(said.code).toBe(2);
    expect(said.stderr).toBe(
      'wine.py publishes several workflows: "wine predictions", "beer". Name one with --workflow.\n',
    );
  });

  it("runs the one that is named", async () => {
    const said = await shell.type("run", "wine.py", "--workflow", "beer", "--json");
    expect([said.code, jsonOf<{ run: { workflow: string } }>(said).run.workflow]).toEqual([0, "beer"]);
  });
});

describe("a file that publishes one name twice", () => {
  beforeEach(() => {
    const { shipments } = shell.tracing.trace;
    shell.tracing.trace = traced(
      (graph) => ({
        ...graph,
        workflows: graph.workflows.flatMap((one) => [
          { ...one, operators: one.operators.filter(({ kind }) => kind !== "save") },
          { ...one, source: one.source && { ...one.source, line: 90 } },
        ]),
      }),
      { shipments: [...shipments, ...shipments] },
    );
  });

  const operatorsOf = (said: { readonly stdout: string }): readonly string[] =>
    (JSON.parse(said.stdout) as { run: { operators: { operator: string }[] } }).run.operators.map(
      ({ operator }) => operator,
    );

  it("runs the later one, under the name too", async () => {
    for (const typed of [[], ["--workflow", "wine predictions"], ["--line", "90"]])
      expect(operatorsOf(await shell.type("run", "wine.py", ...typed, "--json"))).toContain("save_to_demo");
  });

  it("runs the earlier one by its line", async () => {
    const { line = 0 } = shell.tracing.trace.graph.workflows[0]?.source ?? {};
    expect(operatorsOf(await shell.type("run", "wine.py", "--line", String(line), "--json"))).not.toContain(
      "save_to_demo",
    );
  });

  it("says where it publishes what, for a line that does not", async () => {
    const said = await shell.type("run", "wine.py", "--line", "5");
    expect(said.code).toBe(2);
    expect(said.stderr).toMatch(
      /^Line 5 of wine\.py publishes no workflow\. The file publishes "wine predictions" on line \d+, "wine predictions" on line 90\.\n$/,
    );
    expect((await shell.type("run", "wine.py", "--line", "first")).stderr).toContain("write the number of a line");
  });
});

describe("a file that is not there", () => {
  it("leaves its folder without a project", async () => {
    shell.files.contents.delete("/wine/aqueduct.json");
    expect((await shell.type("run", "nowhere.py")).code).toBe(2);
    expect(shell.files.contents.has("/wine/aqueduct.json")).toBe(false);
  });
});

describe("asking for help", () => {
  it.each([[["--help"]], [["help"]], [["graph", "--help"]], [["engine", "stop", "--help"]]])(
    "is 0, and the help is what stdout gets: %j",
    async (typed) => {
      const { code, stdout, stderr } = await shell.type(...typed);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("Usage: aqueduct");
    },
  );

  it("names every command", async () => {
    const { stdout } = await shell.type("--help");
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(commands).toEqual([
      "graph",
      "check",
      "run",
      "connect",
      "publish",
      "trigger",
      "runs",
      "show",
      "cancel",
      "engine",
      "trust",
      "store",
      "help",
    ]);
  });
});

describe("an aqueduct.json with errors", () => {
  beforeEach(() => {
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ beer: { type: "pub" } }));
  });

  it.each([
    [["run", "wine.py"]],
    [["publish", "wine.py", "--airflow", "airflow"]],
    [["graph", "wine.py", "--traced"]],
    [["connect", "airflow"]],
    [["trigger", "wine predictions"]],
    [["runs"]],
    [["show", "deadbeef", "predict"]],
    [["cancel", "deadbeef"]],
  ])("is 1, with each problem and its place: %j", async (typed) => {
    const said = await shell.type(...typed);
    expect([said.code, said.stdout]).toEqual([1, ""]);
    expect(said.stderr).toMatch(/^aqueduct\.json:1:\d+: error: "type" is .* \[resources-value\]\n/);
    expect(said.stderr).toMatch(/\naqueduct\.json has errors\.\n$/);
    const asJson = await shell.type(...typed, "--json");
    expect([asJson.code, asJson.stderr]).toEqual([1, ""]);
    expect(jsonOf(asJson)).toMatchObject({
      error: "aqueduct.json has errors.",
      problems: [{ code: "resources-value", file: "aqueduct.json", line: 1 }],
    });
  });
});
