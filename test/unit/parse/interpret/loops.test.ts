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

describe("a for over what is known", () => {
  test("runs its body for each item, then else", () => {
    expectRecorded({
      "for x in [t, one(t)]:\n    one(x)": "one(t); one_2(t); one_3(one)",
      "for x in []:\n    one(t)": "",
      "for x in range(2):\n    one(t)\nelse:\n    two(t, t)": "one(t); one_2(t); two(t t)",
      "for x in []:\n    pass\nelse:\n    two(t, t)": "two(t t)",
      "for a, b in [(t, 1), (one(t), 2)]:\n    one(a)": "one(t); one_2(t); one_3(one)",
      "a = t\nfor x in range(3):\n    a = one(a)\ntwo(a, a)": "one(t); one_2(one); one_3(one_2); two(one_3 one_3)",
      "for x in [t]:\n    pass\none(x)": "one(t)",
      "for x in 'ab':\n    one(t)": "one(t); one_2(t)",
      "for x in {'a': t}:\n    one(t)": "one(t)",
      "for x in [1, 2]:\n    if x > 1:\n        one(t)": "one(t)",
    });
  });

  test("ends at a break, without else, and goes on after continue", () => {
    expectRecorded({
      "for x in [1, 2]:\n    one(t)\n    break\nelse:\n    two(t, t)": "one(t)",
      "for x in [1, 2]:\n    if x == 2:\n        break\n    one(t)\nelse:\n    two(t, t)\none(t)": "one(t); one_2(t)",
      "for x in [1, 2]:\n    one(t)\n    continue\n    two(t, t)": "one(t); one_2(t)",
      "for x in [1, 2]:\n    if x == 1:\n        continue\n    one(t)\nelse:\n    two(t, t)": "one(t); two(t t)",
      "for x in [1, 2]:\n    for y in [1, 2]:\n        break\n    one(t)": "one(t); one_2(t)",
    });
  });

  test("ends with a function that it returns from, and with a raise", () => {
    expectRecorded({
      "def f():\n    for x in [t, one(t)]:\n        return x\n    two(t, t)\none(f())": "one(t); one_2(t)",
      "for x in [1, 2]:\n    one(t)\n    raise ValueError()\ntwo(t, t)": "one(t)",
      "def f():\n    for x in [1, 2]:\n        raise ValueError()\n    else:\n        one(t)\n    one(t)\nf()\ntwo(t, t)":
        "two(t t)",
    });
  });
});

describe("a loop whose length is not known", () => {
  test("runs its body once, every operator in it repeated, and what follows for certain", () => {
    expectRecorded({
      "for x in unsure:\n    one(t)\ntwo(t, t)": "one(t) repeated; two(t t)",
      "while unsure:\n    one(t)\ntwo(t, t)": "one(t) repeated; two(t t)",
      "while True:\n    one(t)\ntwo(t, t)": "one(t) repeated; two(t t)",
      "while False:\n    one(t)\nelse:\n    two(t, t)": "two(t t)",
      "while unsure:\n    one(t)\nelse:\n    two(t, t)": "one(t) repeated; two(t t)",
      "for x in unsure:\n    one(t)\nelse:\n    two(t, t)": "one(t) repeated; two(t t)",
      "for x in unsure:\n    for y in unsure:\n        one(t)\n    one(t)\none(t)":
        "one(t) repeated; one_2(t) repeated; one_3(t)",
      "for x in unsure:\n    if unsure:\n        one(t)": "one(t) repeated unknown",
      "for x in unsure:\n    break\none(t)": "one(t)",
      "for x in unsure:\n    raise ValueError()\none(t)": "one(t)",
      "for x in [t, *unsure]:\n    one(x)": "one(t) repeated unknown",
      "for x in undefined:\n    one(x)": "one_table() repeated unknown; one(one_table) repeated unknown",
      "for x in unsure:\n    one(x)": "one_table() repeated; one(one_table) repeated",
    });
  });

  test("leaves names with what they had or what the loop gave them", () => {
    expectRecorded({
      "a = t\nfor x in unsure:\n    a = one(t)\none(a)": "one(t) repeated; one_2(t one) unknown",
      "for x in unsure:\n    a = one(t)\none(a)": "one(t) repeated; one_2(one)",
      "a = t\nwhile unsure:\n    a = one(a)\ntwo(a, t)": "one(t) repeated; two(t one t) unknown",
      "a = t\nfor x in unsure:\n    pass\none(a)": "one(t)",
      "a = t\nfor x in unsure:\n    a = t\none(a)": "one(t)",
    });
  });

  test("counts nothing", () => {
    expect(reading.values(["n"], "n = 1\nfor x in unsure:\n    n += 1")).toEqual({ n: "‹object›" });
    expect(reading.values(["n"], "n = 1\nfor x in [1, 2]:\n    n += 1")).toEqual({ n: "3" });
  });

  test("may return what it returns, or go on", () => {
    expectRecorded({
      "def f():\n    for x in unsure:\n        return one(t)\n    return t\none(f())":
        "one(t) repeated; one_2(one t) unknown",
    });
  });
});

