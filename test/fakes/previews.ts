import type { OperatorPreview, PreviewedOperator, PreviewedValue } from "../../src/formats/preview.js";
import type { Cell, Sample } from "../../src/core/model/sample.js";
import type { PreviewContent } from "../../src/formats/previewPanel.js";

const build = "1a2b3c4d5e6f".padEnd(64, "0");

/** An operator that succeeded in a local run. */
export function operatorRun(changes: Partial<PreviewedOperator> = {}): PreviewedOperator {
  return {
    id: "predict",
    name: "predict",
    kind: "function",
    state: "succeeded",
    wallSeconds: 0.213,
    reused: null,
    python: "3.11.7",
    failure: null,
    check: null,
    metric: null,
    bounds: [],
    saved: null,
    ...changes,
  };
}

export function preview(values: readonly PreviewedValue[], changes: Partial<OperatorPreview> = {}): OperatorPreview {
  return {
    workflow: "wine predictions",
    run: {
      rid: "0123456789abcdef0123",
      runId: "local__20261121T012301.048772Z__a1b2c3",
      target: "local",
      state: "succeeded",
      warning: false,
      queuedAt: "2026-11-21T01:23:01.048Z",
      startedAt: "2026-11-21T01:23:01.100Z",
      endedAt: "2026-11-21T01:23:04.000Z",
      build,
    },
    operator: operatorRun(),
    values,
    missing: null,
    ...changes,
  };
}

export function shows(shown: OperatorPreview): PreviewContent {
  return { kind: "operator", preview: shown, shown: shown.values[0]?.artifact ?? null, isKept: false };
}

/** One of a value; changes may make it something else, also what is not a sample. */
export function sample(changes: Readonly<Record<string, unknown>>): Sample {
  return { format: 1, type: "json", rows: null, columns: null, values: null, text: null, ...changes };
}

export function value(changes: Partial<PreviewedValue> = {}): PreviewedValue {
  return {
    artifact: "predict",
    name: "predict artifact",
    type: "json",
    encoding: "json",
    size: 4821,
    rows: null,
    sample: sample({}),
    reason: null,
    ...changes,
  };
}

/** A table of which the sample holds the first rows. */
export function table(
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly Cell[])[],
  all = rows.length,
): PreviewedValue {
  const heads = Object.entries(columns).map(([name, dtype]) => ({ name, dtype }));
  return value({
    type: "table",
    encoding: "parquet",
    size: 126_012,
    rows: all,
    sample: sample({ type: "table", rows: all, columns: heads, values: rows.map((row) => [...row]) }),
  });
}

/** 500 of 4,898 wines. */
export function wines(): PreviewedValue {
  const rows = Array.from({ length: 500 }, (_row, index): Cell[] => [
    index % 3 === 0 ? "white" : "red",
    6 + (index % 40) / 10,
    index % 17 === 0 ? null : (index % 90) / 100,
    3 + (index % 7),
    index % 11 === 0
      ? "A dry wine with notes of citrus and green apple, and a long finish that asks for oysters"
      : "Dry",
    index % 2 === 0,
    `2026-01-${String(1 + (index % 28)).padStart(2, "0")} 00:00:00`,
  ]);
  return table(
    {
      color: "object",
      fixed_acidity: "float64",
      citric_acid: "float64",
      quality: "int64",
      tasting_notes: "string",
      bottled_here: "bool",
      bottled_on: "datetime64[ns]",
    },
    rows,
    4898,
  );
}
