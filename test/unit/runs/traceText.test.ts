import { describe, expect, it } from "vitest";
import { nearestLine, traceText } from "../../../src/core/runs/traceText.js";

const failure = {
  type: "user",
  message: "KeyError: 'alcohol'",
  tip: "The table has no such column.",
  trace: [
    { file: "level3.py", line: 49, function: "predict", text: "features = ratios(wines)" },
    { file: "wine_features.py", line: 7, function: "ratios", text: "wines['alcohol']" },
  ],
} as const;

describe("the trace of a failure", () => {
  it("says what failed and what to do before it shows the lines", () => {
    expect(traceText("predict", failure).text).toBe(`predict failed

KeyError: 'alcohol'

The table has no such column.

Your lines, the failing one last:

  level3.py:49, in predict
      features = ratios(wines)

  wine_features.py:7, in ratios
      wines['alcohol']
`);
  });

  it("has a link at each of the user's lines, exactly over its place", () => {
    const { text, links } = traceText("predict", failure);
    const lines = text.split("\n");
    expect(links.map(({ line, start, end }) => lines[line]?.slice(start, end))).toEqual([
      "level3.py:49",
      "wine_features.py:7",
    ]);
    expect(links.map(({ file, target }) => [file, target])).toEqual([
      ["level3.py", 49],
      ["wine_features.py", 7],
    ]);
  });

  it("of a failure outside of the user's code says so", () => {
    expect(traceText("predict", { ...failure, trace: [], tip: "" }).text).toContain(
      "None of your own lines were under way.",
    );
  });
});

describe("a line that has moved since the run", () => {
  const lines = ["a = 1", "", "  fail()", "b = 2", "  fail()"];

  it("stays where the text still stands", () => {
    expect(nearestLine(lines, 3, "fail()")).toBe(3);
  });

  it("is found where it stands now, the nearest where it stands twice", () => {
    expect(nearestLine(lines, 1, "fail()")).toBe(3);
    expect(nearestLine(lines, 9, "fail()")).toBe(5);
  });

  it("that is gone leads to its old place", () => {
    expect(nearestLine(lines, 2, "gone()")).toBe(2);
  });
});

describe("a trace", () => {
  it("keeps the lines of a message and of what to do", () => {
    const { text } = traceText("predict", { ...failure, message: "one\ntwo", tip: "three\nfour", trace: [] });
    expect(text).toBe("predict failed\n\none\ntwo\n\nthree\nfour\n\nNone of your own lines were under way.\n");
  });

  it("has no empty lines for a tip that is none", () => {
    expect(traceText("predict", { ...failure, tip: "" }).text).toMatch(
      /^predict failed\n\nKeyError: 'alcohol'\n\nYour lines/,
    );
  });

  it("has links with the code that stood there, and shows that without its indentation", () => {
    const trace = [{ file: "a.py", line: 12, function: "f", text: "    x = 1" }];
    const { text, links } = traceText("predict", { ...failure, trace });
    expect(links).toEqual([{ line: 8, start: 2, end: 9, file: "a.py", target: 12, code: "    x = 1" }]);
    expect(text).toContain("  a.py:12, in f\n      x = 1\n");
  });
});

describe("the nearest line", () => {
  it("is not looked for where nothing stood there", () => {
    expect(nearestLine(["a", "", "b"], 1, "  ")).toBe(1);
  });

  it("is the earlier one of two that are as near", () => {
    expect(nearestLine(["x()", "", "x()"], 2, "x()")).toBe(1);
  });

  it("is the nearest in either direction", () => {
    expect(nearestLine(["x()", "", "", "", "x()", "x()"], 4, "x()")).toBe(5);
    expect(nearestLine(["x()", "x()", "", "", "", "x()"], 3, "x()")).toBe(2);
  });

  it("may be asked for behind the end of the file", () => {
    expect(nearestLine(["x()"], 9, " x()")).toBe(1);
  });
});
