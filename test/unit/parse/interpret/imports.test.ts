import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

const steps = `from aqueduct import op
@op
def inner(x):
    return x
number = 7
_hidden = 8
`;

/** Python lines that follow the head, beside modules, and what they record. */
function recorded(lines: string, modules: Readonly<Record<string, string>>): string {
  return reading.recorded(lines, modules);
}

function value(expression: string, lines: string, modules: Readonly<Record<string, string>> = {}): string | undefined {
  return reading.values([expression], lines, modules)[expression];
}

describe("imports from the folder", () => {
  test("in each of their forms", () => {
    const modules = { "steps.py": steps, "pack/__init__.py": "", "pack/steps.py": steps, "pack/deep/steps.py": steps };
    const table = {
      "import steps\nsteps.inner(t)": "inner(t)",
      "import steps as s\ns.inner(t)": "inner(t)",
      "import os, steps\nsteps.inner(t)": "inner(t)",
      "from steps import inner\ninner(t)": "inner(t)",
      "from steps import inner as i\ni(t)": "inner(t)",
      "from steps import (number, inner)\ninner(t)": "inner(t)",
      "from steps import *\ninner(t)": "inner(t)",
      "import pack.steps\npack.steps.inner(t)": "inner(t)",
      "import pack.steps as s\ns.inner(t)": "inner(t)",
      "from pack import steps\nsteps.inner(t)": "inner(t)",
      "from pack.steps import inner\ninner(t)": "inner(t)",
      "import pack.deep.steps\npack.deep.steps.inner(t)": "inner(t)",
      "from pack.deep.steps import inner\ninner(t)": "inner(t)",
      "from pack . steps import inner\ninner(t)": "inner(t)",
      "from __future__ import annotations\nfrom steps import inner\ninner(t)": "inner(t)",
      "def f():\n    from steps import inner\n    return inner(t)\none(f())": "inner(t); one(inner)",
    };
    expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, recorded(lines, modules)]))).toEqual(table);
  });

  test("relative to the module in which they stand", () => {
    expect(
      recorded("from pack.sub.a import f\nf(t)", {
        "pack/sub/a.py":
          "from . import b\nfrom .b import inner as i\nfrom .. import c\nfrom ..c import number\ndef f(x):\n    return c.inner(b.inner(i(x)))\n",
        "pack/sub/b.py": steps,
        "pack/c.py": steps,
      }),
    ).toBe("inner(t); inner_2(inner); inner_3(inner_2)");
    expect(
      recorded("import pack\npack.inner(t)", {
        "pack/__init__.py": "from .steps import inner\n",
        "pack/steps.py": steps,
      }),
    ).toBe("inner(t)");
    expect(
      recorded("from pack.sub import inner\ninner(t)", {
        "pack/sub/__init__.py": "from ..steps import inner\n",
        "pack/steps.py": steps,
      }),
    ).toBe("inner(t)");
  });

  test("of everything but what begins with _, or of what __all__ lists", () => {
    const list = (all: string): Record<string, string> => ({ "m.py": `a = 1\nb = 2\n_c = 3\n${all}\n` });
    expect(value("a + b", "from m import *", list(""))).toBe("3");
    expect(value("_c", "from m import *", list(""))).toBe("‹unknown›");
    expect(value("_c", "from m import *", list("__all__ = ['_c', 'a']"))).toBe("3");
    expect(value("b", "from m import *", list("__all__ = ['_c', 'a']"))).toBe("‹unknown›");
    expect(value("b", "from m import *", list("__all__ = ('b',)"))).toBe("2");
    expect(value("a", "from m import *", list("__all__ = ('b', 1)"))).toBe("‹unknown›");
    expect(value("a", "from m import *", list("__all__ = unsure"))).toBe("1");
  });

  test("run a module once, with the name it has", () => {
    const modules = { "m.py": "from aqueduct import Client\nClient().resource('x').sql('')\nname = __name__\n" };
    expect(recorded("import m\nfrom m import name\nimport m as n", modules)).toBe("x_query()");
    expect(value("name", "from m import name", modules)).toBe('"m"');
    expect(value("__name__", "")).toBe('"__main__"');
    expect(value("n.name", "import p.m as n", { "p/m.py": "name = __name__\n" })).toBe('"p.m"');
  });

  test("run the packages around a module first", () => {
    const modules = {
      "p/__init__.py": "from aqueduct import Client\nClient().resource('first').sql('')\n",
      "p/m.py": "from aqueduct import Client\nClient().resource('second').sql('')\n",
    };
    expect(recorded("import p.m", modules)).toBe("first_query(); second_query()");
  });

  test("stop where a module raises", () => {
    expect(value("m.b", "import m", { "m.py": "a = 1\nraise ValueError()\nb = 2\n" })).toBe("‹object›");
    expect(value("m.a", "import m", { "m.py": "a = 1\nraise ValueError()\nb = 2\n" })).toBe("1");
  });

  test("of what the folder does not have give objects", () => {
    expect(value("pandas", "import pandas")).toBe("‹object›");
    expect(value("read", "from pandas import read")).toBe("‹object›");
    expect(value("steps.missing", "import steps", { "steps.py": steps })).toBe("‹object›");
    expect(value("a", "from pandas import *")).toBe("‹unknown›");
    expect(value("pandas.io", "import pandas.io")).toBe("‹object›");
    expect(value("x", "from . import x")).toBe("‹object›");
  });

  test("leave out what is there for type checkers", () => {
    expect(recorded("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    one(t)", {})).toBe("");
    expect(recorded("from typing import TYPE_CHECKING as T\nif not T:\n    one(t)", {})).toBe("one(t)");
    expect(recorded("from other import TYPE_CHECKING\nif TYPE_CHECKING:\n    one(t)", {})).toBe("one(t) unknown");
    expect(value("Any", "from typing import Any")).toBe("‹object›");
  });

  test("hold classes, functions and values of the module", () => {
    const modules = { "m.py": "n = 1\ndef f(): return n + 1\nclass C:\n    a = 3\n" };
    expect(reading.values(["m.n", "m.f()", "m.C.a", "m.C().a"], "import m", modules)).toEqual({
      "m.n": "1",
      "m.f()": "2",
      "m.C.a": "3",
      "m.C().a": "3",
    });
  });

  test("say in which file an operator stands", () => {
    const [, operator] = reading.operators("import steps\nsteps.inner(t)", { "steps.py": steps });
    expect(operator).toMatchObject({
      source: { file: "workflow.py" },
      definition: { file: "steps.py", line: 2, column: 1, endLine: 4, endColumn: 13 },
    });
  });
});

