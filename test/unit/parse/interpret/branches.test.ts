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

describe("an if whose condition is known", () => {
  test("runs one of its branches", () => {
    expectRecorded({
      "if True:\n    one(t)\nelse:\n    two(t, t)": "one(t)",
      "if 0:\n    one(t)\nelse:\n    two(t, t)": "two(t t)",
      "if 0:\n    one(t)": "",
      "if 0:\n    one(t)\nelif 1:\n    two(t, t)\nelse:\n    one(t)": "two(t t)",
      "if 0:\n    one(t)\nelif 0:\n    two(t, t)\nelif 1:\n    one(one(t))\nelse:\n    two(t, t)": "one(t); one_2(one)",
      "if 0:\n    pass\nelif 0:\n    one(t)\nelse:\n    two(t, t)": "two(t t)",
      "if __name__ == '__main__':\n    one(t)": "one(t)",
      "if __name__ != '__main__':\n    one(t)": "",
    });
  });
});

describe("an if whose condition is not known", () => {
  test("runs every branch, none of them for certain, and what follows for certain", () => {
    expectRecorded({
      "if unsure:\n    one(t)\nelse:\n    two(t, t)\none(t)": "one(t) unknown; two(t t) unknown; one_2(t)",
      "if unsure:\n    one(t)\nelif unsure:\n    two(t, t)\nelse:\n    one(t)":
        "one(t) unknown; two(t t) unknown; one_2(t) unknown",
      "if unsure:\n    one(t)\nelif True:\n    two(t, t)\nelse:\n    one(t)": "one(t) unknown; two(t t) unknown",
    });
  });

  test("hides from else what then has bound", () => {
    expectRecorded({
      "a = t\nif unsure:\n    a = one(t)\nelse:\n    two(a, a)": "one(t) unknown; two(t t) unknown",
      "a = t\nif unsure:\n    a = one(t)\nelif unsure:\n    two(a, a)\nelse:\n    one(a)":
        "one(t) unknown; two(t t) unknown; one_2(t) unknown",
      "if unsure:\n    a = one(t)\nelse:\n    two(a, t)": "one(t) unknown; two(t) unknown",
      "def f():\n    a = t\n    if unsure:\n        a = one(t)\n    else:\n        two(a, a)\nf()":
        "one(t) unknown; two(t t) unknown",
      "a = t\ndef f():\n    global a\n    if unsure:\n        a = one(t)\n    else:\n        two(a, a)\nf()":
        "one(t) unknown; two(t t) unknown",
      "a = t\nif unsure:\n    del a\nelse:\n    one(a)": "one(t) unknown",
    });
  });

  test("leaves behind whatever any branch has bound", () => {
    expectRecorded({
      "a = t\nif unsure:\n    a = one(t)\none(a)": "one(t) unknown; one_2(t one) unknown".replace("t one", "one t"),
      "if unsure:\n    a = t\nelse:\n    a = one(t)\none(a)": "one(t) unknown; one_2(t one) unknown",
      "if unsure:\n    a = t\nelse:\n    a = t\none(a)": "one(t)",
      "if unsure:\n    a = t\none(a)": "one(t)",
      "a = t\nif unsure:\n    pass\nelse:\n    a = one(t)\none(a)": "one(t) unknown; one_2(t one) unknown",
      "if unsure:\n    a, b = t, one(t)\nelse:\n    a, b = one(t), t\ntwo(a, b)":
        "one(t) unknown; one_2(t) unknown; two(t one_2 one t) unknown",
      "a = 1\nif unsure:\n    a = 2\nif a:\n    one(t)": "one(t) unknown",
      "a = 1\nif unsure:\n    a = 1\nif a:\n    one(t)": "one(t)",
    });
  });

  test("leaves nothing behind of a branch that has left", () => {
    expectRecorded({
      "a = t\nif unsure:\n    a = one(t)\n    raise ValueError()\none(a)": "one(t) unknown; one_2(t)",
      "def f():\n    a = t\n    if unsure:\n        a = one(t)\n        return a\n    one(a)\nf()":
        "one(t) unknown; one_2(t) unknown",
      "for x in [1]:\n    a = t\n    if unsure:\n        a = one(t)\n        break\n    one(a)":
        "one(t) unknown; one_2(t) unknown",
      "for x in [1]:\n    a = t\n    if unsure:\n        a = one(t)\n        continue\n    one(a)":
        "one(t) unknown; one_2(t) unknown",
    });
  });

  test("ends what is around it where every branch leaves", () => {
    expectRecorded({
      "def f():\n    if unsure:\n        return one(t)\n    else:\n        return two(t, t)\n    one(t)\none(f())":
        "one(t) unknown; two(t t) unknown; one_2(one two) unknown",
      "for x in [1]:\n    if unsure:\n        break\n    else:\n        continue\n    one(t)\ntwo(t, t)": "two(t t)",
      "def f():\n    if unsure:\n        raise ValueError()\n    else:\n        raise KeyError()\n    one(t)\nf()": "",
      "if unsure:\n    raise ValueError()\nelse:\n    raise KeyError()\none(t)": "",
      "def f():\n    if unsure:\n        return t\n    else:\n        raise KeyError()\n    one(t)\none(f())": "one(t)",
    });
  });

  test("makes doubtful what follows a return until the function ends, and a break until the loop ends", () => {
    expectRecorded({
      "def f():\n    if unsure:\n        return\n    one(t)\nf()\ntwo(t, t)": "one(t) unknown; two(t t)",
      "def f():\n    if unsure:\n        return\n    if unsure:\n        return\n    one(t)\nf()\ntwo(t, t)":
        "one(t) unknown; two(t t)",
      "for x in [1]:\n    if unsure:\n        break\n    one(t)\ntwo(t, t)": "one(t) unknown; two(t t)",
      "for x in [1]:\n    if unsure:\n        continue\n    one(t)\ntwo(t, t)": "one(t) unknown; two(t t)",
      "while unsure:\n    if unsure:\n        break\n    one(t)\ntwo(t, t)": "one(t) repeated unknown; two(t t)",
      "for x in [1]:\n    if unsure:\n        raise ValueError()\n    one(t)\ntwo(t, t)": "one(t); two(t t)",
      "def f():\n    for x in [1]:\n        if unsure:\n            return t\n    one(t)\nf()\ntwo(t, t)":
        "one(t) unknown; two(t t)",
      "for x in [1]:\n    for y in [1]:\n        if unsure:\n            break\n        one(t)\n    two(t, t)":
        "one(t) unknown; two(t t)",
      "if unsure:\n    raise ValueError()\none(t)": "one(t)",
    });
  });

  test("gives every value that may be returned", () => {
    expectRecorded({
      "def f():\n    if unsure:\n        return one(t)\n    return two(t, t)\none(f())":
        "one(t) unknown; two(t t) unknown; one_2(one two) unknown",
      "def f():\n    if unsure:\n        return t\none(f())": "one(t) unknown",
      "def f():\n    if unsure:\n        return t\n    raise ValueError()\none(f())": "one(t)",
    });
  });
});

