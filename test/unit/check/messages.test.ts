import { beforeAll, describe, expect, test } from "vitest";
import { checkedGraph, type Resource } from "../../../src/core/index.js";
import { Reading } from "../parse/reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

const resources = new Map<string, Resource>([
  ["db", { kind: "database", name: "db", url: "sqlite:///x.db", airflowConnection: "db" }],
  ["air", { kind: "airflow", name: "air", url: "http://a" }],
]);

/** The problems of lines that follow the head: severity, code and message. */
function problems(lines: string, known?: ReadonlyMap<string, Resource>): readonly string[] {
  return checkedGraph(reading.lines(lines), known).problems.map(
    ({ severity, code, message }) => `${severity} ${code}: ${message}`,
  );
}

function expectProblems(
  table: Readonly<Record<string, readonly string[]>>,
  known?: ReadonlyMap<string, Resource>,
): void {
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, problems(lines, known)]))).toEqual(table);
}

test("calls of operators", () => {
  expectProblems({
    "one()": ["error missing-argument: `one` is called without its argument `table`: pass it an artifact or a value."],
    "two()": [
      "error missing-argument: `two` is called without its arguments `left` and `right`: pass it an artifact or a value.",
    ],
    "table = t\none()": ["error missing-argument: `one` is called without its argument `table`: write one(table)."],
    "left = t\nright = t\ntwo()": [
      "error missing-argument: `two` is called without its arguments `left` and `right`: write two(left, right).",
    ],
    "left = t\ntwo()": [
      "error missing-argument: `two` is called without its arguments `left` and `right`: pass it an artifact or a value.",
    ],
    "right = t\ntwo(t)": [
      "error missing-argument: `two` is called without its argument `right`: add `right` to the call.",
    ],
    "@op\ndef f(a, b, c): return a\nf()": [
      "error missing-argument: `f` is called without its arguments `a`, `b` and `c`: pass it an artifact or a value.",
    ],
    "@op\ndef f(a=1): return a\nf()": [],
    "@op\ndef f(a, b=1): return a\nf(t)": [],
    "@metric\ndef f(): return 1\nf()": [
      "error missing-argument: The metric `f` needs at least one argument: pass it the artifact that it looks at.",
    ],
    "@check\ndef f(): return 1\nf()": [
      "error missing-argument: The check `f` needs at least one argument: pass it the artifact that it looks at.",
    ],
    "@op\ndef f(): return 1\nf()": [],
    "@metric\ndef f(a=1): return a\nf(t)": [],
    "@metric\ndef f(a=1): return a\nf(a=t)": [],
    "one(t, 1)": [
      "error too-many-arguments: `one` takes `table`, but is given 2 arguments: take the others out, or add them to the function.",
    ],
    "two(t, t, t)": [
      "error too-many-arguments: `two` takes `left` and `right`, but is given 3 arguments: take the others out, or add them to the function.",
    ],
    "@op\ndef f(): return 1\nf(t)": [
      "error too-many-arguments: `f` takes no argument, but is given 1 argument: take the others out, or add them to the function.",
    ],
    "@op\ndef f(*a): return 1\nf(t, 1, 2)": [],
    "@op\ndef f(a, *b): return 1\nf(t, 1, 2)": [],
    "@op\ndef f(a, **b): return 1\nf(t)": [],
    "two(t, right=t)": [],
    "two(t, t, rigth=t)": ["error unknown-argument: `two` has no argument `rigth`: it has `left` and `right`."],
    "two(t, t, left=t)": ["error argument-twice: `two` is given its argument `left` twice."],
    "one({t})": [
      "error artifacts-in-set: `one` is given artifacts in a set, which has no order: give it a list or a tuple of them.",
    ],
    "one({(1, 'a'): t, 'b': t})": [
      "error key-of-artifact: `one` is given a dictionary with artifacts under the key (1, 'a'): use texts or whole numbers as keys",
    ],
    "one([{'a': {1.5: [t]}}])": [
      "error key-of-artifact: `one` is given a dictionary with artifacts under the key 1.5: use texts or whole numbers as keys",
    ],
    "class K: pass\none({K(): t})": [
      "error key-of-artifact: `one` is given a dictionary with artifacts under a key of another kind: use texts or whole numbers as keys",
    ],
    "one({'a': t, 1: t, True: t, None: t, unsure: t})": [],
    "one({(1, 2): 3})": [],
    "@op\ndef f(a, /): return a\nf(a=t)": [
      "error missing-argument: `f` is called without its argument `a`: pass it an artifact or a value.",
      "error unknown-argument: `f` has no argument `a`: it takes none by name.",
    ],
    "@op\ndef f(*a, b): return a\nf(t, t)": [
      "error missing-argument: `f` is called without its argument `b`: pass it an artifact or a value.",
    ],
    "@op\ndef f(a):\n    yield a\nf(t)": [
      "information generator-as-list: `f` yields, so what it gives is the list of all that it yields.",
    ],
    "one(*unsure)": [],
    "one(**unsure)": [],
    "op(unsure)(t, 1)": [
      'information unknown-call: What "operator" does with what it is given is not known before the file runs: the graph shows one unknown operator in its place. A run shows what it is.',
    ],
    "exec('extra = one(t)')\nunseen.drawn(t)\nunseen.drawn(1)": [
      'information unknown-call: What "exec" does with what it is given is not known before the file runs: the graph shows one unknown operator in its place. A run shows what it is.',
      'information unknown-call: What "unseen.drawn" does with what it is given is not known before the file runs: the graph shows one unknown operator in its place. A run shows what it is.',
    ],
  });
});

