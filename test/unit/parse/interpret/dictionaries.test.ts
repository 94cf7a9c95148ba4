import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function expectValues(table: Readonly<Record<string, string>>, lines = ""): void {
  expect(reading.values(Object.keys(table), lines)).toEqual(table);
}

test("dictionaries as they are written", () => {
  expectValues({
    "{'a': 1, 'b': [2]}": '{"a":1,"b":[2]}',
    "{}": "{}",
    "{1: 2}": "‹dictionary›",
    "{f'{unsure}': 2}": "‹dictionary›",
    "{'a': unsure}": "‹dictionary›",
    "{**{'a': 1}, 'b': 2}": '{"a":1,"b":2}',
    "{'a': 1, **unsure}": "‹dictionary›",
    "{**{'a': 1, **unsure}}": "‹dictionary›",
    "dict()": "{}",
    "dict(a=1)": '{"a":1}',
    "dict({'a': 1}, b=2)": '{"a":1,"b":2}',
    "dict([('a', 1), ['b', 2]])": '{"a":1,"b":2}',
    "dict([1])": "{}",
    "dict([(1,)])": "‹dictionary›",
    "dict(unsure)": "‹dictionary›",
    "dict({**unsure})": "‹dictionary›",
    "dict(**unsure)": "‹dictionary›",
    "dict([*unsure])": "‹dictionary›",
    "dict(zip(['a', 'b'], [1, 2]))": '{"a":1,"b":2}',
  });
});

test("what a key has", () => {
  expectValues(
    {
      "d['a']": "1",
      "d['b']": "2",
      "d['c']": "‹unknown›",
      "d[unsure]": "‹object›",
      "d.get('a')": "1",
      "d.get('c')": "null",
      "d.get('c', 3)": "3",
      "d.get()": "‹object›",
      "d.get(unsure, 3)": "‹object›",
      "list(d.keys())": '["a","b"]',
      "list(d.values())": "[1,2]",
      "list(d)": '["a","b"]',
      "[k for k, v in d.items()]": '["a","b"]',
      "[v for k, v in d.items()]": "[1,2]",
      "list({**d, **unsure}.keys())": "‹list›",
      "list({**d, **unsure}.values())": "‹list›",
      "list({**d, **unsure}.items())": "‹list›",
      "list({**d, **unsure})": "‹list›",
      "d.copy()": '{"a":1,"b":2}',
      "{**d, **unsure}.copy()": "‹dictionary›",
      "{**d, **unsure}['c']": "‹unknown›",
      "len(d)": "2",
      "len({**d, **unsure})": "‹object›",
      "d.fromkeys([1])": "‹object›",
    },
    "d = {'a': 1, 'b': 2}",
  );
});

test("what changes them", () => {
  const table = {
    "d['a'] = 2": '{"a":2}',
    "d['b'] = 2": '{"a":1,"b":2}',
    "d[unsure] = 2": "‹dictionary›",
    "if unsure: d['a'] = 2": "‹dictionary›",
    "if unsure: d['a'] = 1": '{"a":1}',
    "for x in unsure: d['a'] = 1": "‹dictionary›",
    "for x in unsure: d['b'] = 1": "‹dictionary›",
    "d.update({'a': 3, 'b': 2})": '{"a":3,"b":2}',
    "d.update(b=2)": '{"a":1,"b":2}',
    "d.update(unsure)": "‹dictionary›",
    "d.update()": '{"a":1}',
    "d.setdefault('b', 2)": '{"a":1,"b":2}',
    "d.setdefault('b')": '{"a":1,"b":null}',
    "d.setdefault('a', 2)": '{"a":1}',
    "d.get('b', 2)": '{"a":1}',
    "d.clear()": "‹dictionary›",
    "d.copy()['b'] = 2": '{"a":1}',
    "dict(d)['a'] = 2": '{"a":1}',
    "{**d}['a'] = 2": '{"a":1}',
    "e = d\ne['a'] = 2": '{"a":2}',
  };
  const after = (lines: string): string | undefined => reading.values(["d"], `d = {'a': 1}\n${lines}`)["d"];
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, after(lines)]))).toEqual(table);
});

test("artifacts in them", () => {
  const table = {
    "d = {'a': t}\none(d['a'])": "one(t)",
    "d = {'a': t}\none(d[unsure])": "one(t)",
    "d = {'a': t, 'b': one(t)}\none(d[unsure])": "one(t); one_2(t one) unknown",
    "d = {'a': t, 'b': one(t)}\none(d['c'])": "one(t); one_2(t one) unknown",
    "d = {'a': t, 'b': one(t)}\none(d.get(unsure))": "one(t); one_2(t one) unknown",
    "d = {'a': t}\nfor k in d: one(d[k])": "one(t)",
    "d = {'a': t}\nfor k, v in d.items(): one(v)": "one(t)",
    "d = {'a': t, **unsure}\nfor k, v in d.items(): one(v)": "one(t) repeated",
    "d = {'a': t, 'b': one(t)}\nd.pop('a')\none(*d.values())": "one(t); one_2(one)",
    "d = {}\nd.setdefault('a', t)\none(d['a'])": "one(t)",
    "d = {}\nfor k in ['a', 'b']: d[k] = one(t)\none(d['b'])": "one(t); one_2(t); one_3(one_2)",
    "d = {'a': t}\nif unsure: d['a'] = one(t)\none(d['a'])": "one(t) unknown; one_2(t one) unknown",
  };
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
});

describe("comprehensions", () => {
  test("give what their loops give", () => {
    expectValues({
      "[x for x in [1, 2]]": "[1,2]",
      "[x * 2 for x in range(3) if x]": "[2,4]",
      "[x + y for x in [1, 2] for y in [10, 20]]": "[11,21,12,22]",
      "[y for x in [[1], [2, 3]] for y in x if y > 1]": "[2,3]",
      "{x for x in [1]}": "‹picklable›",
      "list({x for x in [1]})": "[1]",
      "{k: 1 for k in 'ab'}": '{"a":1,"b":1}',
      "{k: v for k, v in [('a', 1)]}": '{"a":1}',
      "list(x for x in [1])": "[1]",
      "[x for x in unsure]": "‹list›",
      "[x for x in [1, 2] if unsure]": "‹list›",
      "[x for x in [] if unsure]": "[]",
      "{x: 1 for x in unsure}": "‹dictionary›",
      "{x for x in unsure}": "‹picklable›",
      "[x for x in [1]] + [2]": "[1,2]",
    });
  });

  test("keep their names to themselves", () => {
    expectValues({ x: "5", "[x for x in [1]][0] + x": "6" }, "x = 5\ny = [x for x in [1]]");
  });

  test("call operators for each item", () => {
    const table = {
      "[one(t) for x in range(2)]": "one(t); one_2(t)",
      "[one(t) for x in unsure]\none(t)": "one(t) repeated; one_2(t)",
      "[one(t) for x in [1] if unsure]\none(t)": "one(t) unknown; one_2(t)",
      "[one(t) for x in [1, 2] if x > 1]": "one(t)",
      "{one(t): two(t, t) for x in [1]}": "one(t); two(t t)",
      "[one(x) for x in [t, two(t, t)]]": "two(t t); one(t); one_2(two)",
      "[one(x) for x in [t, *unsure]]": "one(t) repeated unknown",
    };
    expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
  });
});
