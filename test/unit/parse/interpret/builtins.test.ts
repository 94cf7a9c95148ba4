import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function expectValues(table: Readonly<Record<string, string>>, lines = ""): void {
  expect(reading.values(Object.keys(table), lines)).toEqual(table);
}

describe("Python's own functions", () => {
  test("range", () => {
    expectValues({
      "list(range(3))": "[0,1,2]",
      "list(range(1, 3))": "[1,2]",
      "list(range(0, 6, 2))": "[0,2,4]",
      "list(range(0, 5, 2))": "[0,2,4]",
      "list(range(3, 0, -1))": "[3,2,1]",
      "list(range(3, 0))": "[]",
      "list(range(1, 3, 0))": "‹list›",
      "list(range(unsure))": "‹list›",
      "list(range(0, unsure))": "‹list›",
      "list(range(unsure, 3))": "‹list›",
      "list(range(0, 3, unsure))": "‹list›",
      "list(range(*unsure))": "‹list›",
      "len(range(2000))": "2000",
      "len(range(2001))": "‹object›",
      "list(range(100_001))": "‹list›",
    });
  });

  test("enumerate, zip and reversed", () => {
    expectValues({
      "[i for i, x in enumerate('ab')]": "[0,1]",
      "[i for i, x in enumerate('ab', 5)]": "[5,6]",
      "[i for i, x in enumerate('ab', start=1)]": "[1,2]",
      "[i for i, x in enumerate('ab', unsure)]": "‹list›",
      "[x for i, x in enumerate('ab')]": '["a","b"]',
      "[i for i, x in enumerate([1, *unsure])]": "‹list›",
      "list(enumerate([]))": "[]",
      "[x + y for x, y in zip([1, 2], [10, 20])]": "[11,22]",
      "[x + y for x, y in zip([1, 2, 3], [10])]": "[11]",
      "list(zip())": "[]",
      "[x for x, y in zip([1], unsure)]": "‹list›",
      "list(zip(*unsure))": "‹list›",
      "list(reversed([1, 2]))": "[2,1]",
      "list(reversed([1, *unsure]))": "‹list›",
    });
  });

  test("list, tuple, set and sorted", () => {
    expectValues({
      "list()": "[]",
      "list('ab')": '["a","b"]',
      "list({'a': 1})": '["a"]',
      "list(unsure)": "‹list›",
      "tuple([1])": "‹tuple›",
      "list(tuple([1]))": "[1]",
      "set([1])": "‹picklable›",
      "frozenset([1])": "‹picklable›",
      "list(frozenset([1]))": "[1]",
      "sorted([3, 1, 2])": "[1,2,3]",
      "sorted([10, 9])": "[9,10]",
      "sorted(['b', 'a', 'c'])": '["a","b","c"]',
      "sorted(['a', 'a'])": '["a","a"]',
      "sorted({'b': 1, 'a': 2})": '["a","b"]',
      "sorted([1, 'a'])": "‹list›",
      "sorted([f'{unsure}', 'a'])": "‹list›",
      "sorted([2, 1], reverse=True)": "[2,1]",
      "sorted([2, *unsure])": "‹list›",
      "sorted([])": "[]",
      "sorted([], key=len)": "[]",
      "len(sorted([2, 1], key=unsure))": "‹object›",
    });
  });

  test("len, str, int, float and bool", () => {
    expectValues({
      "len([1, 2])": "2",
      "len('abc')": "3",
      "len()": "0",
      "len(unsure)": "‹object›",
      "str(1)": '"1"',
      "str(1.5)": '"1.5"',
      "str(True)": '"True"',
      "str(False)": '"False"',
      "str(None)": '"None"',
      "str('a')": '"a"',
      "str(unsure)": "‹string›",
      "str()": "‹string›",
      "int('12')": "12",
      "int(2.7)": "2",
      "int(-2.7)": "-2",
      "int(True)": "1",
      "int('x')": "‹object›",
      "int(f'{unsure}')": "‹object›",
      "int(unsure)": "‹object›",
      "int()": "‹object›",
      "int(1e308 * 10)": "‹object›",
      "str(float(2))": '"2.0"',
      "float('2')": '{"$aqueduct":"float","value":"2.0"}',
      "float(unsure)": "‹object›",
      "float()": "‹object›",
      "bool(1)": "true",
      "bool(unsure)": "‹object›",
      "bool()": "‹object›",
    });
  });

  test("next, map, print and the others", () => {
    expectValues({
      "next(iter([1, 2]))": "1",
      "next(iter([]))": "‹object›",
      "list(map(str, [1, 2]))": '["1","2"]',
      "list(map(str, unsure))": "‹list›",
      "map(str)": "‹object›",
      "map()": "‹object›",
      "print(1)": "null",
      "abs(-1)": "1",
      "abs(t)": "‹unknown›",
      "max(1, t)": "‹unknown›",
      "isinstance(1, int)": "true",
      "open('x')": "‹object›",
      __file__: "‹object›",
      undefined: "‹unknown›",
      "undefined()": "‹unknown›",
      "os.path.join('a')": '"a"',
      "os.getenv(t)": "‹unknown›",
      "os.getenv(a=t)": "‹unknown›",
    });
  });

  test("every one that holds no artifact is an object, and so is what it gives", () => {
    const names =
      "all any ascii bin bytearray bytes classmethod compile complex delattr dir divmod filter globals hasattr hash help hex id input isinstance issubclass iter locals max memoryview min object oct open pow property round setattr slice staticmethod sum super type vars __import__ __file__ __doc__ Exception ValueError TypeError KeyError RuntimeError NotImplementedError".split(
        " ",
      );
    expectValues(Object.fromEntries(names.map((name) => [`${name}(1)`, "‹object›"])));
  });

  test("call operators by map", () => {
    expect(reading.recorded("list(map(one, [t, one(t)]))")).toBe("one(t); one_2(t); one_3(one)");
    expect(reading.recorded("list(map(one, unsure))\none(t)")).toBe(
      "one_table() repeated; one(one_table) repeated; one_2(t)",
    );
  });

  test("are hidden by names of the file", () => {
    expectValues({ "len(1)": "5" }, "def len(x): return 5");
  });
});
