import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

// What Python's own `json.dumps` gives, or what is known of the kind of the value.
test("numbers", () => {
  const table = {
    "2 + 3": "5",
    "2 - 3": "-1",
    "2 * 3": "6",
    "str(6 / 3)": '"2.0"',
    "7 // 2": "3",
    "-7 // 2": "-4",
    "7 % 3": "1",
    "-7 % 3": "2",
    "7 % -3": "-2",
    "2 ** 3": "8",
    "str(2 ** -1)": '"0.5"',
    "str(2 ** 0)": '"1"',
    "str(1 + 1.0)": '"2.0"',
    "str(1.0 + 1)": '"2.0"',
    "str(1 - 1)": '"0"',
    "-3": "-3",
    "+3": "3",
    "str(-0)": '"0"',
    "str(-0.0)": '"-0.0"',
    "str(+2.0)": '"2.0"',
    "str(-2.0)": '"-2.0"',
    "-True": "-1",
    "True + True": "2",
    "1 / 0": "‹object›",
    "1 // 0": "‹object›",
    "1 % 0": "‹object›",
    "1 << 2": "‹object›",
    "6 & 3": "‹object›",
    "~6": "‹object›",
    "2 ** 53": "‹object›",
    "2 ** 52": "4503599627370496",
    "str(2.0 ** 60)": '"1.152921504606847e+18"',
    "1e308 * 10": '{"$aqueduct":"float","value":"inf"}',
    "1_000": "1000",
    "3j": "‹object›",
    "unsure + 1": "‹object›",
    "t + 1": "‹unknown›",
    "1 - t": "‹unknown›",
    "-t": "‹unknown›",
    "-unsure": "‹object›",
    "t @ t": "‹unknown›",
  };
  expect(reading.values(Object.keys(table))).toEqual(table);
});

test("comparisons", () => {
  const table = {
    "1 == 1": "true",
    "1 == 2": "false",
    "1 == 1.0": "true",
    "1 == True": "true",
    "1 != 1": "false",
    "1 != 2": "true",
    "'a' == 'a'": "true",
    "'a' == 'b'": "false",
    "'1' == 1": "false",
    "None == None": "true",
    "None == 0": "false",
    "None != 'a'": "true",
    "b'a' == 'a'": "false",
    "[1, 'a'] == [1, 'a']": "true",
    "[1, 'a'] == [1, 'b']": "false",
    "[1] == [1, 1]": "false",
    "(1, 2) == (1, 2)": "true",
    "[1] == (1,)": "‹object›",
    "[1, unsure] == [1, 2]": "‹object›",
    "[1, unsure] == [2, 2]": "false",
    "{1} == {1}": "‹object›",
    "{} == {}": "‹object›",
    "unsure == 1": "‹object›",
    "unsure != 1": "‹object›",
    "f'{unsure}' == 'a'": "‹object›",
    "'a' == f'{unsure}'": "‹object›",
    "t == 1": "‹object›",
    "1 < 2": "true",
    "2 < 2": "false",
    "2 <= 2": "true",
    "3 <= 2": "false",
    "2 > 2": "false",
    "3 > 2": "true",
    "2 >= 2": "true",
    "1 >= 2": "false",
    "'a' < 'b'": "true",
    "'b' <= 'a'": "false",
    "'b' > 'a'": "true",
    "'a' >= 'b'": "false",
    "'a' < 1": "‹object›",
    "1 < 'a'": "‹object›",
    "unsure < 1": "‹object›",
    "1 < unsure": "‹object›",
    "f'{unsure}' < 'a'": "‹object›",
    "'a' < f'{unsure}'": "‹object›",
    "1 < 2 < 3": "true",
    "None is None": "true",
    "None is not None": "false",
    "1 is None": "false",
    "1 is not None": "true",
    "None is not 'a'": "true",
    "t is None": "false",
    "t is not None": "true",
    "unsure is None": "‹object›",
    "None is unsure": "‹object›",
    "undefined is None": "‹object›",
    "(t if unsure else None) is None": "‹object›",
    "True is True": "true",
    "True is False": "false",
    "True is not False": "true",
    "db is db": "true",
    "db is client": "‹object›",
    "True is 1": "‹object›",
    "1 in [1, 2]": "true",
    "3 in [1, 2]": "false",
    "3 not in [1, 2]": "true",
    "1 not  in (1, 2)": "false",
    "1 in {1}": "true",
    "'a' in {'a': 1}": "true",
    "'b' in {'a': 1}": "false",
    "'b' in {'a': 1, **unsure}": "‹object›",
    "'a' in {'a': 1, **unsure}": "true",
    "1 in [1, *unsure]": "true",
    "2 in [1, *unsure]": "‹object›",
    "unsure in [1]": "‹object›",
    "'ell' in 'hello'": "true",
    "'x' in 'hello'": "false",
    "'x' not in 'hello'": "true",
    "'x' in f'{unsure}'": "‹object›",
    "f'{unsure}' in 'x'": "‹object›",
    "1 in unsure": "‹object›",
    "1 in 'a'": "‹object›",
  };
  expect(reading.values(Object.keys(table))).toEqual(table);
});

