import { describe, expect, it } from "vitest";
import type { Graph, Operator } from "../../../src/core/model/workflow.js";
import { compareWithTrace } from "../../../src/core/trace/compare.js";
import { readTrace, traceProblems } from "../../../src/core/trace/read.js";
import { wine, wineTrace } from "../../fakes/wine.js";

const graph = (operators: readonly Operator[]): Graph => ({
  format: 1,
  workflows: [{ ...wine, operators }],
  problems: [],
});
const withPredict = (change: Partial<Operator>): readonly Operator[] =>
  wine.operators.map((operator) => (operator.id === "predict" ? { ...operator, ...change } : operator));

describe("text and trace", () => {
  it("that agree give no problem", () => {
    expect(compareWithTrace(graph(wine.operators), wineTrace.graph)).toEqual([]);
  });

  it("that join otherwise are told apart on the operator's line", () => {
    expect(compareWithTrace(graph(withPredict({ inputs: ["demo_query"] })), wineTrace.graph)).toMatchObject([
      {
        code: "trace-differs",
        severity: "information",
        line: 10,
        message: expect.stringContaining("reading demo_query, floor instead of demo_query") as string,
      },
    ]);
  });

  it("differ where one has an operator that the other has not", () => {
    const fewer = wine.operators.filter(({ id }) => id !== "error");
    expect(compareWithTrace(graph(fewer), wineTrace.graph)).toMatchObject([
      { line: 13, message: expect.stringContaining("does not show") as string },
    ]);
    expect(compareWithTrace(wineTrace.graph, graph(fewer))).toMatchObject([
      { line: 13, message: expect.stringContaining("did not record") as string },
    ]);
  });

  it("agree where the text has a call that it cannot follow, for whatever was recorded on its lines", () => {
    const unknown = { kind: "function", unknown: true, definition: null } as const;
    const error = wine.operators.find(({ id }) => id === "error");
    const said = wine.operators.flatMap((operator) =>
      operator === error ? [{ ...operator, ...unknown }] : [operator],
    );
    expect(error?.kind).not.toBe("function");
    expect(compareWithTrace(graph(said), wineTrace.graph)).toEqual([]);
    const elsewhere = said.map((operator) =>
      operator.id === "error" ? { ...operator, source: { ...operator.source, line: 90, endLine: 90 } } : operator,
    );
    expect(compareWithTrace(graph(elsewhere), wineTrace.graph)).toMatchObject([{ line: 13 }]);
  });

  it("are compared publication by publication where one name has several", () => {
    const twice = (...operators: readonly (readonly Operator[])[]): Graph => ({
      format: 1,
      workflows: operators.map((own) => ({ ...wine, operators: own })),
      problems: [],
    });
    const fewer = wine.operators.filter(({ id }) => id !== "error");
    expect(compareWithTrace(twice(fewer, wine.operators), twice(fewer, wine.operators))).toEqual([]);
    expect(compareWithTrace(twice(wine.operators, fewer), twice(fewer, wine.operators))).toHaveLength(2);
  });

  it("agree where a repeated node covers what a loop recorded", () => {
    const again = wine.operators
      .filter(({ id }) => id === "predict")
      .map((operator) => ({ ...operator, id: "predict_2", outputs: ["predict_2"] }));
    expect(compareWithTrace(graph(withPredict({ repeated: true })), graph([...wine.operators, ...again]))).toEqual([]);
    expect(compareWithTrace(graph(wine.operators), graph([...wine.operators, ...again]))).toHaveLength(1);
  });
});

describe("what the tracer wrote", () => {
  it("is taken as it is", () => {
    expect(readTrace(JSON.stringify(wineTrace))).toEqual(wineTrace);
  });

  it.each([
    [{}],
    [{ ...wineTrace, format: 2 }],
    [{ ...wineTrace, graph: { workflows: [{}], problems: [] } }],
    [{ ...wineTrace, shipments: [{ operators: [{}] }] }],
  ])("is refused where it is something else: %j", (value) => {
    expect(() => readTrace(JSON.stringify(value))).toThrow(/another version of Aqueduct/);
  });

  it("puts a failure on the last line of the workflow file that was reached", () => {
    const trace = [
      { file: "wine.py", line: 9, function: "<module>", text: "model = fit()" },
      { file: "fit.py", line: 2, function: "fit", text: "raise ValueError('bad')" },
    ];
    const failed = { ...wineTrace, failure: { message: "ValueError: bad.", tip: "Mend it.", trace } };
    expect(traceProblems(failed, "wine.py")).toMatchObject([
      { code: "trace-failed", severity: "error", file: "wine.py", line: 9, message: "ValueError: bad. Mend it." },
    ]);
  });

  it("tells once what the trace noted on the line that it failed on", () => {
    const message = "`it` is a sqlite3.Connection, which cannot be shipped: make it inside the operator that uses it";
    const place = { file: "wine.py", line: 9, column: 12, endLine: 9, endColumn: 14 };
    const noted = { code: "cannot-ship", severity: "error", message, ...place } as const;
    const other = { ...noted, line: 12, endLine: 12 };
    const trace = [{ file: "wine.py", line: 9, function: "work", text: "return it" }];
    const failure = { message, tip: "Change this line as the message says.", trace };
    const graph = { ...wineTrace.graph, problems: [noted, other] };

    expect(traceProblems({ ...wineTrace, graph, failure }, "wine.py")).toEqual([noted, other]);
    const overSeveralLines = { ...graph, problems: [{ ...noted, line: 8 }] };
    expect(traceProblems({ ...wineTrace, graph: overSeveralLines, failure }, "wine.py")).toHaveLength(1);
    for (const different of [
      { line: 8, endLine: 8 },
      { file: "fit.py" },
      { severity: "warning" as const },
      { message: "Other." },
    ])
      expect(
        traceProblems(
          { ...wineTrace, graph: { ...graph, problems: [{ ...noted, ...different }] }, failure },
          "wine.py",
        ),
      ).toHaveLength(2);
  });

  it("ends the message of a failure before what to do about it", () => {
    const failed = { ...wineTrace, failure: { message: "No module named 'ujson'", tip: "Install it.", trace: [] } };
    expect(traceProblems(failed, "wine.py")).toMatchObject([{ message: "No module named 'ujson'. Install it." }]);
  });
});
