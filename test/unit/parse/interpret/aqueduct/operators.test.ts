import { beforeAll, describe, expect, test } from "vitest";
import { Reading, shown } from "../../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

/** The last operator that the lines record. */
function last(lines: string): ReturnType<Reading["operators"]>[number] | undefined {
  return reading.operators(lines).at(-1);
}

describe("a decorator of ours", () => {
  test("makes an operator, with or without brackets, under any of its names", () => {
    const table = {
      "@op\ndef f(x): return x\nf(t)": "function f f(t)",
      "@op()\ndef f(x): return x\nf(t)": "function f f(t)",
      "@metric\ndef f(x): return x\nf(t)": "metric f f(t)",
      "@metric()\ndef f(x): return x\nf(t)": "metric f f(t)",
      "@check\ndef f(x): return x\nf(t)": "check f f(t)",
      "@check()\ndef f(x): return x\nf(t)": "check f f(t)",
      "import aqueduct as a\n@a.op\ndef f(x): return x\nf(t)": "function f f(t)",
      "@op(name='G h')\ndef f(x): return x\nf(t)": "function G h g_h(t)",
      "@op('G h')\ndef f(x): return x\nf(t)": "function G h g_h(t)",
      "@op(name=None)\ndef f(x): return x\nf(t)": "function f f(t)",
      "@op(name=unsure)\ndef f(x): return x\nf(t)": "function f f(t) unknown",
      "@op(name=f'{unsure}')\ndef f(x): return x\nf(t)": "function … function(t) unknown",
      "@metric(name='m')\ndef f(x): return x\nf(t)": "metric m m(t)",
      "@check(name='c')\ndef f(x): return x\nf(t)": "check c c(t)",
      "@op\n@metric\ndef f(x): return x\nf(t)": "function f f(t)",
      "@unsure\n@op\ndef f(x): return x\nf(t)": "function f f(t)",
      "@op\n@unsure\ndef f(x): return x\nf(t)": "function f f(t)",
      "@unsure(1)\n@op\n@unsure\ndef f(x): return x\nf(t)": "function f f(t)",
      "def f(x): return x\ng = op(f)\ng(t)": "function f f(t)",
      "def f(x): return x\ng = op(name='n')(f)\ng(t)": "function n n(t)",
      "def f(x): return x\ng = metric(f)\ng(t)": "metric f f(t)",
      "g = op(lambda x: x)\ng(t)": "function <lambda> _lambda_(t)",
      "g = op(unsure)\ng(t)": "function operator operator(t) unknown",
      "g = op()(5)\ng(t)": "function operator operator(t) unknown",
      "g = op()()\ng(t)": "function operator operator(t) unknown",
      "op(op(one))(t)": "function one one(t)",
      "def f(x): return x\nto_operator(f)(t)": "function f f(t)",
      "def f(x): return x\nto_operator(f, name='n')(t)": "function n n(t)",
      "def f(x): return x\nto_operator(func=f, name='n')(t)": "function n n(t)",
      "def f(x): return x\nto_operator(f, name=unsure)(t)": "function f f(t) unknown",
      "to_operator(unsure)(t)": "function operator operator(t) unknown",
      "one.lazy(t)": "function one one(t)",
    };
    const found = Object.keys(table).map((lines) => {
      const operator = last(lines);
      return [lines, operator && `${operator.kind} ${operator.name} ${shown(operator)}`];
    });
    const expected: Readonly<Record<string, string>> = table;
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test("takes the arguments of the function that another one wraps, as `inspect.signature` tells them", () => {
    const wrapping = (above: string): string =>
      `import functools\ndef retried(g):\n    @functools.wraps(g)\n    def inner(*a, **k): return g(*a, **k)\n    return inner\n${above}\ndef f(x, y=2): return x\nf(t)`;
    for (const above of ["@op\n@retried", "@op\n@retried\n@retried"])
      expect(
        reading
          .operators(wrapping(above))
          .map(({ name }) => name)
          .slice(-2),
      ).toEqual(["f:y", "f"]);
  });

  test("that runs a function itself records nothing", () => {
    expect(reading.recorded("one.local(t)\nto_operator()\none.other(t)")).toBe("");
  });

  test("says how many outputs there are", () => {
    const table = {
      "@op(num_outputs=2)\ndef f(x): return x\na, b = f(t)\ntwo(b, a)": "f(t); two(f.2 f.1)",
      "@op(outputs=['p', 'q'])\ndef f(x): return x\na, b = f(t)\ntwo(b, a)": "f(t); two(f.2 f.1)",
      "@op(outputs=('p',))\ndef f(x): return x\none(f(t))": "f(t); one(f)",
      "@op(num_outputs=1)\ndef f(x): return x\none(f(t))": "f(t); one(f)",
      "@op(num_outputs=None)\ndef f(x): return x\none(f(t))": "f(t); one(f)",
      "@op(outputs=None)\ndef f(x): return x\none(f(t))": "f(t); one(f)",
      "@op(num_outputs=3)\ndef f(x): return x\none(f(t)[2])": "f(t); one(f.3)",
      "@op(num_outputs=1000)\ndef f(x): return x\none(f(t)[999])": "f(t); one(f.1000)",
      "@op(num_outputs=unsure)\ndef f(x): return x\none(f(t)[1])": "f(t) unknown; one(f)",
      "@op(num_outputs=0)\ndef f(x): return x\none(f(t)[1])": "f(t) unknown; one(f)",
      "@op(num_outputs=1001)\ndef f(x): return x\none(f(t)[1])": "f(t) unknown; one(f)",
      "@op(outputs=unsure)\ndef f(x): return x\none(f(t)[1])": "f(t) unknown; one(f)",
    };
    expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
  });

  test("names the artifact after the operator, or as it says", () => {
    const names = (lines: string): readonly string[] =>
      reading
        .workflows(lines)
        .flatMap(({ artifacts }) => artifacts.map(({ name, type }) => `${name}: ${type}`))
        .slice(1);
    expect(names("one(t)")).toEqual(["one artifact: unknown"]);
    expect(names("@op(outputs=['p', unsure])\ndef f(x): return x\nf(t)")).toEqual([
      "p: unknown",
      "f artifact: unknown",
    ]);
    expect(names("@metric(output='m')\ndef f(x): return x\nf(t)")).toEqual(["m: numeric"]);
    expect(names("@metric(output=None)\ndef f(x): return x\nf(t)")).toEqual(["f artifact: numeric"]);
    expect(names("@check(output='c')\ndef f(x): return x\nf(t)")).toEqual(["c: boolean"]);
    expect(names("@check\ndef f(x): return x\nf(t)")).toEqual(["f artifact: boolean"]);
  });

  test("gives a check its severity, and nothing else one", () => {
    const severity = (decorator: string): string | undefined =>
      last(`@${decorator}\ndef f(x): return x\nf(t)`)?.severity;
    expect(
      [
        "check",
        "check(severity='error')",
        "check(severity='warning')",
        "check(severity=CheckSeverity.ERROR)",
        "op",
        "metric",
      ].map(severity),
    ).toEqual(["warning", "error", "warning", "error", undefined, undefined]);
    expect(severity("check('c', 'd', 'error')")).toBe("error");
    expect(severity("check(severity=unsure)")).toBe("warning");
    expect(severity("op(severity='error')")).toBeUndefined();
  });
});

describe("the call of an operator", () => {
  test("takes what it is given in the order of its parameters", () => {
    const table = {
      "two(t, one(t))": "one(t); two(t one)",
      "two(right=t, left=one(t))": "one(t); two(one t)",
      "two(t, right=one(t))": "one(t); two(t one)",
      "two(*[t, one(t)])": "one(t); two(t one)",
      "two(**{'left': t, 'right': one(t)})": "one(t); two(t one)",
      "two(t)": "two(t)",
      "two()": "two()",
      "one(t, t)": "one(t)",
      "two(t, 5)": "two_right(); two(t two_right)",
      "two(5, t)": "two_left(); two(two_left t)",
      "two(t, t if unsure else one(t))": "one(t) unknown; two(t t one) unknown",
      "two(t, 1 if unsure else 2)": "two_right(); two(t two_right)",
      "two(t, unsure)": "two_right(); two(t two_right)",
      "two(t, undefined)": "two(t) unknown",
      "two(t, undefined())": "two_right() unknown; two(t two_right) unknown",
      "two(t, *unsure)": "two_right(); two(t two_right) unknown",
      "two(t, [t])": "two(t t)",
      "one(t)\none(t)": "one(t); one_2(t)",
      "@op\ndef f(x, y=5): return x\nf(t)": "f_y(); f(t f_y)",
      "@op\ndef f(x, y=5): return x\nf(t, t)": "f(t t)",
      "@op\ndef f(x, y=5): return x\nf(t, *unsure)": "f_y(); f(t f_y) unknown",
      "@op\ndef f(x, y=5): return x\nf(t, **unsure)": "f(t) unknown",
      "@op\ndef f(*x): return x\nf(t, one(t), 5)": "one(t); f_x_2_(); f(t one f_x_2_)",
      "@op\ndef f(**x): return x\nf(x=t)": "f(t)",
      "op(unsure)(t, one(t), 5)": "one(t); operator(t one) unknown",
    };
    expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
  });

  test("makes parameters of values, named after the operator and the argument", () => {
    const [, parameter, operator] = reading.operators("@op\ndef f(x, y): return x\nf(5, t)");
    expect(parameter).toMatchObject({
      id: "f_x",
      name: "f:x",
      kind: "parameter",
      inputs: [],
      outputs: ["f_x"],
      definition: null,
      explicit: false,
      default: { type: "numeric", json: 5 },
    });
    expect(parameter?.source).toEqual(operator?.source);
  });

  test("stands where it is written, decorators belong to the definition", () => {
    const { graph } = reading.file(
      "from aqueduct import op\n\n\n@op\ndef f(x):\n    return x\n\n\na = [\n    f(\n        1),\n]\n",
    );
    expect(graph.workflows[0]?.operators[1]).toMatchObject({
      source: { file: "workflow.py", line: 10, column: 5, endLine: 11, endColumn: 11 },
      definition: { file: "workflow.py", line: 4, column: 1, endLine: 6, endColumn: 13 },
    });
  });
});

describe("parameters", () => {
  test("have the type and the JSON of their default", () => {
    const types = {
      "1": "numeric",
      "1.5": "numeric",
      True: "boolean",
      "'a'": "string",
      "b'a'": "bytes",
      "[1]": "list",
      "(1,)": "tuple",
      "{'a': 1}": "dictionary",
      None: "picklable",
      "{1}": "picklable",
      "(lambda: 1)": "picklable",
      unsure: "unknown",
      t: "unknown",
      one: "unknown",
    };
    const found = Object.keys(types).map((text) => [text, last(`client.create_param('p', ${text})`)?.default?.type]);
    expect(Object.fromEntries(found)).toEqual(types);
  });

  test("keep all digits of whole numbers that no double holds", () => {
    const big = (value: string) => ({ $aqueduct: "int", value });
    const defaults = {
      "9007199254740993": { type: "numeric", json: big("9007199254740993") },
      "-0x20000000000001": { type: "numeric", json: big("-9007199254740993") },
      "['red', {'n': 12345678901234567890}]": { type: "list", json: ["red", { n: big("12345678901234567890") }] },
      "9007199254740993 + 1": { type: "unknown" },
    };
    const found = Object.keys(defaults).map((text) => [text, last(`client.create_param('p', ${text})`)?.default]);
    expect(Object.fromEntries(found)).toEqual(defaults);
  });

  test("are taken by queries and calls under the names that they were given", () => {
    const table = {
      "p = client.create_param('p', 1)\none(p)": "p(); one(p)",
      "client.create_param('p', 1)\ndb.sql('{{ p }}')": "p(); db_query_2(p)",
      "client.create_param('p', 1)\ndb.sql('{{p}} {{ p }}')": "p(); db_query_2(p)",
      "client.create_param('p', 1)\ndb.sql('{{ q }}')": "p(); db_query_2()",
      "client.create_param('today', 1)\ndb.sql('{{ today }}')": "today(); db_query_2(today)",
      "client.create_param('p', 1)\ndb.sql('SELECT 1 -- {{ p }}')": "p(); db_query_2()",
      "client.create_param('my p', 1)\ndb.sql('{{ my p }}')": "my_p(); db_query_2(my_p)",
      "from aqueduct.models.operators import RelationalDBExtractParams as R\nclient.create_param('p', 1)\ndb.sql(R('{{ p }}'))":
        "p(); db_query_2(p)",
      "client.create_param('p', 1)\nclient.create_param('p', 2)\ndb.sql('{{ p }}')": "p(); p_2(); db_query_2(p_2)",
      "client.create_param('p', 1)\ndb.sql(['SELECT 1', '{{ p }}'])": "p(); db_query_2(p)",
      "client.create_param(' p ', 1)\ndb.sql('{{ p }}')": "p(); db_query_2(p)",
      "client.create_param(name='p', default=1)": "p()",
      "client.create_param('p')": "p()",
      "client.create_param(unsure, 1)": "parameter()",
      "client.create_param('p', undefined)": "p() unknown",
    };
    expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
    expect(last("client.create_param('p', 1)")).toMatchObject({
      explicit: true,
      default: { type: "numeric", json: 1 },
    });
  });
});
