import type { Shipment, TraceResult } from "../../src/core/model/trace.js";
import type { Operator, Workflow } from "../../src/core/model/workflow.js";
import { nodeHash } from "../../src/platform/hash.js";

const at = (line: number) => ({ file: "wine.py", line, column: 1, endLine: line, endColumn: 20 });
/** Of a blob that holds this letter. */
export const digest = (letter: string): string => nodeHash.sha256(letter);

const operators: readonly Operator[] = [
  {
    id: "demo_query",
    name: "demo query",
    kind: "extract",
    inputs: [],
    outputs: ["demo_query"],
    source: at(3),
    definition: null,
    resource: "demo",
    query: "SELECT 1",
  },
  {
    id: "floor",
    name: "floor",
    kind: "parameter",
    inputs: [],
    outputs: ["floor"],
    source: at(4),
    definition: null,
    explicit: true,
    default: { type: "numeric", json: 6 },
  },
  {
    id: "seen",
    name: "seen",
    kind: "parameter",
    inputs: [],
    outputs: ["seen"],
    source: at(5),
    definition: null,
    explicit: true,
    default: { type: "tuple" },
  },
  {
    id: "predict",
    name: "predict",
    kind: "function",
    inputs: ["demo_query", "floor"],
    outputs: ["predict"],
    source: at(10),
    definition: at(7),
  },
  {
    id: "save_to_demo",
    name: "save to demo",
    kind: "save",
    inputs: ["predict"],
    outputs: [],
    source: at(12),
    definition: null,
    resource: "demo",
    table: "predictions",
    mode: "replace",
  },
  {
    id: "error",
    name: "error",
    kind: "metric",
    inputs: ["predict", "seen"],
    outputs: ["error"],
    source: at(13),
    definition: at(8),
  },
];

const shipment = (id: string, more: Partial<Shipment> = {}): Shipment => ({
  id,
  code: null,
  values: [],
  modules: [],
  python: null,
  requirements: [],
  reuse: digest("f"),
  stable: true,
  ...more,
});

/** A small traced workflow with one operator of most kinds. */
export const wine: Workflow = {
  name: "wine predictions",
  engine: "airflow",
  schedule: "0 3 * * *",
  source: at(15),
  operators,
  artifacts: operators.flatMap(({ id, name, outputs }) =>
    outputs.map((output) => ({ id: output, name: `${name} artifact`, type: "unknown" as const, producer: id })),
  ),
};

export const wineTrace: TraceResult = {
  format: 1,
  python: "3.11.7",
  environment: digest("9"),
  graph: { format: 1, workflows: [wine], problems: [] },
  failure: null,
  shipments: [
    {
      workflow: "wine predictions",
      operators: [
        shipment("demo_query"),
        shipment("floor", { parameter: { blob: digest("a"), encoding: "json", type: "numeric" } }),
        shipment("seen", { parameter: { blob: digest("b"), encoding: "json", type: "tuple" } }),
        shipment("predict", {
          code: {
            definitions: digest("c"),
            file: "wine.py",
            function: "predict",
            line: 7,
            endLine: 7,
            module: null,
            roots: [""],
          },
          values: [{ name: "model", blob: digest("d"), encoding: "pickle", size: 12 }],
          modules: [{ path: "wine_features.py", blob: digest("e") }],
          python: "3.11",
        }),
        shipment("save_to_demo"),
        shipment("error", {
          code: {
            definitions: digest("c"),
            file: "wine.py",
            function: "error",
            line: 8,
            endLine: 8,
            module: null,
            roots: [""],
          },
        }),
      ],
    },
  ],
};
