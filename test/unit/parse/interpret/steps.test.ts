import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

/** Takes more steps than one statement has. */
const endless = (inside: string): string =>
  `for i in range(1500):\n  for j in range(1500):\n    a = i * j + (i + j) * (i - j)\n    ${inside}`;

describe("a statement that takes more steps than are followed", () => {
  test("is told on its line, and the rest of the file is drawn", () => {
    const { facts, graph } = reading.lines(`${endless("x = i")}\nclient.publish_flow('a', artifacts=[one(t)])`);
    expect(facts.cutShort.map(({ range, isRest }) => [range.line, isRest])).toEqual([[13, false]]);
    expect(graph.workflows.map(({ name, operators }) => [name, operators.length])).toEqual([["a", 2]]);
  });

  test("may have bound its names to anything", () => {
    expect(reading.recorded(`${endless("x = t")}\none(x)`)).toBe("one(t) unknown");
  });

  test("may call every operator of the file", () => {
    expect(reading.lines(endless("x = i")).definitions.map(({ isCalled }) => isCalled)).toEqual([true, true]);
  });

  test("of a module is told in the module, and ends there", () => {
    const modules = { "busy.py": `${endless("x = i")}\nnumber = 3` };
    const { facts } = reading.file("import busy\nprint(busy.number)", modules);
    expect(facts.cutShort.map(({ range }) => range.file)).toEqual(["busy.py"]);
  });

  test("leaves out what follows only where many of them take all the steps there are", () => {
    const { facts } = reading.lines(Array.from({ length: 6 }, () => endless("x = i")).join("\n"));
    expect(facts.cutShort.map(({ isRest }) => isRest)).toEqual([false, false, false, false, true]);
  });
});
