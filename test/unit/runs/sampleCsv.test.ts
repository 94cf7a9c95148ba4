import { describe, expect, it } from "vitest";
import { isTableSample, type Cell } from "../../../src/core/model/sample.js";
import { csvOf } from "../../../src/core/runs/sampleCsv.js";
import { table } from "../../fakes/previews.js";

function csv(columns: Readonly<Record<string, string>>, rows: readonly (readonly Cell[])[]): string {
  const { sample } = table(columns, rows, 4898);
  if (sample === null || !isTableSample(sample)) throw new Error("not a table");
  return csvOf(sample);
}

describe("a sample as CSV", () => {
  it("is a header and the rows, each line ended as RFC 4180 says, and nothing else", () => {
    expect(
      csv({ color: "object", quality: "int64" }, [
        ["red", 5],
        ["white", 6],
      ]),
    ).toBe("color,quality\r\nred,5\r\nwhite,6\r\n");
  });

  it("quotes what would be read as something else", () => {
    expect(
      csv({ 'say "x"': "object", "a,b": "object" }, [
        ["line\nbreak", 'a "b"'],
        [" padded", "a\rb"],
      ]),
    ).toBe('"say ""x""","a,b"\r\n"line\nbreak","a ""b"""\r\n" padded","a\rb"\r\n');
  });

  it("leaves missing values empty, and quotes an empty text so that it is told from them", () => {
    expect(
      csv({ t: "object", n: "float64", d: "datetime64[ns]" }, [
        [null, null, null],
        ["", 0, "2026-01-01 00:00:00"],
      ]),
    ).toBe('t,n,d\r\n,,\r\n"",0.0,2026-01-01 00:00:00\r\n');
    expect(csv({ t: "float64" }, [[null]])).toBe('t\r\n""\r\n');
  });

  it("keeps numbers exactly as they are stored", () => {
    expect(
      csv({ i: "int64", f: "float64", b: "bool" }, [
        ["9007199254740993", "-inf", true],
        [7, 1e300, false],
      ]),
    ).toBe("i,f,b\r\n9007199254740993,-inf,True\r\n7,1e+300,False\r\n");
  });

  it("has a header alone where there are no rows", () => {
    expect(csv({ a: "int64", b: "object" }, [])).toBe("a,b\r\n");
  });
});

describe("a field of CSV", () => {
  it("is quoted where a reader would take its sign for the format's, or cut its blanks", () => {
    const rows = ["a,b", 'a"b', "a\nb", "a\rb", " a", "a ", "a b"].map((text) => [text, "x"]);
    expect(csv({ t: "object", u: "object" }, rows).split("\r\n").slice(1, -1)).toEqual([
      '"a,b",x',
      '"a""b",x',
      '"a\nb",x',
      '"a\rb",x',
      '" a",x',
      '"a ",x',
      "a b,x",
    ]);
  });

  it("that a row does not have is empty", () => {
    expect(csv({ a: "object", b: "object" }, [["x"]])).toBe("a,b\r\nx,\r\n");
  });
});
