import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function expectRecorded(table: Readonly<Record<string, string>>): void {
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
}

/** A body of a `try` that raises, with the exception that it raises and one that it does not. */
const raising = {
  "int('x')": ["ValueError", "KeyError"],
  "float('x')": ["ValueError", "TypeError"],
  "{'a': 1}['b']": ["KeyError", "IndexError"],
  "[1][4]": ["IndexError", "KeyError"],
  "1 / 0": ["ZeroDivisionError", "ValueError"],
  never_bound: ["NameError", "AttributeError"],
  "assert 1 > 2": ["AssertionError", "ValueError"],
  "raise ValueError('no')": ["Exception", "OSError"],
  "raise FileNotFoundError": ["OSError", "LookupError"],
  "next(iter([]))": ["StopIteration", "ValueError"],
  "one()": ["Exception", "ArithmeticError"],
  "(lambda a: a)()": ["TypeError", "ValueError"],
};

describe("what fails in a try", () => {
  test.each(Object.entries(raising))("%s is handled by what catches it", (body, [caught, other]) => {
    const lines = `try:\n    ${body}\n    one(t)\nexcept ${other ?? ""}:\n    two(t, one(t))\nexcept ${caught ?? ""}:\n    two(t, t)\nelse:\n    one(t)`;
    expect(reading.recorded(lines)).toBe("two(t t)");
  });

  test("outside of a try ends nothing: its line is being written", () => {
    expectRecorded({
      "int('x')\none(t)": "one(t)",
      "{'a': 1}['b']\none(t)": "one(t)",
      "never_bound\none(t)": "one(t)",
    });
  });

  test("goes through functions, `finally` and what does not catch it", () => {
    expectRecorded({
      "def f():\n    raise KeyError()\ntry:\n    f()\nexcept KeyError:\n    one(t)": "one(t)",
      "try:\n    try:\n        raise KeyError()\n    except ValueError:\n        one(t)\n    finally:\n        two(t, t)\nexcept KeyError:\n    one(t)":
        "two(t t); one(t)",
      "class Mine(ValueError):\n    pass\ntry:\n    raise Mine()\nexcept KeyError:\n    two(t, t)\nexcept ValueError:\n    one(t)":
        "one(t)",
      "try:\n    try:\n        raise KeyError()\n    except KeyError:\n        raise\nexcept KeyError:\n    one(t)":
        "one(t)",
      "import contextlib\nwith contextlib.suppress(KeyError):\n    raise KeyError()\n    two(t, t)\none(t)": "one(t)",
    });
  });

  test("or does not, as far as the text tells, leaves both ways unknown", () => {
    expectRecorded({
      "try:\n    os.environ['A']\n    one(t)\nexcept KeyError:\n    two(t, t)": "one(t) unknown; two(t t) unknown",
      "try:\n    import somebodys_package\n    one(t)\nexcept ImportError:\n    two(t, t)":
        "one(t) unknown; two(t t) unknown",
      "try:\n    import json\n    one(t)\nexcept ImportError:\n    two(t, t)": "one(t)",
    });
  });
});