describe("aqueduct itself", () => {
  const forms = {
    "import aqueduct": "aqueduct.Client",
    "import aqueduct as a": "a.Client",
    "from aqueduct import Client": "Client",
    "from aqueduct import Client as C": "C",
    "from aqueduct import *": "Client",
    "import aqueduct.client": "aqueduct.client.Client",
    "from aqueduct.client import Client": "Client",
    "from aqueduct.constants.enums import CheckSeverity\nfrom aqueduct import Client": "Client",
  };

  test("is known in each form of import", () => {
    for (const [lines, client] of Object.entries(forms)) {
      const { graph } = reading.file(`${lines}\n${client}().resource("r").sql("")\n`);
      expect([lines, graph.workflows[0]?.operators.map(({ id }) => id)]).toEqual([lines, ["r_query"]]);
    }
  });

  test("is told from packages that are called alike", () => {
    const { graph } = reading.file('import aqueductive\naqueductive.Client().resource("r").sql("")\n');
    expect(graph.workflows).toEqual([]);
  });

  test("gives the constants of its enumerations", () => {
    const table = {
      "CheckSeverity.ERROR": '"error"',
      "CheckSeverity.WARNING": '"warning"',
      "LoadUpdateMode.REPLACE": '"replace"',
      "LoadUpdateMode.APPEND": '"append"',
      "LoadUpdateMode.FAIL": '"fail"',
      "[DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY]": "[1,2,3,4]",
      "[DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY]": "[5,6,7]",
      "CheckSeverity.OTHER": "‹object›",
      "CheckSeverity('error')": '"error"',
      "LoadUpdateMode('fail')": '"fail"',
      "LoadUpdateMode()": "‹object›",
      "Minute(5)": "5",
      "Hour(val=6)": "6",
      "DayOfMonth(7)": "7",
      "DayOfWeek(1)": "1",
      "Minute(unsure)": "‹object›",
      "Hour()": "‹object›",
      "get_apikey()": '""',
      "Flow('x')": "‹object›",
      "global_config({})": "null",
    };
    expect(reading.values(Object.keys(table))).toEqual(table);
  });

  test("makes schedules of five fields", () => {
    const table = {
      "hourly(minute=5)": '"5 * * * *"',
      "hourly(5)": '"5 * * * *"',
      "hourly()": '"0 * * * *"',
      "hourly(minute=Minute(7))": '"7 * * * *"',
      "daily(hour=3)": '"0 3 * * *"',
      "daily(3, 15)": '"15 3 * * *"',
      "weekly(day=DayOfWeek.MONDAY, hour=3, minute=2)": '"2 3 * * 1"',
      "weekly(2, 3, 4)": '"4 3 * * 2"',
      "monthly(day=DayOfMonth(9), hour=3, minute=2)": '"2 3 9 * *"',
      "monthly(2, 3, 4)": '"4 3 2 * *"',
      "hourly(minute=unsure)": "‹object›",
      "daily(hour=unsure)": "‹object›",
      "weekly(day=unsure)": "‹object›",
      "daily(*unsure)": "‹object›",
    };
    expect(reading.values(Object.keys(table))).toEqual(table);
  });
});
