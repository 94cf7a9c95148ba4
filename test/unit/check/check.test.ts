import { beforeAll, describe, expect, test } from "vitest";
import { analyse, checkedGraph, type PythonParser, type Resource } from "../../../src/core/index.js";
import type { Problem } from "../../../src/core/model/problem.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

const head = `from aqueduct import Client, FlowConfig, check, metric, op

client = Client()
db = client.resource("db")
table = db.sql("SELECT 1")


@op
def clean(table, limit=3):
    return table


@metric
def rows(table):
    return len(table)


@check
def filled(table):
    return True


`;
const firstLine = head.split("\n").length;

const resources = new Map<string, Resource>([
  ["db", { kind: "database", name: "db", url: "sqlite:///x.db", airflowConnection: "db" }],
  ["airflow", { kind: "airflow", name: "airflow", url: "http://127.0.0.1:8080" }],
]);

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

/** The problems of lines that follow the head; lines count from 1 there. */
function problemsOf(lines: string, known?: ReadonlyMap<string, Resource>): readonly Problem[] {
  const text = `${head}${lines}\n`;
  const analysis = analyse({ file: "workflow.py", text, tree: parser.parse(text), parser, modules: () => undefined });
  return checkedGraph(analysis, known).problems.map((problem) => ({
    ...problem,
    line: problem.line - firstLine + 1,
    endLine: problem.endLine - firstLine + 1,
  }));
}

function shown(lines: string, known?: ReadonlyMap<string, Resource>): readonly string[] {
  return problemsOf(lines, known).map(({ code, severity, line, column }) => `${severity} ${code} ${line}:${column}`);
}

describe("a call of an operator", () => {
  test("that is right has no problem", () => {
    expect(shown("a = clean(table)\nb = clean(a, 4)\nrows(b).bound(upper=1)\nfilled(rows(b))")).toEqual([]);
  });

  test("without its argument is told what to write, with the artifact of that name", () => {
    expect(problemsOf("clean()")).toMatchObject([
      {
        code: "missing-argument",
        severity: "error",
        message: "`clean` is called without its argument `table`: write clean(table).",
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 8,
      },
    ]);
  });

  test("without an argument that nothing is called after asks for an artifact or a value", () => {
    expect(problemsOf("@op\ndef join(left, right):\n    return left\n\njoin(table)")).toMatchObject([
      { message: "`join` is called without its argument `right`: pass it an artifact or a value." },
    ]);
  });

  test("that is a method of an object needs no argument for the object", () => {
    const made = "class Model:\n    def fit(self, rows):\n        return rows\n\nmodel = Model()\n";
    expect(shown(`${made}op(name='fit')(model.fit)(table)\nop(name='again')(Model().fit)(table)`)).toEqual([]);
    expect(problemsOf(`${made}fit = op(name='fit')(model.fit)\nfit()`)).toMatchObject([
      { message: "`fit` is called without its argument `rows`: pass it an artifact or a value." },
    ]);
  });

  test("with a keyword, with too many arguments", () => {
    expect(
      shown("clean(table=table)\nclean(tabel=table)\nclean(table, 1, 2)\nclean(table, table=1)\nclean({table})"),
    ).toEqual([
      "error missing-argument 2:1",
      "error unknown-argument 2:7",
      "error too-many-arguments 3:1",
      "error argument-twice 4:14",
      "error artifacts-in-set 5:7",
    ]);
  });

  test("whose arguments are not all known is not judged", () => {
    expect(shown("import sys\nclean(*sys.argv)")).toEqual([]);
  });

  test("that takes a metric or the result of a check where it may not", () => {
    expect(shown("clean(rows(table))\nrows(filled(table))\nclean(filled(table))")).toEqual([
      "error metric-as-input 1:7",
      "error check-as-input 2:6",
      "error check-as-input 3:7",
    ]);
  });

  test("in a loop is told once", () => {
    expect(shown("for i in range(3):\n    clean()")).toEqual(["error missing-argument 2:5"]);
  });

  test("metrics and checks need something to look at", () => {
    expect(shown("@metric\ndef one():\n    return 1\n\none()")).toEqual(["error missing-argument 5:1"]);
  });
});

describe("the body of an operator", () => {
  test("that reads an artifact as a global", () => {
    expect(shown("@op\ndef join(left):\n    return left.join(table)\n\njoin(table)")).toEqual([
      "error artifact-read-as-global 3:22",
    ]);
  });

  test("may use names of its own, of a nested function or a comprehension, and globals that hold no artifact", () => {
    const body = [
      "@op",
      "def join(left, table):",
      "    cleaned = [table for table in left]",
      "    def inner(db): return db",
      "    with open('x') as rows: pass",
      "    return cleaned, inner, rows, client, len",
      "join(table, 1)",
      "cleaned = clean(table)",
    ];
    expect(shown(body.join("\n"))).toEqual([]);
  });

  test("of comments alone", () => {
    expect(shown("@op\ndef nothing():\n    # later\n\nnothing()")).toEqual(["error empty-body 2:1"]);
  });
});

