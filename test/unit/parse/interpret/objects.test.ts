import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function expectRecorded(table: Readonly<Record<string, string>>): void {
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
}

describe("methods that Python calls by itself", () => {
  test("record what they do", () => {
    expectRecorded({
      "class C:\n    def __call__(self, x): return one(x)\nC()(t)": "one(t)",
      "class C:\n    @property\n    def p(self): return one(t)\none(C().p)": "one(t); one_2(one)",
      "class C:\n    def __getitem__(self, k): return one(t)\none(C()['a'])": "one(t); one_2(one)",
      "class C:\n    def __getattr__(self, n): return one(t)\none(C().a)": "one(t); one_2(one)",
      "class C:\n    def __iter__(self): return iter([t, t])\nfor x in C(): one(x)": "one(t); one_2(t)",
      "class C:\n    def __add__(self, o): return two(t, o)\none(C() + t)": "two(t t); one(two)",
      "class C:\n    def __enter__(self): return one(t)\n    def __exit__(self, *e): two(t, t)\nwith C() as x: one(x)":
        "one(t); one_2(one); two(t t)",
      "class C:\n    def __bool__(self): return False\none(t) if C() else two(t, t)": "two(t t)",
    });
  });

  test("of the class above, by super()", () => {
    const base = "class B:\n    def step(self, x): return one(x)\n";
    expectRecorded({
      [`${base}class C(B):\n    def step(self, x): return two(super().step(x), x)\nC().step(t)`]: "one(t); two(one t)",
      [`${base}class C(B):\n    def step(self, x): return one(super(C, self).step(x))\nC().step(t)`]:
        "one(t); one_2(one)",
    });
  });

  test("are bound as classmethod and staticmethod say", () => {
    expectRecorded({
      "class C:\n    a = t\n    @classmethod\n    def make(cls): return one(cls.a)\nC.make()": "one(t)",
      "class C:\n    @staticmethod\n    def make(x): return one(x)\nC.make(C().make(t))": "one(t); one_2(one)",
    });
  });
});

describe("artifacts in objects", () => {
  test("are found by their fields", () => {
    expectRecorded({
      "from dataclasses import dataclass\n@dataclass\nclass C:\n    a: object\n    b: int = 1\none(C(t).a)": "one(t)",
      "from collections import namedtuple\nP = namedtuple('P', 'a b')\np = P(t, b=one(t))\ntwo(p.a, p[1])":
        "one(t); two(t one)",
      "from types import SimpleNamespace\nn = SimpleNamespace(a=t)\none(n.a)": "one(t)",
      "class C: pass\nc = C()\nsetattr(c, 'a', t)\none(getattr(c, 'a'))": "one(t)",
      "class C: pass\nc = C()\nc.a = t\none(vars(c)['a'])": "one(t)",
    });
  });
});

describe("names that are looked up by text", () => {
  test("are found in modules and in the file itself", () => {
    const modules = { "m.py": "from aqueduct import op\n@op\ndef step(x): return x\n" };
    const table = {
      "import importlib\nimportlib.import_module('m').step(t)": "step(t)",
      "import m\ngetattr(m, 'step')(t)": "step(t)",
      "__import__('m').step(t)": "step(t)",
      "globals()['one'](t)": "one(t)",
      "globals()['x'] = t\none(x)": "one(t)",
    };
    const found = Object.keys(table).map((lines) => [lines, reading.recorded(lines, modules)]);
    expect(Object.fromEntries(found)).toEqual(table);
  });
});
