import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

/** Python lines, and the operators that they record. */
function expectRecorded(table: Readonly<Record<string, string>>): void {
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
}

/** Calls `f` with what the parameters of its table name, and tells what it returned. */
function returned(table: Readonly<Record<string, string>>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.values(["x"], lines)["x"]]));
}

describe("parameters of a function", () => {
  test("take arguments by position, by name, and their defaults", () => {
    const table = {
      "def f(a, b): return [a, b]\nx = f(1, 2)": "[1,2]",
      "def f(a, b): return [a, b]\nx = f(b=1, a=2)": "[2,1]",
      "def f(a, b=3): return [a, b]\nx = f(1)": "[1,3]",
      "def f(a, b=3): return [a, b]\nx = f(1, b=2)": "[1,2]",
      "def f(a: int = 3): return a\nx = f()": "3",
      "def f(a: int): return a\nx = f(2)": "2",
      "def f(a): return a\nx = f()": "‹object›",
      "def f(a): return a\nx = f(*unsure)": "‹object›",
      "def f(a, b=1): return b\nx = f(1, *unsure)": "‹object›",
      "def f(a): return a\nx = f(*[5])": "5",
      "def f(a, b): return [a, b]\nx = f(*[5], 6)": "[5,6]",
      "def f(a, b): return [a, b]\nx = f(**{'a': 1, 'b': 2})": "[1,2]",
      "def f(a, b=1): return b\nx = f(1, **unsure)": "‹unknown›",
      "n = 1\ndef f(a=n): return a\nn = 2\nx = f()": "1",
    };
    expect(returned(table)).toEqual(table);
  });

  test("after * or *args are taken by name only, before / by position only", () => {
    const table = {
      "def f(a, *, b=2): return [a, b]\nx = f(1, b=3)": "[1,3]",
      "def f(a, *, b=2): return [a, b]\nx = f(1)": "[1,2]",
      "def f(a, *, b=2): return b\nx = f(1, 5)": "2",
      "def f(*a, b=2): return [list(a), b]\nx = f(1, 5)": "[[1,5],2]",
      "def f(*a, b=2): return [list(a), b]\nx = f(1, b=5)": "[[1],5]",
      "def f(*a, b=2, **c): return [list(a), b, c]\nx = f(1, 5, b=6, d=7)": '[[1,5],6,{"d":7}]',
      "def f(a, /, b): return [a, b]\nx = f(1, 2)": "[1,2]",
      "def f(a, /, b): return [a, b]\nx = f(1, b=2)": "[1,2]",
      "def f(*a): return list(a)\nx = f()": "[]",
      "def f(*a): return a\nx = f(1)": "‹tuple›",
      "def f(*a): return list(a)\nx = f(1, *unsure)": "‹list›",
      "def f(a, *b): return list(b)\nx = f(1, 2, 3)": "[2,3]",
      "def f(**a): return a\nx = f(b=1)": '{"b":1}',
      "def f(**a): return a\nx = f(**unsure)": "‹dictionary›",
      "def f(b, **a): return a\nx = f(b=1, c=2)": '{"c":2}',
      "def f(*a: int, **b: int): return [list(a), b]\nx = f(1, c=2)": '[[1],{"c":2}]',
      "x = (lambda *a, b=2: [list(a), b])(1, 3)": "[[1,3],2]",
      "x = (lambda a, b=2: [a, b])(1)": "[1,2]",
      "x = (lambda: 5)()": "5",
      "x = (lambda a, *, b: [a, b])(1, b=2)": "[1,2]",
    };
    expect(returned(table)).toEqual(table);
  });
});

