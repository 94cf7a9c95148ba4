import { beforeAll, describe, expect, test } from "vitest";
import { isUnknownCall } from "../../../../src/core/model/workflow.js";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function expectRecorded(table: Readonly<Record<string, string>>): void {
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, reading.recorded(lines)]))).toEqual(table);
}

describe("a call that cannot be followed", () => {
  test("is one unknown node where it takes an artifact or an operator, and takes what they are", () => {
    expectRecorded({
      "import toolz\ntoolz.pipe(t, one)": "toolz_pipe(t) unknown",
      "import toolz\nx = toolz.pipe([t, one(t)], one)\none(x)":
        "one(t); toolz_pipe(t one) unknown; one_2(toolz_pipe) unknown",
      "import toolz\nf = toolz.curry(one)\nf(t)": "toolz_curry() unknown; f(t toolz_curry) unknown",
      "undefined(a=t)": "undefined(t) unknown",
      "unsure(t)": "unsure(t) unknown",
      "5(t)": "function(t) unknown",
    });
  });

  test("stands on its line, without a definition", () => {
    const [, node] = reading.operators("import toolz\n\ntoolz.pipe(\n    t,\n)");
    expect(node && isUnknownCall(node)).toBe(true);
    expect([node?.name, node?.kind, node?.source.line, node?.source.endLine]).toEqual([
      "toolz.pipe",
      "function",
      15,
      17,
    ]);
  });

  test("draws nothing where it takes neither, nor where Python's own only look at what they take", () => {
    expectRecorded({
      "import toolz\ntoolz.pipe(1, [2])": "",
      "print(t, one)": "",
      "isinstance(t, list)": "",
      "repr(t), str(t), id(t), len([t]), type(t)": "",
      "import logging\nlogging.getLogger('a').info('%s', t)": "",
      "import time\ntime.sleep(1)": "",
    });
  });

  test("may call the functions that it takes, any number of times, with any artifact", () => {
    expectRecorded({
      "import toolz\ndef step(x): return one(x)\ntoolz.pipe(t, step)": "one(t) repeated unknown; toolz_pipe(t) unknown",
      "import toolz\ndef step(x): return x + 1\ntoolz.pipe(1, step)": "",
      "import threading\ndef main(): one(t)\nthreading.Thread(target=main).start()": "one(t) repeated unknown",
    });
  });

  test("keeps what it takes reached by the workflow that publishes what it gives", () => {
    const [first, ...others] = reading.workflows(
      "import toolz\nx = toolz.pipe(one(t), one)\nclient.publish_flow('a', artifacts=[x])",
    );
    expect(first?.operators.map(({ id }) => id)).toEqual(["db_query", "one", "toolz_pipe"]);
    expect(others).toEqual([]);
  });

  test("of text may record anything that the text names, and bind any name", () => {
    expectRecorded({
      "exec('x = one(t)')\none(x)": "exec(t) unknown; one(exec) unknown",
      "one(eval('one(t)'))": "eval(t) unknown; one(eval) unknown",
      "one(eval('1 + 1'))": "one_table() unknown; one(one_table) unknown",
    });
  });

  test("gives what its attributes, items and results are made of", () => {
    expectRecorded({
      "import toolz\nx = toolz.pipe(t)\none(x.left)": "toolz_pipe(t) unknown; one(toolz_pipe) unknown",
      "import toolz\nx = toolz.pipe(t)\nleft = x.left\none(left.inner)":
        "toolz_pipe(t) unknown; one(toolz_pipe) unknown",
      "import toolz\nx = toolz.pipe(t)\none(x['left'])": "toolz_pipe(t) unknown; one(toolz_pipe) unknown",
      "import toolz\nx = toolz.pipe(t)\none(x.left())": "toolz_pipe(t) unknown; one(toolz_pipe) unknown",
      "import types\nx = types.SimpleNamespace(**{k: t for k in os.environ})\none(x.left)":
        "types_simplenamespace(t) unknown; one(types_simplenamespace) unknown",
    });
  });

  test("of a decorator of which nothing is known makes the operator below it unknown", () => {
    expect(reading.recorded("@op\n@undefined\ndef f(x): return x\nf(t)")).toBe("f(t) unknown");
  });
});
