import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function expectRecorded(table: Readonly<Record<string, string>>): void {
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
}

const steps = "def steps(x):\n    yield one(x)\n    yield two(x, x)\n";

describe("a function with yield", () => {
  test("records what it does when it is asked, step by step", () => {
    expectRecorded({
      [`${steps}steps(t)`]: "",
      [`${steps}next(steps(t))`]: "one(t)",
      [`${steps}list(steps(t))`]: "one(t); two(t t)",
      [`${steps}a, b = steps(t)\none(b)`]: "one(t); two(t t); one_2(two)",
      [`${steps}for x in steps(t):\n    one(x)`]: "one(t); one_2(one); two(t t); one_3(two)",
      [`${steps}for x in steps(t):\n    break\none(x)`]: "one(t); one_2(one)",
      [`${steps}two(*steps(t))`]: "one(t); two(t t); two_2(one two)",
    });
  });

  test("hands on what another one yields, and takes what is sent to it", () => {
    expectRecorded({
      [`${steps}def outer():\n    yield from steps(t)\nlist(outer())`]: "one(t); two(t t)",
      "def talk(x):\n    f = yield x\n    yield f(x)\ng = talk(t)\nnext(g)\none(g.send(one))": "one(t); one_2(one)",
      "def f():\n    yield 1\n    return one(t)\ndef g():\n    x = yield from f()\n    one(x)\nlist(g())":
        "one(t); one_2(one)",
    });
  });

  test("is a context manager by contextlib", () => {
    expect(
      reading.recorded(
        "import contextlib\n@contextlib.contextmanager\ndef held():\n    yield one(t)\n    two(t, t)\nwith held() as x:\n    one(x)",
      ),
    ).toBe("one(t); one_2(one); two(t t)");
  });

  test("of which it is not known what it yields makes what is done with that unknown", () => {
    expect(reading.recorded("def f():\n    if unsure:\n        yield one(t)\nfor x in f():\n    one(x)")).toBe(
      "one(t) unknown; one_2(one)",
    );
  });
});

test("a generator that raised has ended, and one without end is followed until it may have been left", () => {
  expectRecorded({
    "def f():\n    yield one(t)\n    raise KeyError()\ng = f()\ntry:\n    list(g)\nexcept KeyError:\n    list(g)\ntwo(t, t)":
      "one(t); two(t t)",
    "import itertools\nfor i in itertools.count():\n    if unsure:\n        break\n    one(t)":
      "one(t) unknown; one_2(t) repeated unknown",
  });
});

test("an async def runs when it is awaited", () => {
  expectRecorded({
    "async def f():\n    return one(t)\nf()": "",
    "import asyncio\nasync def f():\n    return one(t)\none(asyncio.run(f()))": "one(t); one_2(one)",
    "import asyncio\nasync def f(x):\n    return one(x)\nasync def g():\n    return await f(await f(t))\nasyncio.run(g())":
      "one(t); one_2(one)",
  });
});