test("what feeds what", () => {
  const lines = "@metric\ndef m(x): return x\n@check\ndef c(x): return x\n";
  const check = (of: string): string =>
    `error check-as-input: The result of a check goes to no operator: give \`${of}\` the artifact that the check looks at.`;
  const metric =
    "error metric-as-input: A metric goes to metrics and checks only: make `one` a @metric or a @check, or have it compute the number itself.";
  const table = {
    "one(m(t))": [metric],
    "m(m(t))": [],
    "c(m(t))": [],
    "one(c(t))": [check("one")],
    "m(c(t))": [check("m")],
    "c(c(t))": [check("c")],
    "two(m(t), c(t))": [metric.replace("one", "two"), check("two")],
    "one(one(t))": [],
  };
  expect(Object.fromEntries(Object.keys(table).map((call) => [call, problems(lines + call)]))).toEqual(table);
});

test("reads of artifacts and empty bodies", () => {
  expectProblems({
    "@op\ndef f(x): return t\nf(t)": [
      "error artifact-read-as-global: `t` is an artifact of the workflow and has no value inside of `f`: make it an argument of `f` and pass it in the call, or assign `t` in the body.",
    ],
    "def f():\n    # nothing\nx = 1": [
      "error empty-body: Comments alone are not a body, so Python refuses this function: write at least `pass` or `...` in it.",
    ],
    "class C:\n    # nothing\nx = 1": [
      "error empty-body: Comments alone are not a body, so Python refuses this class: write at least `pass` or `...` in it.",
    ],
    "if unsure:\n    # nothing\nx = 1": [
      "error empty-body: Comments alone are not a body, so Python refuses this block: write at least `pass` or `...` in it.",
    ],
  });
});