describe("and, or, not and a condition in an expression", () => {
  test("have the value that Python gives them", () => {
    const table = {
      "1 and 2": "2",
      "0 and 2": "0",
      "1 or 2": "1",
      "0 or 2": "2",
      "not 1": "false",
      "not 0": "true",
      "not unsure": "‹object›",
      "1 if True else 2": "1",
      "1 if 0 else 2": "2",
      "unsure and 1": "‹object›",
      "1 if unsure else 2": "‹object›",
      "1 if unsure else 1": "1",
    };
    expect(reading.values(Object.keys(table))).toEqual(table);
  });

  test.each([
    ["True and one(t)", "one(t)"],
    ["False and one(t)", ""],
    ["True or one(t)", ""],
    ["False or one(t)", "one(t)"],
    ["unsure and one(t)", "one(t) unknown"],
    ["unsure or one(t)", "one(t) unknown"],
    ["one(t) if unsure else two(t, t)", "one(t) unknown; two(t t) unknown"],
    ["one(t) if 1 else two(t, t)", "one(t)"],
    ["one(one(t) if unsure else t)", "one(t) unknown; one_2(one t) unknown"],
    ["one(t) if unsure else t\none(t)", "one(t) unknown; one_2(t)"],
    ["unsure and one(t)\none(t)", "one(t) unknown; one_2(t)"],
  ])("%s records %s", (lines, expected) => {
    expect(reading.recorded(lines)).toBe(expected);
  });
});

test("the version of Python is known as far as it must be new enough", () => {
  const table = {
    "sys.version_info >= (3, 8)": "true",
    "sys.version_info < (3, 9)": "false",
    "sys.version_info >= (3, 9)": "true",
    "sys.version_info > (3, 9)": "‹object›",
    "sys.version_info >= (3, 12)": "‹object›",
    "sys.version_info >= (2, 7, 18)": "true",
    __debug__: "true",
  };
  expect(reading.values(Object.keys(table), "import sys")).toEqual(table);
});

describe("what is true without being run", () => {
  test("by its kind and what is in it", () => {
    const table = {
      "bool(None)": "false",
      "bool(0)": "false",
      "bool(0.0)": "false",
      "bool(2)": "true",
      "bool('')": "false",
      "bool('a')": "true",
      "bool(f'{unsure}')": "true",
      "bool(f'{unsure}'.replace('…', ''))": "‹object›",
      "bool([])": "false",
      "bool([0])": "true",
      "bool(())": "false",
      "bool((0,))": "true",
      "bool(set())": "false",
      "bool({0})": "true",
      "bool({})": "false",
      "bool({1: 1})": "true",
      "bool({**unsure})": "‹object›",
      "bool(one)": "true",
      "bool(client)": "true",
      "bool(db)": "true",
      "bool((lambda: 0))": "true",
      "bool(Client)": "true",
      "bool(unsure)": "‹object›",
      "bool(t)": "true",
      "bool(...)": "‹object›",
    };
    expect(reading.values(Object.keys(table))).toEqual(table);
  });

  test("classes and modules are true", () => {
    expect(reading.values(["bool(C)"], "class C: pass")).toEqual({ "bool(C)": "true" });
    expect(reading.values(["bool(m)"], "import m", { "m.py": "" })).toEqual({ "bool(m)": "true" });
    expect(reading.values(["bool(aqueduct)"], "import aqueduct")).toEqual({ "bool(aqueduct)": "true" });
  });
});
