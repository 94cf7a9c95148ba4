import { beforeAll, describe, expect, it } from "vitest";
import { analyse, checkedGraph, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

const head = "from aqueduct import Client, FlowConfig, check, metric, op\nclient = Client()\n";

function told(lines: string): readonly string[] {
  const text = `${head}${lines}\n`;
  const analysis = analyse({ file: "workflow.py", text, tree: parser.parse(text), parser, modules: () => undefined });
  return checkedGraph(analysis)
    .problems.filter(({ code }) => code === "argument-not-used")
    .map(({ severity, line, column, message }) => `${severity} ${line - 2}:${column} ${message}`);
}

describe("an argument that does nothing", () => {
  it.each(["op", "metric", "check"])("of @%s is told on its decorator", (decorator) => {
    expect(
      told(`@${decorator}(engine="k8s", resources={"memory": 1}, image=picture)\ndef f(x):\n    return x`),
    ).toEqual([
      `information 1:2 @${decorator}(engine=…) is not used: operators run where their workflow runs. Write engine= in publish_flow().`,
      `information 1:2 @${decorator}(resources=…) is not used: an operator has what the machine that runs it has.`,
      `information 1:2 @${decorator}(image=…) is not used: operators run in the Python environment of the machine that runs them.`,
    ]);
  });

  it("of publish_flow is told on its call, by name or by position", () => {
    const why = "information 1:1 publish_flow";
    const everything = [
      `${why}(k_latest_runs=…) is not used: all runs are kept.`,
      `${why}(run_now=…) is not used: publishing starts no run. Start one with \`aqueduct trigger WORKFLOW\`.`,
      `${why}(use_local=…) is not used: parameters that are read from local files come in a later version.`,
      `${why}(disable_snapshots=…) is not used: the values of all operators are kept with their run.`,
    ];
    expect(
      told("client.publish_flow('a', k_latest_runs=5, run_now=True, use_local=True, disable_snapshots=True)"),
    ).toEqual(everything);
    expect(told("client.publish_flow('a', '', '', None, [], None, None, 5, None, True, True, True)")).toEqual(
      everything,
    );
  });

  it("of FlowConfig is told where it is made", () => {
    expect(told("config = FlowConfig(engine='airflow', k_latest_runs=5)")).toEqual([
      "information 1:10 FlowConfig(k_latest_runs=…) is not used: all runs are kept.",
    ]);
  });

  it("of Client is told where it is made", () => {
    const noServer = "there is no server of Aqueduct to connect to. Airflow servers stand in aqueduct.json.";
    expect(told("Client('a key', aqueduct_address='localhost:8080', logging_level=10)")).toEqual([
      `information 1:1 Client(api_key=…) is not used: ${noServer}`,
      `information 1:1 Client(aqueduct_address=…) is not used: ${noServer}`,
      "information 1:1 Client(logging_level=…) is not used: what operators log from INFO on stands in their logs.",
    ]);
    expect(told("import aqueduct\nClient()\nClient('', '')\nClient(aqueduct.get_apikey())")).toEqual([]);
  });

  it("of create_param is told on its call", () => {
    expect(told("client.create_param('p', 5, as_type='numeric', format='csv')")).toEqual([
      "information 1:1 create_param(as_type=…) is not used: a parameter has the type of its default.",
      "information 1:1 create_param(format=…) is not used: parameters that are read from local files come in a later version.",
    ]);
    expect(told("client.create_param('p', 5, '', False, None, None)")).toEqual([]);
  });

  it("is not told where it asks for nothing", () => {
    expect(told("@op(engine=None, resources={}, image=None)\ndef f():\n    return 1")).toEqual([]);
    expect(
      told("client.publish_flow('a', k_latest_runs=None, run_now=False, use_local=False, disable_snapshots=False)"),
    ).toEqual([]);
  });

  it("is told where its value is not known, and once for a loop", () => {
    expect(
      told("import os\nfor name in ['a', 'b']:\n    client.publish_flow(name, run_now=os.environ['NOW'])"),
    ).toHaveLength(1);
  });

  it("is not told of what is used, or is for people only", () => {
    expect(told("@op('f', 'what it does', requirements=['pandas'], num_outputs=1)\ndef f():\n    return 1")).toEqual(
      [],
    );
    expect(told("client.publish_flow('a', '', engine='airflow', schedule='0 3 * * *')")).toEqual([]);
    expect(told("client.publish_flow('a', 'what it is for')")).toEqual([]);
    expect(told("client.create_param('p', 5, 'what it is for')")).toEqual([]);
  });
});