describe("assignments", () => {
  test("to several names, one after the other or out of a sequence", () => {
    expectRecorded({
      "a = b = one(t)\ntwo(a, b)": "one(t); two(one one)",
      "a, b = t, one(t)\ntwo(b, a)": "one(t); two(one t)",
      "[a, b] = [t, one(t)]\ntwo(b, a)": "one(t); two(one t)",
      "(a, (b, c)) = t, (one(t), t)\ntwo(b, c)": "one(t); two(one t)",
      "a, *b = [one(t), t, t]\ntwo(b[0], b[1])\none(a)": "one(t); two(t t); one_2(one)",
      "*a, b = [t, t, one(t)]\none(b)": "one(t); one_2(one)",
      "a, *b, c = [t, one(t), two(t, t)]\none(b[0])\none(c)": "one(t); two(t t); one_2(one); one_3(two)",
      "a, *b = [t]\nif not b:\n    one(a)": "one(t)",
      "a, *b, c = [t, one(t)]\ntwo(c, a)\nif b == []:\n    one(t)": "one(t); two(one t); one_2(t)",
      "a, b = one(t)\none(b)": "one(t); one_2(one) unknown",
      "a, b = [t, one(t), t]\none(b)": "one(t); one_2(t one) unknown",
      "a, *b = [t, *unsure]\none(b[0])": "one_table() unknown; one(one_table) unknown".replace(
        "one_table() unknown; one(one_table) unknown",
        "one(t) unknown",
      ),
      "a: object = one(t)\none(a)": "one(t); one_2(one)",
      "a: object\none(t)": "one(t)",
      "a = t\na: object\none(a)": "one(t)",
      "(a := one(t))\none(a)": "one(t); one_2(one)",
      "two(a := one(t), a)": "one(t); two(one one)",
    });
  });

  test("that change what a name has", () => {
    const table = {
      "a = 1\na += 2": "3",
      "a = 5\na -= 2": "3",
      "a = 5\na *= 2": "10",
      "a = 5\na //= 2": "2",
      "a = 'x'\na += 'y'": '"xy"',
      "a = [1]\nb = a\na += [2]\na = b": "[1,2]",
      "a = (1,)\na += (2,)\na = list(a)": "[1,2]",
      "a = 5\na %= 3": "2",
      "a = 2\na **= 3": "8",
    };
    expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.values(["a"], lines)["a"]]))).toEqual(
      table,
    );
  });

  test("to attributes of objects, classes and modules", () => {
    expectRecorded({
      "class C: pass\nc = C()\nc.a = one(t)\none(c.a)": "one(t); one_2(one)",
      "class C: pass\nC.a = one(t)\none(C().a)": "one(t); one_2(one)",
      "unsure.a = one(t)\none(t)": "one(t); one_2(t)",
    });
    expect(reading.recorded("import m\nm.a = one(t)\none(m.a)", { "m.py": "" })).toBe("one(t); one_2(one)");
  });

  test("are undone by del", () => {
    expectRecorded({
      "a = t\ndel a\none(a)": "one() unknown",
      "a = t\ndel a\na = one(t)\none(a)": "one(t); one_2(one)",
      "a = [t, one(t)]\ndel a[0]\none(a[0])": "one(t); one_2(one)",
    });
  });
});