test("what a function returns", () => {
  const table = {
    "def f(): pass\nx = f()": "null",
    "def f(): return\nx = f()": "null",
    "def f(): return 1, 2\nx = list(f())": "[1,2]",
    "def f(): return 1\nx = f() + f()": "2",
    "def f():\n    if unsure:\n        return 1\n    return 1\nx = f()": "1",
    "def f():\n    if unsure:\n        return 1\n    return 2\nx = f()": "‹object›",
    "def f():\n    for y in [1, 2]:\n        return y\nx = f()": "1",
    "async def f(): return 1\nx = f()": "‹object›",
    "def f():\n    yield 1\nx = f()": "‹object›",
    "def f(a):\n    yield a\nx = f(t)": "‹object›",
    "def f(a):\n    yield a\nx = f(1)": "‹object›",
    "def f():\n    def g():\n        yield 1\n    return 2\nx = f()": "2",
    "def f():\n    g = lambda: (yield 1)\n    return 2\nx = f()": "2",
    "def f():\n    '''yield'''\n    return 2\nx = f()": "2",
    "def f():\n    def g(): return 3\n    return g\nx = f()()": "3",
    "def f(g): return g(4)\nx = f(lambda y: y + 1)": "5",
    "def f():\n    raise ValueError()\nx = f()": "null",
    "x = unsure()": "‹object›",
    "x = unsure(t)": "‹unknown›",
    "x = unsure(a=t)": "‹unknown›",
    "x = unsure([t])": "‹unknown›",
    "x = unsure({'a': t})": "‹unknown›",
    "x = unsure((1, t))": "‹unknown›",
    "x = unsure([1], {'a': 1})": "‹object›",
    "x = unsure(one)": "‹unknown›",
    "x = unsure(client)": "‹unknown›",
    "x = unsure(db)": "‹unknown›",
    "x = unsure(lambda: 1)": "‹unknown›",
    "x = unsure(t.head)": "‹unknown›",
    "x = unsure([1].append)": "‹object›",
    "x = unsure(t if unsure else 1)": "‹unknown›",
    "x = unsure(undefined)": "‹unknown›",
    "class C: pass\nc = C()\nc.a = t\nx = unsure(c)": "‹unknown›",
    "class C: pass\nc = C()\nc.a = 1\nx = unsure(c)": "‹object›",
    "x = undefined()": "‹unknown›",
    "x = 5()": "‹object›",
    "x = 'a'.foo(t)": "‹object›",
    "x = None.foo(t)": "‹unknown›",
  };
  expect(returned(table)).toEqual(table);
});

describe("names", () => {
  test("are looked for in the function, in the functions around it, in the module, then among Python's own", () => {
    const table = {
      "y = 1\ndef f(): return y\nx = f()": "1",
      "y = 1\ndef f():\n    y = 2\n    return y\nx = f() + y": "3",
      "y = 1\ndef f():\n    y = 2\n    def g(): return y\n    return g()\nx = f()": "2",
      "def f(): return y\ny = 3\nx = f()": "3",
      "y = 1\ndef f(y): return y\nx = f(2) + y": "3",
      "len = 5\nx = len": "5",
      "x = len": "‹object›",
    };
    expect(returned(table)).toEqual(table);
  });

  test("are bound outside by global and nonlocal", () => {
    const table = {
      "x = 1\ndef f():\n    global x\n    x = 2\nf()": "2",
      "x = 1\ndef f():\n    x = 2\nf()": "1",
      "x = 1\ny = 1\ndef f():\n    global x, y\n    x = 2\n    y = 3\nf()\nx = [x, y]": "[2,3]",
      "def f():\n    y = 1\n    def g():\n        nonlocal y\n        y = 2\n    g()\n    return y\nx = f()": "2",
      "def f():\n    y = 1\n    def g():\n        y = 2\n    g()\n    return y\nx = f()": "1",
      "y = 5\ndef f():\n    y = 1\n    def g():\n        global y\n        y = 2\n    g()\n    return y\nx = [f(), y]":
        "[1,2]",
      "def f():\n    y = 1\n    def g():\n        def h():\n            nonlocal y\n            y = 3\n        h()\n    g()\n    return y\nx = f()":
        "3",
      "x = 1\nglobal x\nx = 2": "2",
      "x = 1\ndef f():\n    global x\n    return x\nx = f() + 1": "2",
    };
    expect(returned(table)).toEqual(table);
  });
});