describe("match", () => {
  test("runs every case, none of them for certain", () => {
    expectRecorded({
      "match unsure:\n    case 1:\n        one(t)\n    case _:\n        two(t, t)\none(t)":
        "one(t) unknown; two(t t) unknown; one_2(t)",
      "a = t\nmatch unsure:\n    case 1:\n        a = one(t)\n    case 2:\n        a = two(t, t)\none(a)":
        "one(t) unknown; two(t t) unknown; one_2(one two t) unknown",
      "match one(t):\n    case 1:\n        pass": "one(t)",
    });
  });

  test("binds names to what nobody knows", () => {
    expectRecorded({
      "match unsure:\n    case a:\n        one(a)": "one_table(); one(one_table)",
      "match unsure:\n    case [a, *b]:\n        one(b)": "one_table() unknown; one(one_table) unknown",
      "match unsure:\n    case {'k': a} if a:\n        one(a)": "one_table() unknown; one(one_table) unknown",
    });
  });
});

describe("with", () => {
  test("runs its body once, with names bound to what was entered", () => {
    expectRecorded({
      "with open('x') as f:\n    one(t)": "one(t)",
      "with open('x') as f, one(t):\n    two(t, t)": "one(t); two(t t)",
      "with (open('x') as f, open('y') as g):\n    one(t)": "one(t)",
      "with open('x'):\n    a = one(t)\none(a)": "one(t); one_2(one)",
      "with undefined() as a:\n    one(a)": "one_table() unknown; one(one_table) unknown",
      "with open('x') as a:\n    one(a)": "one_table(); one(one_table)",
      "with open('x') as a:\n    with undefined as b:\n        one(a)\n        one(b)":
        "one_table(); one(one_table); one_table_2() unknown; one_2(one_table_2) unknown",
      "def f():\n    with open('x'):\n        return one(t)\n    two(t, t)\none(f())": "one(t); one_2(one)",
      "with undefined() as (a, b):\n    one(b)": "one_table() unknown; one(one_table) unknown",
    });
  });
});