describe("a save", () => {
  test("needs one of three modes", () => {
    expect(shown("db.save(table, 't', 'replace')\ndb.save(table, 't', 'overwrite')\ndb.save(table, 't')")).toEqual([
      "error save-mode 2:1",
      "error save-mode 3:1",
    ]);
  });

  test("in the old spelling is shown the new one", () => {
    expect(problemsOf("table.save(db.config(table='t', mode='append'))")).toMatchObject([
      { code: "old-spelling", severity: "hint", message: "The newer spelling is db.save(table, 't', 'append')." },
    ]);
  });

  test("whose mode is computed is not judged", () => {
    expect(shown("import os\ndb.save(table, 't', os.environ['MODE'])")).toEqual([]);
  });
});

describe("a bound", () => {
  test("takes exactly one limit, which is a number", () => {
    expect(
      shown("m = rows(table)\nm.bound()\nm.bound(upper=1, lower=0)\nm.bound(upper='1')\nm.bound(equal=0)"),
    ).toEqual(["error bound-arguments 2:1", "error bound-arguments 3:1", "error bound-arguments 4:1"]);
  });

  test("in the documentation's wrong spelling is told the right one", () => {
    expect(problemsOf("rows(table).bound(not_equal=1)")).toMatchObject([
      {
        code: "unknown-argument",
        message: "Artifact.bound() got an unexpected keyword argument 'not_equal'. Did you mean 'notequal'?",
      },
    ]);
  });
});

describe("a publish", () => {
  test("with an engine or a resource that aqueduct.json does not name", () => {
    expect(
      shown(
        "client.publish_flow('a', artifacts=[table], engine='airflow')\nclient.publish_flow('b', artifacts=[table], engine='k8s')\nclient.publish_flow('c', artifacts=[table], engine='db')\nclient.resource('lake')",
        resources,
      ),
    ).toEqual(["error unknown-engine 2:1", "error unknown-engine 3:1", "error unknown-resource 4:1"]);
  });

  test("is not judged by resources where there is no aqueduct.json", () => {
    expect(shown("client.publish_flow('a', artifacts=[table], engine='k8s')")).toEqual([]);
  });

  test("names the engines that there are", () => {
    expect(problemsOf("client.publish_flow('b', artifacts=[table], engine='k8s')", resources)).toMatchObject([
      { message: 'aqueduct.json names no engine "k8s". Write engine="airflow", or leave it out to run here.' },
    ]);
  });

  test.each(["0 0 * *", "61 * * * *", "@daily", "0 0 30 2 *", "every day", "0 0 0 * * *"])(
    "with the schedule %s",
    (cron) => {
      expect(shown(`client.publish_flow('a', artifacts=[table], schedule='${cron}')`)).toEqual([
        "error bad-schedule 1:1",
      ]);
    },
  );

  test.each(["", "0 3 * * *", "*/5 0-6 * * 1,3", "0 0 * * 7", "0 0 * * SUN"])("accepts the schedule %j", (cron) => {
    expect(shown(`client.publish_flow('a', artifacts=[table], schedule='${cron}')`)).toEqual([]);
  });

  test("twice under one name, of nothing, with artifacts in place of the description", () => {
    expect(
      shown(
        "client.publish_flow('a', artifacts=[table])\nclient.publish_flow('a', artifacts=[table])\nclient.publish_flow('b')\nclient.publish_flow('c', [table])",
      ),
    ).toEqual(["warning duplicate-workflow 2:1", "error nothing-published 3:1", "error artifacts-as-description 4:1"]);
  });

  test("that leaves operators behind", () => {
    expect(shown("left = clean(table)\nclient.publish_flow('a', artifacts=[table])")).toEqual([
      "information unpublished 1:8",
    ]);
  });

  test("may be done by a call that cannot be followed, of all that it takes", () => {
    expect(
      shown("left = clean(table)\nunseen.publish(client, left)\nclient.publish_flow('a', artifacts=[table])"),
    ).toEqual(["information unknown-call 2:1"]);
  });

  test("by FlowConfig is shown the newer spelling", () => {
    expect(
      problemsOf("client.publish_flow('a', artifacts=[table], config=FlowConfig(engine='airflow'))"),
    ).toMatchObject([
      { severity: "hint", message: "The newer spelling is engine='airflow' instead of config=FlowConfig(…)." },
    ]);
  });
});
