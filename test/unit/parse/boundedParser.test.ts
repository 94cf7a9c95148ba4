import { beforeAll, describe, expect, it } from "vitest";
import { boundedText, mostCharacters } from "../../../src/core/parse/boundedParser.js";
import { Reading } from "./reading.js";

const comments = (count: number, indent = ""): string =>
  Array.from({ length: count }, (_, index) => `${indent}# commented out ${index}\n`).join("");

describe("what the parser is given", () => {
  it("is the text itself, as a rule", () => {
    const text = `def f():\n    return 1\n${comments(20)}x = '''\n# no comment\n'''\n`;
    expect(boundedText(text)).toBe(text);
  });

  it("is blank in the place of long blocks of comments, and of nothing else", () => {
    const before = `def f():\n    return 1\n`;
    const after = `x = '''${comments(100)}'''\ny = "#"  # why\n`;
    const text = before + comments(100, "  ") + after;
    const given = boundedText(text);
    expect(given).toHaveLength(text.length);
    expect(given.startsWith(before)).toBe(true);
    expect(given.endsWith(after)).toBe(true);
    expect(given.split("\n")).toHaveLength(text.split("\n").length);
    expect(given).toContain("commented out 29");
    expect(given.slice(0, -after.length)).not.toContain("commented out 31");
  });

  it("has no long text that is never closed, and the same length", () => {
    const text = `x = 1\ny = '''${"\nz = 1".repeat(5000)}`;
    expect(boundedText(text)).toHaveLength(text.length);
    expect(boundedText(text).trimEnd()).toBe("x = 1\ny = (");
  });

  it("is nothing of a file that is too long", () => {
    expect(boundedText("x = 1\n".repeat(mostCharacters))).toBe("");
  });
});

describe("a file with such parts", () => {
  let reading: Reading;
  beforeAll(async () => {
    reading = await Reading.start();
  });

  it("is read as without them", () => {
    const text = `def f():\n    return 1\n${comments(3000)}one(t)`;
    expect(reading.recorded(text)).toBe("one(t)");
    expect(reading.recorded(`if unsure:\n    pass\n${comments(3000, "    ")}    one(t)`)).toBe("one(t) unknown");
  });

  it("that is too long says so on its first line", () => {
    const { facts, graph } = reading.file(`import aqueduct\n${"x = 1\n".repeat(mostCharacters / 5)}`);
    expect(graph.workflows).toEqual([]);
    expect(facts.cutShort).toMatchObject([{ range: { line: 1 }, isRest: true, isTooLong: true }]);
  });

  it("still says that a text is not closed", () => {
    expect(reading.file(`y = '''${"\nz = 1".repeat(5000)}`).facts.faults).toHaveLength(1);
  });
});