test("saves", () => {
  const silent = "error save-mode: This save does not say what happens to a table that exists: write";
  expectProblems({
    "db.save(t, 'x', 'replace')": [],
    "db.save(t, 'x', 'append')": [],
    "db.save(t, 'x', 'fail')": [],
    "db.save(t, 'x')": [`${silent} db.save(artifact, 'x', 'replace'), or 'append' or 'fail' for the mode.`],
    "db.save(t)": [`${silent} db.save(artifact, '…', 'replace'), or 'append' or 'fail' for the mode.`],
    "db.save(t, 'x', 'drop')": [
      "error save-mode: \"drop\" is not a mode of a save: write 'replace', 'append' or 'fail'.",
    ],
    "t.save(db.config('x'))": [
      "hint old-spelling: The newer spelling is db.save(t, 'x', …).",
      `${silent} db.config(table='x', mode='replace'), or 'append' or 'fail' for the mode.`,
    ],
    "t.save(db.config('x', 'fail'))": ["hint old-spelling: The newer spelling is db.save(t, 'x', 'fail')."],
    "one(t).save(db.config(unsure, unsure))": ["hint old-spelling: The newer spelling is db.save(artifact, …, …)."],
    "client.integration('db')": ["hint old-spelling: The newer spelling is client.resource('db')."],
    "client.integration(unsure)": ["hint old-spelling: The newer spelling is client.resource(…)."],
  });
});

test("bounds", () => {
  const m = "@metric\ndef m(x): return x\nm = m(t)\n";
  const limits = (count: string): string =>
    `error bound-arguments: bound() takes exactly one limit, here are ${count}: write one of upper=, lower=, equal=, notequal=, and a bound() for each further one.`;
  const table = {
    "m.bound(upper=1)": [],
    "m.bound(upper=1).bound(lower=0)": [
      "error bound-arguments: bound() checks a number, and this is none: write each bound() on what gives the number.",
    ],
    "m.bound()": [limits("no limit")],
    "m.bound(upper=1, lower=0)": [limits("2 limits")],
    "m.bound(upper=1, lower=0, equal=1)": [limits("3 limits")],
    "m.bound(uper=1)": [
      "error unknown-argument: Artifact.bound() got an unexpected keyword argument 'uper'. Did you mean 'upper'?",
    ],
    "m.bound(not_equal=1)": [
      "error unknown-argument: Artifact.bound() got an unexpected keyword argument 'not_equal'. Did you mean 'notequal'?",
    ],
    "m.bound(lower='1')": [
      "error bound-arguments: A bound compares with a number: write bound(lower=0.5) with your limit.",
    ],
  };
  expect(Object.fromEntries(Object.keys(table).map((call) => [call, problems(m + call)]))).toEqual(table);
});

