import { describe, expect, it } from "vitest";
import { read } from "../../../src/formats/reader.js";
import { sampleFormat } from "../../../src/formats/sample.js";
import { cellText, columnKind, missingWord } from "../../../src/core/model/sample.js";
import { sample } from "../../fakes/previews.js";

describe("what a cell says", () => {
  it.each([
    [6, "int64", "6"],
    [6, "float64", "6.0"],
    [0.1, "float64", "0.1"],
    [-0.5, "Float32", "-0.5"],
    [1e-7, "float64", "1e-7"],
    ["9007199254740993", "int64", "9007199254740993"],
    ["18446744073709551615", "uint64", "18446744073709551615"],
    ["inf", "float64", "inf"],
    [true, "bool", "True"],
    [false, "object", "False"],
    ["12.50", "object", "12.50"],
    ["2026-01-01 00:00:00", "datetime64[ns]", "2026-01-01 00:00:00"],
    ["", "object", ""],
    [null, "float64", "NaN"],
    [null, "datetime64[ns, UTC]", "NaT"],
    [null, "timedelta64[ns]", "NaT"],
    [null, "Int64", "<NA>"],
    [null, "string", "<NA>"],
    [null, "int64[pyarrow]", "<NA>"],
    [null, "category", "NaN"],
    [null, "object", "None"],
  ])("%j of %s is %s", (cell, dtype, text) => {
    expect(cellText(cell, dtype)).toBe(text);
  });

  it("is one of four kinds, by the dtype of its column", () => {
    const kinds = Object.fromEntries(
      [
        "int64",
        "UInt8",
        "float32",
        "Sparse[float64, nan]",
        "decimal128(10, 2)[pyarrow]",
        "double[pyarrow]",
        "bool",
        "boolean",
        "datetime64[ns]",
        "timestamp[us][pyarrow]",
        "period[M]",
        "object",
        "string",
        "category",
        "interval[int64, right]",
      ].map((dtype) => [dtype, columnKind(dtype)]),
    );
    expect(kinds).toEqual({
      int64: "number",
      UInt8: "number",
      float32: "number",
      "Sparse[float64, nan]": "number",
      "decimal128(10, 2)[pyarrow]": "number",
      "double[pyarrow]": "number",
      bool: "boolean",
      boolean: "boolean",
      "datetime64[ns]": "time",
      "timestamp[us][pyarrow]": "time",
      "period[M]": "time",
      object: "text",
      string: "text",
      category: "text",
      "interval[int64, right]": "text",
    });
    expect(missingWord("period[M]")).toBe("NaT");
  });
});

describe("a sample", () => {
  it.each([
    sample({}),
    sample({ text: "wine" }),
    sample({ rows: 2, columns: [{ name: "x", dtype: "int64" }], values: [[1], [null]] }),
    { ...sample({}), python: "int", more: 1 },
  ])("is %j", (value) => {
    expect(read(sampleFormat, value).readable).toBe(true);
  });

  it.each([
    null,
    "wine",
    { ...sample({}), format: 2 },
    { ...sample({}), text: 3 },
    sample({ columns: [{ name: "x", dtype: "int64" }], values: [1] }),
    { format: 1, rows: null, columns: null, text: null },
  ])("is not %j", (value) => {
    expect(read(sampleFormat, value).readable).toBe(false);
  });
});