describe("classes", () => {
  test("give their attributes and methods to their objects", () => {
    const table = {
      "class C:\n    a = 1\nx = C.a": "1",
      "class C:\n    a = 1\nx = C().a": "1",
      "class C:\n    def __init__(self, a, b=2):\n        self.a = a + b\nx = C(1).a": "3",
      "class C:\n    def __init__(self, a):\n        self.a = a\nx = C(a=5).a": "5",
      "class C: pass\nx = C(a=5).a": "5",
      "class C:\n    def f(self, a): return a\nx = C().f(4)": "4",
      "class C:\n    def f(self): return self.a\nc = C()\nc.a = 3\nx = c.f()": "3",
      "class C:\n    a = 1\n    b = a + 1\nx = C.b": "2",
      "class C:\n    a = 1\nc = C()\nc.a = 2\nx = [C.a, c.a]": "[1,2]",
      "class B:\n    a = 1\nclass C(B): pass\nx = [C.a, C().a]": "[1,1]",
      "class B:\n    def f(self): return 1\nclass C(B):\n    def f(self): return 2\nx = C().f()": "2",
      "class A:\n    a = 1\nclass B: pass\nclass C(B, A): pass\nx = C.a": "1",
      "class B:\n    def __init__(self, a): self.a = a\nclass C(B): pass\nx = C(7).a": "7",
      "class C:\n    __init__ = 5\nx = C(a=1).a": "1",
      "class C: pass\nx = C.a": "‹unknown›",
      "class C: pass\nx = C().a": "‹object›",
      "class C(undefined): pass\nx = C().a": "‹unknown›",
      "class B(undefined): pass\nclass C(B): pass\nx = C().a": "‹unknown›",
      "class C(metaclass=undefined): pass\nx = C().a": "‹object›",
      "class C: pass\nx = C": "‹picklable›",
      "class C:\n    def f(): return 9\nx = C.f()": "9",
    };
    expect(returned(table)).toEqual(table);
  });

  test("run their bodies where they stand", () => {
    expectRecorded({
      "class C:\n    a = one(t)\n    b = one(a)": "one(t); one_2(one)",
      "class C:\n    @op\n    def f(x): return x\n    y = f(t)": "f(t)",
      "class C:\n    def run(self): return one(t)\none(C().run())": "one(t); one_2(one)",
    });
  });
});

describe("attributes", () => {
  test("of what is none of ours", () => {
    expect(reading.values(["os.a", "undefined.a", "(1).a", "t.a", "op.a", "one.a", "'a'.b", "[1].b", "{}.b"])).toEqual({
      "os.a": "‹object›",
      "undefined.a": "‹unknown›",
      "(1).a": "‹object›",
      "t.a": "‹object›",
      "op.a": "‹object›",
      "one.a": "‹object›",
      "'a'.b": "‹object›",
      "[1].b": "‹object›",
      "{}.b": "‹object›",
    });
  });

  test("of one of several values", () => {
    const lines = "class C: pass\nc = C()\nc.a = 1\nd = C()\nd.a = 2\ne = C()\ne.a = 1\n";
    expect(reading.values(["(c if unsure else e).a", "(c if unsure else d).a"], lines)).toEqual({
      "(c if unsure else e).a": "1",
      "(c if unsure else d).a": "‹object›",
    });
    expectRecorded({
      "f = one if unsure else two\nf(t, t)": "one(t) unknown; two(t t) unknown",
      "f = one if unsure else len\nf(t)\none(t)": "one(t) unknown; one_2(t)",
      "class C:\n    def f(self): return one(t)\n(C() if unsure else unsure).f()": "one(t) unknown",
    });
  });
});

test("calls deeper than any person writes are not followed", () => {
  expectRecorded({
    "def f(n):\n    if n == 0: return one(t)\n    return f(n - 1)\ntwo(f(30), t)": "one(t); two(one t)",
    "def f(n):\n    if n == 0: return one(t)\n    return f(n - 1)\ntwo(f(200), t)":
      "one(t) repeated unknown; two(one t) unknown",
  });
});