describe("publications", () => {
  const publish = (more: string): string => `client.publish_flow('f', artifacts=[t]${more})`;

  test("and their schedules", () => {
    const bad = (cron: string): readonly string[] => problems(publish(`, schedule='${cron}'`));
    const told = (cron: string, fault: string): readonly string[] => [
      `error bad-schedule: "${cron}" is not a valid schedule: ${fault}. Write five fields (minute, hour, day of month, month, day of week; UTC) such as '0 3 * * *', or daily(hour=3).`,
    ];
    expect(bad("0 3 * * *")).toEqual([]);
    expect(bad("  0  3 * * * ")).toEqual([]);
    expect(bad("daily")).toEqual(told("daily", "it is not cron"));
    expect(bad("0 3 * *")).toEqual(told("0 3 * *", "it has 4 fields"));
    expect(bad("0 0 3 * * *")).toEqual(told("0 0 3 * * *", "it has 6 fields"));
    expect(bad("0 0 31 2 *")).toEqual(told("0 0 31 2 *", "no such day ever comes"));
    expect(bad("61 3 * * *")).toEqual(told("61 3 * * *", "61 is not a valid minute (0 to 59)"));
    expect(bad("@daily")).toEqual([
      "error bad-schedule: \"@daily\" is not a valid schedule: it is a name, not cron of five fields. Write '0 0 * * *'.",
    ]);
    expect(bad("0 9-9 * * *")).toEqual([
      "information schedule-read-otherwise: 9-9 is every hour for Airflow, since it starts where it ends. Write 9 for that one alone, or * for all.",
    ]);
  });

  test("of nothing, twice, or with artifacts as description", () => {
    expectProblems({
      "client.publish_flow('f')": [
        "error nothing-published: publish_flow() needs at least one artifact: write artifacts=[…] with what the workflow makes.",
        'information unpublished: No publish_flow reaches "db query", so no workflow runs it: add its artifact, or one that needs it, to artifacts=[…].',
      ].reverse(),
      "client.publish_flow('f', [t])": [
        'information unpublished: No publish_flow reaches "db query", so no workflow runs it: add its artifact, or one that needs it, to artifacts=[…].',
        "error artifacts-as-description: The second argument of publish_flow() is the description: write artifacts=[…].",
      ],
      "client.publish_flow('f', 3, artifacts=[t])": [
        "error description-not-text: description= of publish_flow() takes a text: write what the workflow is for.",
      ],
      "client.publish_flow('f', None, artifacts=[t])": [],
      [`${publish("")}\n${publish("")}`]: [
        'warning duplicate-workflow: Line 13 publishes a workflow "f" already, and this one replaces it: give one of them another name. `aqueduct run` takes the other with --line 13.',
      ],
      [`${publish("")}\n${publish("").replace("'f'", "'g'")}`]: [],
      [`import os\nif os.environ.get('A'):\n    ${publish("")}\nelse:\n    ${publish("")}`]: [
        'information duplicate-workflow: Line 15 publishes a workflow "f" too: where both lines run, this one replaces it.',
      ],
      [`${publish("")}\n${publish("")}\n${publish("")}`]: [
        'warning duplicate-workflow: Line 13 publishes a workflow "f" already, and this one replaces it: give one of them another name. `aqueduct run` takes the other with --line 13.',
        'warning duplicate-workflow: Line 14 publishes a workflow "f" already, and this one replaces it: give one of them another name. `aqueduct run` takes the other with --line 14.',
      ],
      [`${publish("").replace("'f'", "unsure")}\n${publish("").replace("'f'", "unsure")}`]: [],
      [publish(", config=FlowConfig(engine='a')")]: [
        "hint old-spelling: The newer spelling is engine='a' instead of config=FlowConfig(…).",
      ],
      [publish(", config=FlowConfig()")]: [
        "hint old-spelling: The newer spelling is engine=… instead of config=FlowConfig(…).",
      ],
    });
  });

  test("leave operators behind, but no parameters, saves and what stands in for broken text", () => {
    const left = (name: string): string =>
      `information unpublished: No publish_flow reaches "${name}", so no workflow runs it: add its artifact, or one that needs it, to artifacts=[…].`;
    expectProblems({
      [`one(t)\n${publish("")}`]: [left("one")],
      [`one(5)\n${publish("")}`]: [left("one")],
      [`client.create_param('p', 1)\n${publish("")}`]: [],
      [`a = one(t)\ndb.save(a, 'x', 'fail')\n${publish("")}`]: [left("one")],
      [`one(t)\none(t)\n${publish("")}`]: [
        'information unpublished: No publish_flow reaches "one" and "one", so no workflow runs them: add their artifacts, or one that needs them, to artifacts=[…].',
      ],
      [`for i in range(41): one(t)\n${publish("")}`]: [
        'information unpublished: No publish_flow reaches "one" and 40 other operators, so no workflow runs them: add their artifacts, or one that needs them, to artifacts=[…].',
      ],
      "one(t)": [],
    });
    const text = `from aqueduct import *\nclient = Client()\nt = client.resource("db").sql("")\na = client.resource("db").sql("")\n${publish("")}\n`;
    const broken = text.replace('a = client.resource("db").sql("")', "a = client.resource(");
    const analysis = reading.file(broken, {}, reading.file(text));
    expect(checkedGraph(analysis).problems.map(({ code }) => code)).toEqual(["unclosed-bracket"]);
    expect(checkedGraph(reading.file(text)).problems.map(({ code }) => code)).toEqual(["unpublished"]);
  });

  test("by engines that aqueduct.json does not name, or that run nothing", () => {
    expectProblems(
      {
        [publish(", engine='air'")]: [],
        [publish("")]: [],
        [publish(", engine='k8s'")]: [
          'error unknown-engine: aqueduct.json names no engine "k8s". Write engine="air", or leave it out to run here.',
        ],
        [publish(", engine='db'")]: [
          'error unknown-engine: "db" is a database, which runs no workflows. Write engine="air", or leave it out to run here.',
        ],
        "client.resource('lake')": [
          'error unknown-resource: There is no resource "lake" (known: air, db). Add it to "resources" in aqueduct.json, such as "lake": {"type": "database", "url": "sqlite:///lake.db"}.',
        ],
        "client.resource(unsure)": [],
      },
      resources,
    );
    const db = resources.get("db");
    if (db === undefined) throw new Error("no db");
    const engine = (name: string): readonly [string, Resource] => [name, { kind: "airflow", name, url: "http://a" }];
    expect(problems(publish(", engine='k8s'"), new Map([["db", db], engine("a"), engine("b")]))).toEqual([
      'error unknown-engine: aqueduct.json names no engine "k8s". Write engine="a" or engine="b", or leave it out to run here.',
    ]);
    expect(problems(publish(", engine='k8s'"), new Map([["db", db]]))).toEqual([
      'error unknown-engine: aqueduct.json names no engine "k8s". Add an Airflow server to aqueduct.json, or leave engine= out to run here.',
    ]);
    expect(problems("", new Map())).toEqual([
      'error unknown-resource: There is no resource "db" (known: none yet). Add it to "resources" in aqueduct.json, such as "db": {"type": "database", "url": "sqlite:///db.db"}.',
    ]);
    const demo = new Map<string, Resource>([
      ["db", db],
      ["Demo", { ...db, name: "Demo" }],
    ]);
    expect(problems("client.resource('aqueduct_demo')", demo)).toEqual([]);
    const ours = new Map<string, Resource>([
      ["db", db],
      ["aqueduct_demo", { ...db, name: "aqueduct_demo" }],
    ]);
    expect(problems("client.resource('Demo')", ours)).toEqual([]);
    expect(problems("client.resource('demo')", demo)).toHaveLength(1);
  });
});