describe("try", () => {
  test("takes the way without an error: body, else, finally", () => {
    expectRecorded({
      "try:\n    one(t)\nexcept ValueError:\n    two(t, t)": "one(t)",
      "try:\n    a = t\nexcept ValueError:\n    two(t, t)\nelse:\n    one(a)\nfinally:\n    one(one(a))":
        "one(t); one_2(t); one_3(one_2)",
      "try:\n    pass\nfinally:\n    one(t)\ntwo(t, t)": "one(t); two(t t)",
      "def f():\n    try:\n        return t\n    else:\n        two(t, t)\n    finally:\n        one(t)\n    two(t, t)\none(f())":
        "one(t); one_2(t)",
      "def f():\n    try:\n        return t\n    finally:\n        return one(t)\none(f())": "one(t); one_2(one)",
      "for x in [1, 2]:\n    try:\n        break\n    except ValueError:\n        two(t, t)\n    finally:\n        one(t)":
        "one(t)",
    });
  });

  test("takes the first handler of a body that raises, without else", () => {
    expectRecorded({
      "try:\n    raise ValueError()\nexcept ValueError:\n    one(t)\nexcept KeyError:\n    two(t, t)\nelse:\n    two(t, t)\none(t)":
        "one(t); one_2(t)",
      "try:\n    raise ValueError()\nexcept ValueError as e:\n    one(t)\nfinally:\n    two(t, t)": "one(t); two(t t)",
      "try:\n    raise ValueError()\nfinally:\n    two(t, t)": "two(t t)",
      "def f():\n    try:\n        raise ValueError()\n    except:\n        return one(t)\n    two(t, t)\none(f())":
        "one(t); one_2(one)",
      "def f():\n    try:\n        raise ValueError()\n    except:\n        return t\n    finally:\n        return one(t)\none(f())":
        "one(t); one_2(one)",
      "try:\n    raise ValueError()\nexcept* ValueError:\n    one(t)": "one(t)",
    });
  });
});

test("other statements evaluate what stands in them", () => {
  expectRecorded({
    "assert one(t)": "one(t)",
    "assert unsure, one(t)": "one(t) unknown",
    "assert True, one(t)": "",
    "one(t), two(t, t)": "one(t); two(t t)",
    "def f():\n    raise one(t)\nf()": "one(t)",
    "pass\none(t)": "one(t)",
    "print(one(t))": "one(t)",
    "unsure[one(t)]": "one(t)",
    "unsure[1:one(t)]": "one(t)",
    "unsure[one(t):]": "one(t)",
    "unsure[::one(t)]": "one(t)",
    "-one(t)": "one(t)",
    "1 + one(t)": "one(t)",
    "one(t) < 1 < two(t, t)": "one(t); two(t t)",
    "f'{one(t)}'": "one(t)",
    "{one(t): two(t, t)}": "one(t); two(t t)",
    "{**one(t)}": "one(t)",
    "[*one(t)]": "one(t)",
    "unsure(*one(t))": "one(t); unsure(one) unknown",
    "unsure(**one(t))": "one(t)",
    "unsure(a=one(t))": "one(t); unsure(one) unknown",
    "(one(t))": "one(t)",
    "one(t).x": "one(t)",
    "raise one(t)": "one(t)",
    "raise ValueError\none(t)": "",
    "x = 1 if one(t) else 2": "one(t)",
    "if one(t): pass": "one(t)",
    "while one(t): break": "one(t)",
    "for x in one(t): pass": "one(t)",
    "class C(one(t)): pass": "one(t)",
    "lambda: one(t)": "",
    "lambda x=one(t): 1": "one(t)",
    "def f(x=one(t)): pass": "one(t)",
    "@one(t)\ndef f(): pass": "one(t)",
    "# nothing\none(t) # and nothing": "one(t)",
    "one(\n    # nothing\n    t,\n)": "one(t)",
    "one(\\\n    t)": "one(t)",
    "t; one(t)": "one(t)",
    "type X = int\none(t)": "one(t)",
  });
});
