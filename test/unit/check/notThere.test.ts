import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkedGraph, type Resource } from "../../../src/core/index.js";
import { type Handle, handleNames, memberNames, moduleNames } from "../../../src/core/model/apiNames.js";
import { notThereText } from "../../../src/core/model/notThere.js";
import { Reading } from "../parse/reading.js";

const folder = path.join(import.meta.dirname, "../../fixtures/sdk");

/** `test/runtime/test_lacking.py` holds the runtime to the same files. */
function fixture(name: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8"));
}

const uses = fixture("uses.json") as Readonly<
  Record<string, { readonly text: string; readonly notThere: string | null }>
>;
const head = readFileSync(path.join(folder, "head.py"), "utf8");
const resources = new Map<string, Resource>([
  ["warehouse", { kind: "database", name: "warehouse", url: "sqlite:///x.db", airflowConnection: "warehouse" }],
  ["bucket", { kind: "folder", name: "bucket", folder: "store" }],
  ["airflow", { kind: "airflow", name: "airflow", url: "http://a" }],
]);
let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

/** `code: message` of what stands on the lines behind the head, and would end or spoil a trace. */
function told(text: string, known?: ReadonlyMap<string, Resource>): readonly string[] {
  const first = head.split("\n").length;
  return checkedGraph(reading.file(`${head}${text}\n`), known)
    .problems.filter(({ line, severity }) => line >= first && (severity === "error" || severity === "warning"))
    .map(({ code, message, severity }) => `${severity} ${code}: ${message}`);
}

describe("a public name of Aqueduct 0.3", () => {
  const all = Object.entries(uses);

  test("is one of 251, beside arguments of some", () => {
    expect(all.length).toBeGreaterThanOrEqual(251);
  });

  test.each(all)("%s is there, or said not to be on its line", (_, { text, notThere }) => {
    expect(told(text, resources)).toEqual(
      notThere === null ? [] : [`error not-there: ${notThereText(notThere) ?? ""}`],
    );
  });

  test("is told alike where nobody knows the resources", () => {
    const without = all.filter(([, { text, notThere }]) => !/bucket\.save/.test(text) && notThere !== null);
    expect(without.filter(([, { text }]) => told(text).length !== 1).map(([name]) => name)).toEqual([]);
  });
});

describe("a name of the package", () => {
  test("can be imported from its module", () => {
    const text = Object.entries(moduleNames)
      .flatMap(([module, each = []]) => each.map((name) => `from ${module} import ${name} as imported`))
      .join("\n");
    expect(told(text, resources)).toEqual([]);
  });

  test("can be reached through its module, and imported from another one", () => {
    const text = Object.entries(moduleNames)
      .filter(([module]) => module !== "aqueduct")
      .flatMap(([module, each = []]) => [`import ${module}`, ...each.map((name) => `${module}.${name}`)])
      .join("\n");
    expect(told(`${text}\nfrom aqueduct.client import Artifact, Flow`, resources)).toEqual([]);
  });

  test("is there on a handle", () => {
    const handles = {
      Client: "client",
      Artifact: "table",
      Flow: "flow",
      DecoratedFunction: "one",
      DatabaseResource: "db",
    };
    const text = (Object.entries(handles) as [Handle, string][]).flatMap(([handle, written]) =>
      handleNames[handle].map((name) => `${written}.${name}`),
    );
    expect(told(text.join("\n"), resources)).toEqual([]);
  });

  test("is a member of its enumeration", () => {
    const text = Object.entries(memberNames).flatMap(([kind, each = []]) => [
      kind === "DayOfWeek" ? "from aqueduct import DayOfWeek" : `from aqueduct.constants.enums import ${kind}`,
      ...each.map((name) => `${kind}.${name}`),
    ]);
    expect(told(text.join("\n"), resources)).toEqual([]);
  });

  test("may be any in the package's inner modules, and with an underscore", () => {
    expect(
      told("from aqueduct.values import encode\nimport aqueduct.recording.session\nclient.__class__", resources),
    ).toEqual([]);
  });
});

test("names that nothing has are errors, with the likeliest one", () => {
  const table: Readonly<Record<string, readonly string[]>> = {
    "client.publish_flw('a', artifacts=[table])": [
      "error no-such-name: The client has no `publish_flw`. Is `publish_flow` meant?",
    ],
    "table.shape": [
      "error no-such-name: An artifact has no `shape`. What it stands for is known when the workflow runs: do this in an operator that takes it.",
    ],
    "one.other(table)": ["error no-such-name: An operator has no `other`. Take it out."],
    "flow.runs()": ["error no-such-name: What publish_flow() gives has no `runs`. Take it out."],
    "import aqueduct.fancy": ["error no-such-name: `aqueduct` has no `fancy`. Take it out."],
    "from aqueduct import Clinet": ["error no-such-name: `aqueduct` has no `Clinet`. Is `Client` meant?"],
    "from aqueduct.error import AqueductErrors": [
      "error no-such-name: `aqueduct.error` has no `AqueductErrors`. Is `AqueductError` meant?",
    ],
    "db.file('a')": [
      "error no-such-name: A database has no `file`: it has config(), list_tables(), save(), sql(), table(), describe() and name().",
    ],
    "bucket.sql('SELECT 1')": [
      "error no-such-name: A store has no `sql`: it has file(), save(), describe() and name().",
    ],
    "db.selekt('SELECT 1')": [
      "error no-such-name: A database has no `selekt`: it has config(), list_tables(), save(), sql(), table(), describe() and name().",
    ],
  };
  expect(Object.fromEntries(Object.keys(table).map((text) => [text, told(text, resources)]))).toEqual(table);
});

