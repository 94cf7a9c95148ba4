import { describe, expect, it } from "vitest";
import { countOf } from "../../../src/core/model/words.js";
import { boundText, leftOut, rowsText, sizeText, whenText } from "../../../webview/previewPanel/words.js";
import { sample, table, value } from "../../fakes/previews.js";

describe("words about a value", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [1023, "1,023 bytes"],
    [1024, "1.0 KB"],
    [126_012, "123 KB"],
    [5_000_000, "4.8 MB"],
    [3 * 1024 ** 4, "3.0 TB"],
  ])("%d bytes are %s", (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  it("says how many rows of how many are shown", () => {
    expect(rowsText(500, 4898)).toBe("500 of 4,898 rows");
    expect(rowsText(13, 13)).toBe("13 rows");
    expect(rowsText(1, 1)).toBe("1 row");
    expect(countOf(1200, "column")).toBe("1,200 columns");
  });

  it("names the day of a run that is not today's, and the year of one that is not this year's", () => {
    const now = new Date(2026, 10, 25, 12, 0);
    expect(whenText(new Date(2026, 10, 25, 9, 5).toISOString(), now)).toMatch(/^today, 9:05\sAM$/);
    expect(whenText(new Date(2026, 10, 21, 9, 5).toISOString(), now)).toMatch(/^Nov 21, 9:05\sAM$/);
    expect(whenText(new Date(2025, 10, 21, 9, 5).toISOString(), now)).toMatch(/^Nov 21, 2025, 9:05\sAM$/);
  });

  it("says a bound as the workflow does", () => {
    expect(
      boundText({ comparison: "notEqual", value: 2.5, operator: "b", name: "b", severity: "error", passed: true }),
    ).toBe("not equal to 2.5");
  });
});

describe("what a sample leaves out", () => {
  it("is nothing of a value that is all there", () => {
    const whole = value({ sample: sample({ values: [1, 2] }) });
    expect(leftOut(whole, sample({ values: [1, 2] }))).toBeUndefined();
    expect(leftOut(whole, sample({ text: "short…" }))).toBeUndefined();
    expect(leftOut(table({ a: "int64" }, [[1]], 10), sample({ columns: [], values: [] }))).toBeUndefined();
  });

  it("is said of texts, bytes and long lists", () => {
    expect(
      leftOut(value({ type: "string", encoding: "text", size: 1_000_000 }), sample({ text: `${"x".repeat(19_999)}…` })),
    ).toBe("This is the beginning: 20,000 characters of 977 KB.");
    expect(leftOut(value({ type: "bytes", encoding: "bytes", size: 4000 }), sample({ text: "x" }))).toBe(
      "These are the first 1,000 of 4,000 bytes.",
    );
    expect(leftOut(value(), sample({ values: { long: Array.from({ length: 1000 }, () => 0) } }))).toContain(
      "the first 1,000 entries",
    );
  });
});
