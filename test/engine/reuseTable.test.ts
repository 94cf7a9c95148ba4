import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { EngineFixture } from "./engineFixture.js";
import { TracedRuns, type TracedRun } from "./tracedRun.js";

/**
 * What the code of an operator may depend on: `code` of the workflow file (which defines an operator of the name `{op}`), and files beside it, each as
 * it is first, and as it is once it has changed.
 */
interface Row {
  readonly code: readonly [before: string, after: string];
  readonly files?: Readonly<Record<string, readonly [before: string, after: string]>>;
}

const op = (body: string, ...more: readonly string[]): string =>
  ["@op", `def {op}(value${more.length === 0 ? "" : `, ${more.join(", ")}`}):`, `    return ${body}`].join("\n");
const changing = (text: string, before: string, after: string): readonly [string, string] => [
  text.replaceAll("{changing}", before),
  text.replaceAll("{changing}", after),
];
const file = (name: string, before: string, after: string): NonNullable<Row["files"]> => ({ [name]: [before, after] });
const unchanged = (text: string): readonly [string, string] => [text, text];

/** Nothing is read when these are called: their key tells all. */
const known: Readonly<Record<string, Row>> = {
  "its own body": { code: changing(op("value + {changing}"), "1", "2") },
  "a helper module": {
    code: unchanged(`import h1\n${op("h1.f(value)")}`),
    files: file("h1.py", "def f(v): return v\n", "def f(v): return v + 1\n"),
  },
  "a helper of a helper": {
    code: unchanged(`import h2\n${op("h2.f(value)")}`),
    files: {
      "h2.py": ["import h3\ndef f(v): return h3.g(v)\n", "import h3\ndef f(v): return h3.g(v)\n"],
      "h3.py": ["def g(v): return v\n", "def g(v): return v + 1\n"],
    },
  },
  "a module that is imported inside": {
    code: unchanged("@op\ndef {op}(value):\n    import h4\n    return h4.N"),
    files: file("h4.py", "N = 1\n", "N = 2\n"),
  },
  "a declared module that is imported by a computed name": {
    code: unchanged(
      `import importlib\n${op("importlib.import_module('r' + '8').N").replace("@op", "@op(file_dependencies=['r8.py'])")}`,
    ),
    files: file("r8.py", "N = 1\n", "N = 2\n"),
  },
  "the default of a helper": {
    code: changing(`def hd(v, step={changing}): return v + step\n${op("hd(value)")}`, "1", "2"),
  },
  "its own default": { code: changing(op("value + step", "step={changing}"), "1", "2") },
  "a global number": { code: changing(`GN = {changing}\n${op("value + GN")}`, "1", "2") },
  "a global dictionary": { code: changing(`GD = {}\nGD['a'] = {changing}\n${op("value + GD['a']")}`, "1", "2") },
  "the text of a class": {
    code: changing(`class CT:\n    def f(self, v): return v + {changing}\n${op("CT().f(value)")}`, "1", "2"),
  },
  "a closure": {
    code: changing(
      `def mc(n):\n    def f(v): return v + n\n    return f\nCF = mc({changing})\n${op("CF(value)")}`,
      "1",
      "2",
    ),
  },
  "a partial": {
    code: changing(
      `import functools\nimport operator\nPF = functools.partial(operator.add, {changing})\n${op("PF(value)")}`,
      "1",
      "2",
    ),
  },
  "a lambda": { code: changing(`LF = lambda v: v + {changing}\n${op("LF(value)")}`, "1", "2") },
  "the state of an object": {
    code: changing(
      `class CS:\n    def __init__(self, n): self.n = n\nSO = CS({changing})\n${op("value + SO.n")}`,
      "1",
      "2",
    ),
  },
  "the order of a dictionary": {
    code: changing(`OD = {changing}\n${op("list(OD)[0]")}`, "{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}"),
  },
  "1 and True": { code: changing(`OT = {changing}\n${op("str(OT)")}`, "1", "True") },
  "1 and 1.0": { code: changing(`OF = {changing}\n${op("str(OF)")}`, "1", "1.0") },
  "a tuple and a list": { code: changing(`TL = {changing}\n${op("str(TL)")}`, "(1, 2)", "[1, 2]") },
  "0.0 and -0.0": { code: changing(`ZN = {changing}\n${op("str(ZN)")}`, "0.0", "-0.0") },
  "a regular expression": { code: changing(`import re\nRX = re.compile('{changing}')\n${op("RX.pattern")}`, "a", "b") },
  "what the top level set on a class": {
    code: changing(`class CA:\n    rate = 0\nCA.rate = {changing}\n${op("CA.rate")}`, "1", "2"),
  },
  "what the top level set on a module": {
    code: changing(`import h5\nh5.LIMIT = {changing}\n${op("h5.LIMIT")}`, "1", "2"),
    files: file("h5.py", "LIMIT = 0\n", "LIMIT = 0\n"),
  },
  "a registry that a decorator fills": {
    code: changing(
      `RG = {}\ndef noted(f):\n    RG[f.__name__] = f\n    return f\n@noted\ndef first(): return {changing}\n${op("RG['first']()")}`,
      "1",
      "2",
    ),
  },
  "a decimal": {
    code: changing(`from decimal import Decimal\nDC = Decimal('{changing}')\n${op("str(DC)")}`, "2", "2.00"),
  },
};