test("broken text", () => {
  const told = (line: string): readonly string[] => problems(line).map((text) => text.replace(/^error /, ""));
  expect(told("x = (")).toEqual(["unclosed-bracket: This ( is never closed: write ) where it ends."]);
  expect(told("x = [")).toEqual(["unclosed-bracket: This [ is never closed: write ] where it ends."]);
  expect(told("x = {")).toEqual(["unclosed-bracket: This { is never closed: write } where it ends."]);
  expect(told("x = f('abc)  ")).toEqual(["unterminated-string: This string has no closing quote: write 'abc'."]);
  expect(told("x = {'a': 'abc'], 'b: ")).toEqual(["unterminated-string: This string has no closing quote: write 'b'."]);
  expect(told("x = '''abc")).toEqual([
    "unterminated-string: The string that begins here is never closed: write ''' where it ends.",
  ]);
  expect(told("x = = 2")).toEqual([
    "broken-syntax: Python cannot read this statement from `=` on: complete it, or take it out.",
  ]);
});

test("problems stand in the order of the text, each once, though rules find them one after the other", () => {
  const { problems: found } = checkedGraph(
    reading.lines("db.save(t, 'x')\none()\nfor x in [1, 2]:\n    one()\none(t, 1); db.save(t, 'x'); one()"),
  );
  expect(found.map(({ code, line, column }) => `${line - 12}:${column} ${code}`)).toEqual([
    "1:1 save-mode",
    "2:1 missing-argument",
    "4:5 missing-argument",
    "5:1 too-many-arguments",
    "5:12 save-mode",
    "5:29 missing-argument",
  ]);
});

test("problems of modules stand with their files, in the order of these", () => {
  const one = "from aqueduct import op, Client\n@op\ndef f(x): return x\nf()\n";
  const { problems: found } = checkedGraph(reading.lines("import b\nimport a\none()", { "a.py": one, "b.py": one }));
  expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual(["a.py:4", "b.py:4", "workflow.py:15"]);
});
