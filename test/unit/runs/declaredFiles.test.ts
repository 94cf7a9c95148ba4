import { describe, expect, it } from "vitest";
import { declares } from "../../../src/core/runs/declaredFiles.js";

const body = "def load():\n    return open('data/one.csv')\n";

describe("a path in the file_dependencies of an operator", () => {
  it.each([
    ["@op(file_dependencies=['data/one.csv'])", true],
    ['@op(file_dependencies = ("x", "data/one.csv"))', true],
    ["@op(\n    file_dependencies=[\n        'x',  # it's new\n        'data/one.csv',\n    ],\n)", true],
    ["@op(file_dependencies=['a[0].csv', 'data/one.csv'])", true],
    ["@op(file_dependencies=['./data/one.csv'])", true],
    ["@op(file_dependencies=['data'])", true],
    ["@op(file_dependencies=['data/'])", true],
    ["@op(file_dependencies=['data/*.csv'])", true],
    ["@op(file_dependencies=['**/o[!x]?.csv'])", true],
    ["@op(file_dependencies=['*.csv'])", false],
    ["@op(file_dependencies=['dat'])", false],
    ["@op(file_dependencies=['data/two.csv'])", false],
    ["@op(file_dependencies=[\n    # 'data/one.csv',\n])", false],
    ["@op(file_dependencies=PATHS)", false],
    ["@op", false],
  ])("%s", (decorator, expected) => {
    expect(declares(`x = 1\n${decorator}\n${body}`, 2, "data/one.csv")).toBe(expected);
  });

  const two = `@op(file_dependencies=['data/one.csv'])\n${body}\n\n@timed\n@op\n${body}`;

  it("is that of the operator on whose line the problem stands, at its decorators or inside", () => {
    expect([1, 2, 3, 6, 7, 8, 9].map((line) => declares(two, line, "data/one.csv"))).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
  });

  it("may stand anywhere where the operator is made by a call", () => {
    const called = `${body}\nload = op(load, file_dependencies=['data/one.csv'])\n`;
    expect(declares(called, 1, "data/one.csv")).toBe(true);
    expect(declares(called, 2, "data/one.csv")).toBe(true);
    expect(declares(body, 2, "data/one.csv")).toBe(false);
  });
});