const reading = (body: string): readonly [string, string] => unchanged(op(body));

/** These are called again, whether or not what they read has changed. */
const read: Readonly<Record<string, Row>> = {
  "data at import time": {
    code: unchanged(`import r1\n${op("r1.DATA")}`),
    files: { "r1.py": ["DATA = open('r1.txt').read()\n", "DATA = open('r1.txt').read()\n"], "r1.txt": ["1", "2"] },
  },
  "data beside a module": {
    code: unchanged(`import r2\n${op("r2.data()")}`),
    files: {
      "r2.py": [
        "import os\ndef data(): return open(os.path.join(os.path.dirname(__file__), 'r2.txt')).read()\n",
        "import os\ndef data(): return open(os.path.join(os.path.dirname(__file__), 'r2.txt')).read()\n",
      ],
      "r2.txt": ["1", "2"],
    },
  },
  "os.open": {
    code: reading("__import__('os').read(__import__('os').open('r3.txt', 0), 9)"),
    files: file("r3.txt", "1", "2"),
  },
  mmap: {
    code: unchanged(
      "import mmap\n@op\ndef {op}(value):\n    with open('r4.txt', 'rb') as file:\n        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)[:]",
    ),
    files: file("r4.txt", "1", "2"),
  },
  "r+": { code: reading("open('r5.txt', 'r+').read()"), files: file("r5.txt", "1", "2") },
  threads: {
    code: unchanged(
      `from multiprocessing.pool import ThreadPool\n${op("ThreadPool(1).map(lambda p: open(p).read(), ['r6.txt'])")}`,
    ),
    files: file("r6.txt", "1", "2"),
  },
  "a hidden file": { code: reading("open('.r7').read()"), files: file(".r7", "1", "2") },
  "code that is executed": { code: reading("eval(open('r9.py').read())"), files: file("r9.py", "1", "2") },
  "a folder": { code: unchanged(`import os\n${op("os.listdir('r10')")}`), files: file("r10/a", "1", "2") },
  "a variable": { code: unchanged(`import os\n${op("os.environ.get('HOME')")}`) },
};

const rows = { ...known, ...read };
const names = Object.keys(rows);
const idOf = (name: string): string => `up_${String(names.indexOf(name))}`;

function workflow(state: 0 | 1): string {
  const parts = names.map((name) => rows[name]?.code[state].replaceAll("{op}", idOf(name)) ?? "");
  const calls = names.map((name) => `${idOf(name)}(base_value)`);
  return [
    "from aqueduct import Client, op",
    "client = Client()",
    "@op",
    "def base(start):\n    return start",
    ...parts,
    "@op",
    "def down(*values):\n    return len(values)",
    "base_value = base(1)",
    `client.publish_flow('table', artifacts=[down(${calls.join(", ")})])`,
    "",
  ].join("\n\n");
}

function write(fixture: EngineFixture, state: 0 | 1): void {
  for (const row of Object.values(rows))
    for (const [name, texts] of Object.entries(row.files ?? {})) {
      mkdirSync(path.dirname(fixture.file(name)), { recursive: true });
      writeFileSync(fixture.file(name), texts[state]);
    }
}

/** Of some rows, what became of each; a row that was reused has no reason. */
function outcomes(of: Readonly<Record<string, Row>>, run: TracedRun): Readonly<Record<string, string>> {
  const outcome = (id: string): string => run.why[id]?.why ?? (run.reused.includes(id) ? "reused" : "nothing");
  return Object.fromEntries(Object.keys(of).map((name) => [name, outcome(idOf(name))]));
}

function all(of: Readonly<Record<string, Row>>, outcome: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(of).map((name) => [name, outcome]));
}

describe("a value", () => {
  it("is reused while nothing has changed that it depends on, and made again once that has, or where nobody can tell", async () => {
    const fixture = await EngineFixture.make();
    const runs = new TracedRuns(fixture, await fixture.connect());
    write(fixture, 0);
    const first = await runs.run(workflow(0), { only: "down" });
    const failures = Object.values(first.manifests).map(({ operator, failure }) => [operator, failure?.message]);
    expect(failures.filter(([, message]) => message !== undefined)).toEqual([]);

    const again = await runs.run(workflow(0), { only: "down" });
    expect(outcomes(known, again)).toEqual(all(known, "reused"));
    expect(outcomes(read, again)).toEqual(all(read, "outside"));

    write(fixture, 1);
    const changed = await runs.run(workflow(1), { only: "down" });
    expect(outcomes(known, changed)).toEqual(all(known, "code"));
    expect(outcomes(read, changed)).toEqual(all(read, "outside"));
  }, 300_000);
});
