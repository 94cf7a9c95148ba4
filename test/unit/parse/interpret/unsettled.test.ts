import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function expectRecorded(table: Readonly<Record<string, string>>): void {
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
}

const functions = "def f(x): return x\ndef g(x): return x\n";

describe("an operator of a function that the text does not settle", () => {
  test("is drawn, marked: one node for each that it may be, or one for the call", () => {
    expectRecorded({
      [`${functions}op(f if unsure else g)(t)`]: "f(t) unknown; g(t) unknown",
      [`${functions}import random\nop(random.choice([f, g]))(t)`]: "op__(t) unknown",
      "op(undefined)(t)": "op__(t) unknown",
      "op(undefined)(2)": "op__() unknown",
    });
  });

  test("is not blamed for arguments that another of them takes", () => {
    const { facts } = reading.lines("def f(): pass\ndef g(x): pass\nop(f if unsure else g)(t)\none(t)");
    expect(facts.operatorCalls.map(({ name, open, takesAnyPlace }) => [name, open && takesAnyPlace])).toEqual([
      ["f", true],
      ["g", true],
      ["one", false],
    ]);
  });

  test("may have been given a name instead", () => {
    expectRecorded({
      "@op(undefined)\ndef f(x): return x\nf(t)": "f(t) unknown",
      "def f(x): return x\nop(undefined)(f)(t)": "f(t) unknown",
    });
  });
});

describe("what is compared", () => {
  test("is told of functions and classes by what they are", () => {
    expectRecorded({
      [`${functions}if f == g:\n    one(t)`]: "",
      [`${functions}if f in [f]:\n    one(t)`]: "one(t)",
      [`${functions}todo = [(f, 1), (g, 2)]\ntodo.remove((g, 2))\nfor x in todo:\n    one(t)`]: "one(t)",
      "class F: pass\nclass G: pass\nif F == G:\n    one(t)": "",
    });
  });
});

describe("a list that may have lost what it held", () => {
  test("is not known to hold anything", () => {
    expectRecorded({
      "l = [1]\nif unsure:\n    l.pop()\nif l:\n    one(t)": "one(t) unknown",
      "l = {'a': 1}\nif unsure:\n    del l['a']\nif l:\n    one(t)": "one(t) unknown",
      "l = [1, 2]\nwhile l:\n    one(t)\n    l.remove(unsure)": "one(t); one_2(t) repeated",
    });
  });
});

describe("the else of a loop whose length is not known", () => {
  test("is not certain where the loop may be left", () => {
    expectRecorded({
      "for x in os.listdir():\n    one(t)\n    break\nelse:\n    two(t, t)": "one(t) repeated; two(t t) unknown",
      "for x in os.listdir():\n    if x:\n        break\nelse:\n    two(t, t)": "two(t t) unknown",
      "x = t\nfor i in os.listdir():\n    break\nelse:\n    x = one(x)\none(x)": "one(t) unknown; one_2(one t) unknown",
    });
  });

  test("runs where nothing leaves the loop", () => {
    expectRecorded({
      "for x in os.listdir():\n    one(t)\nelse:\n    two(t, t)": "one(t) repeated; two(t t)",
    });
  });
});

describe("a keyword whose name the text does not settle", () => {
  test("still gives the operator what it names", () => {
    expectRecorded({
      "k = os.getenv('B')\none(**{k: t})": "one(t) unknown",
      "k = os.getenv('B')\ntwo(t, **{k: one(t)})": "one(t); two(t one) unknown",
      "k = os.getenv('B')\none(**{k: 3})": "one() unknown",
      "import toolz\nk = os.getenv('B')\ntoolz.pipe(**{k: t})": "toolz_pipe(t) unknown",
      "k = os.getenv('B')\ndef f(**more): return one(**more)\nf(**{k: t})": "one(t) unknown",
    });
  });

  test("leaves open which argument it is, and invents no name", () => {
    const { facts } = reading.lines("k = os.getenv('B')\ntwo(t, **{k: t})");
    expect(facts.operatorCalls.map(({ open, keywords }) => [open, keywords])).toEqual([[true, []]]);
  });
});