test("what a handler catches, or an answer is at hand for, is no problem; what may not run is a warning", () => {
  const table: Readonly<Record<string, readonly string[]>> = {
    "try:\n    import aqueduct.github\nexcept ImportError:\n    pass": [],
    "try:\n    client.flow('a')\nexcept Exception:\n    pass": [],
    "try:\n    table.id()\nexcept AttributeError:\n    pass": [],
    "getattr(table, 'id', None)": [],
    "hasattr(table, 'id')": [],
    "getattr(table, 'id')": [`error not-there: ${notThereText("Artifact.id") ?? ""}`],
    "table.note = 3\ntable.note": [],
    "import os\nif os.environ.get('A'):\n    table.id()": [`warning not-there: ${notThereText("Artifact.id") ?? ""}`],
    "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from aqueduct.artifacts.base_artifact import BaseArtifact":
      [],
  };
  expect(Object.fromEntries(Object.keys(table).map((text) => [text, told(text, resources)]))).toEqual(table);
});

test("what a store or a collection gives is drawn, and its users take it", () => {
  const drawn = (text: string): readonly string[] =>
    reading
      .file(`${head}${text}\n`)
      .graph.workflows.flatMap(({ operators }) => operators)
      .slice(2)
      .map(
        ({ id, kind, inputs, unknown }) => `${kind} ${id}(${inputs.join(" ")})${unknown === true ? " unknown" : ""}`,
      );
  expect(drawn("one(bucket.file('a.csv', 'table', 'csv'))")).toEqual([
    "extract bucket_file() unknown",
    "function one(bucket_file)",
  ]);
  expect(drawn("one(db.collection('c').find({}))")).toEqual([
    "extract warehouse_query_2() unknown",
    "function one(warehouse_query_2)",
  ]);
  expect(drawn("one(client.list_resources()['warehouse'].sql('SELECT 2'))")).toEqual([
    "extract warehouse_query_2()",
    "function one(warehouse_query_2)",
  ]);
  expect(drawn("one(table.system_metric('runtime'))")).toEqual([
    "systemMetric runtime(warehouse_query)",
    "function one(runtime)",
  ]);
});

describe("says nothing of what traces", () => {
  test.each([
    [
      "a class of one's own over the client",
      "class Ours(Client):\n    def more(self): return self.resource('warehouse')\nours = Ours()\nours.more().sql('select 1')\nours.team = 3\nours.team",
    ],
    [
      "an artifact that is told from a value",
      "from aqueduct.artifacts import Artifact\ndef known(x):\n    return f(x) if isinstance(x, Artifact) else x + 1\nknown(f(1))\nknown(1)",
    ],
    [
      "an artifact that is told from a table",
      "import pandas as pd\ndef rows(x):\n    return len(x) if isinstance(x, (pd.DataFrame, list)) else x\nrows(f(1))",
    ],
    [
      "a name that is asked for first",
      "def shown(x):\n    if hasattr(x, 'to_frame'): x.to_frame()\n    if hasattr(x, '__len__'): len(x)\nshown(f(1))\nif hasattr(client, 'llm'): client.llm('x')\nimport aqueduct\nif hasattr(aqueduct, 'infer_requirements'): aqueduct.infer_requirements()",
    ],
    [
      "what stands under typing.TYPE_CHECKING",
      "import typing\nif typing.TYPE_CHECKING:\n    from aqueduct.utils.utils import generate_uuid",
    ],
    [
      "what the file has put there",
      "import aqueduct\nfrom aqueduct.artifacts import Artifact\nClient.all = lambda self, many: many\nArtifact.twice = lambda self: f(self)\nsetattr(Artifact, '__getitem__', lambda self, key: f(self))\naqueduct.ours = 1\nclient.all([f(1).twice()])\nf(1)['a']\naqueduct.ours",
    ],
  ])("%s", (_, text) => {
    expect(told(`@op\ndef f(x): return x\n${text}`)).toEqual([]);
  });

  test("what the file puts on a class is drawn", () => {
    const text =
      "from aqueduct import Client, op\nfrom aqueduct.artifacts import Artifact\n@op\ndef f(x): return x\nArtifact.twice = lambda self: f(self)\nclass Ours(Client):\n    def last(self, one): self.publish_flow('w', artifacts=[one])\nOurs().last(f(1).twice())\n";
    const [workflow] = checkedGraph(reading.file(text)).workflows;
    expect(workflow?.operators.filter(({ kind }) => kind === "function")).toHaveLength(2);
  });
});
