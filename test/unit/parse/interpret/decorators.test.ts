import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function expectRecorded(table: Readonly<Record<string, string>>): void {
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
}

const twice = "def twice(f):\n    def inner(x):\n        return f(f(x))\n    return inner\n";

describe("a decorator of one's own", () => {
  test("is called, above an operator and on a helper", () => {
    expectRecorded({
      [`${twice}@twice\n@op\ndef step(x): return x\nstep(t)`]: "step(t); step_2(step)",
      [`${twice}@twice\ndef helper(x): return one(x)\nhelper(t)`]: "one(t); one_2(one)",
      "def now(f): return f(t)\n@now\ndef made(x): return one(x)\none(made)": "one(t); one_2(one)",
    });
  });

  test("below an operator gives the function that the operator is called after, where the whole statement stands", () => {
    const [, operator] = reading.operators(`${twice}@op\n@twice\ndef step(x): return x\nstep(t)`);
    expect([operator?.name, operator?.definition?.line]).toEqual(["inner", 17]);
    expect(
      reading.recorded(
        "import functools\ndef quiet(f):\n    @functools.wraps(f)\n    def inner(*a): return f(*a)\n    return inner\n@op\n@quiet\ndef step(x): return x\nstep(t)",
      ),
    ).toBe("step(t)");
  });

  test("may make the operator itself", () => {
    expectRecorded({
      "def step(f): return op(f)\n@step\ndef made(x): return x\nmade(t)": "made(t)",
      "def named(n):\n    def decorate(f): return op(name=n)(f)\n    return decorate\n@named('a')\ndef made(x): return x\nmade(t)":
        "a(t)",
      "import functools\nstep = functools.partial(op, name='a')\n@step()\ndef made(x): return x\nmade(t)": "a(t)",
    });
  });

  test("of a package is taken to keep what it is given", () => {
    expect(reading.recorded("import tenacity\n@tenacity.retry\ndef helper(x): return one(x)\nhelper(t)")).toBe(
      "one(t)",
    );
  });
});

describe("functions made of functions", () => {
  test("are called with all that they were given", () => {
    expectRecorded({
      "from functools import partial\npartial(two, t)(t)": "two(t t)",
      "from functools import partial\ndef f(x, y): return two(x, y)\npartial(f, y=t)(one(t))": "one(t); two(one t)",
      "from functools import reduce\nreduce(two, [t, one(t), t])": "one(t); two(t one); two_2(two t)",
      "from functools import cache\n@cache\ndef f(n): return one(t)\nf(1)\nf(1)\nf(2)": "one(t); one_2(t)",
      "import operator\none(operator.itemgetter('a')({'a': t}))": "one(t)",
    });
  });
});
