import { readFileSync } from "node:fs";
import path from "node:path";
import { measureDagImport } from "./dagImport.js";
import { measureHandover } from "./handover.js";
import { measureKeystroke } from "./keystroke.js";
import { measureLayout } from "./layouts.js";
import { measureRequests } from "./requests.js";
import { measureSizes } from "./sizes.js";
import { leastRounds, table, type Measured } from "./table.js";

const root = path.join(import.meta.dirname, "../..");

type Measurement = readonly [name: string, measure: () => Measured | Promise<Measured>];

/** What bench.mjs found out before: left out where this machine cannot tell it. */
interface Given {
  /** An interpreter that has Airflow. */
  readonly airflowPython?: string;
  /** Milliseconds, one window a round. */
  readonly activation?: InWindows;
  /** Milliseconds, two windows a round. */
  readonly firstGraph?: InWindows;
  /** Of tables.py, in milliseconds. */
  readonly tables?: readonly {
    readonly what: string;
    readonly encoding: string;
    readonly ours: readonly number[];
    readonly pandas: readonly number[];
  }[];
  /** Of saves.py, in milliseconds. */
  readonly saves?: readonly {
    readonly what: string;
    readonly ours: readonly number[];
    readonly other: string;
    readonly beside: readonly number[];
    readonly ratio: number;
  }[];
  /** Of artifact_memory.py, in MiB. */
  readonly artifacts?: readonly {
    readonly what: string;
    readonly megabytes: number;
    readonly runner: number;
    readonly reader: number;
    readonly launcher: number;
  }[];
}

interface InWindows {
  readonly ours: readonly number[];
  readonly empty: readonly number[];
}

const given = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Given;

const measurements: readonly Measurement[] = [
  ...activation(given),
  ...firstGraph(given),
  ["keystroke, 100 operators", () => measureKeystroke(100, 60, 16)],
  ["keystroke, 1,000 operators", () => measureKeystroke(1000, 40, 100)],
  ["layout, 100 operators", () => measureLayout(100, leastRounds)],
  ["layout, 500 operators", () => measureLayout(500, leastRounds)],
  ["layout, 1,000 operators", () => measureLayout(1000, 7, 1000)],
  ["layout, 2,000 operators", () => measureLayout(2000, 3)],
  ["local task → next task", taskToTask],
  ["requests per look, idle", () => measureRequests(0, 2)],
  ["requests per look, 3 runs under way", () => measureRequests(3, 5)],
  ...dagImports(given),
  ...tables(given),
  ...saves(given),
  ...artifacts(given),
];

function activation({ activation: measured }: Given): readonly Measurement[] {
  if (measured === undefined) return [];
  const { ours, empty } = measured;
  return [
    [
      "activation",
      () => ({
        what: "activate() on an idle host, its code loaded",
        ours,
        beside: { what: "an extension that does nothing", values: empty },
        budget: { kind: "value", below: 100 },
      }),
    ],
  ];
}

function firstGraph({ firstGraph: measured }: Given): readonly Measurement[] {
  if (measured === undefined) return [];
  const { ours, empty } = measured;
  return [
    [
      "first graph",
      () => ({
        what: "open level3.py → its first graph drawn",
        ours,
        beside: { what: "an empty panel until its script runs", values: empty },
      }),
    ],
  ];
}

function dagImports({ airflowPython: python }: Given): readonly Measurement[] {
  if (python === undefined) return [];
  const measured = (tasks: number) => (): Measured =>
    measureDagImport(python, path.join(root, "bench/dag_import.py"), tasks, 2 * leastRounds);
  return [
    ["import of a DAG file, 50 tasks", measured(50)],
    ["import of a DAG file, 450 tasks", measured(450)],
  ];
}

/** The process that makes a value, and Airflow's task that brings it to S3, beside the value. */
function artifacts({ artifacts: measured = [] }: Given): readonly Measurement[] {
  return measured.flatMap(({ what, megabytes, runner, reader, launcher }): readonly Measurement[] => {
    const beside = { what: "the value itself", values: [megabytes] };
    const row = (whose: string, ours: number, budget?: Measured["budget"]): Measurement => [
      `${what}, ${whose}`,
      () => ({
        what: `${what}, ${whose}`,
        unit: "MiB",
        ours: [ours],
        beside,
        ...(budget === undefined ? {} : { budget }),
      }),
    ];
    return [
      row("made and stored", runner, { kind: "difference", below: 200 }),
      row("brought to S3 and back by the task", launcher, { kind: "value", below: 200 }),
      row("read as an input", reader),
    ];
  });
}

function tables({ tables: measured }: Given): readonly Measurement[] {
  return (measured ?? []).map(({ what, encoding, ours, pandas }) => [
    what,
    () => ({
      what: `table out and in, 200,000 x 4, ${what} (${encoding})`,
      ours,
      beside: { what: "pandas' Parquet", values: pandas },
      budget: { kind: "ratio", below: encoding === "parquet" ? 1.3 : 3 },
    }),
  ]);
}

function saves({ saves: measured }: Given): readonly Measurement[] {
  return (measured ?? []).map(({ what, ours, other, beside, ratio }) => [
    what,
    () => ({ what, ours, beside: { what: other, values: beside }, budget: { kind: "ratio", below: ratio } }),
  ]);
}

async function taskToTask(): Promise<Measured> {
  const { engine, bare } = await measureHandover(leastRounds, path.join(root, "dist/engine.js"));
  return {
    what: "end of a local task → start of the next",
    ours: engine,
    beside: { what: "bare spawn at the first one's exit", values: bare },
    budget: { kind: "value", below: 50 },
  };
}

async function main(): Promise<void> {
  const rows: Measured[] = [];
  for (const [name, measure] of measurements) {
    process.stderr.write(`measuring ${name}\n`);
    rows.push(await measure());
  }
  console.log(table([...rows, ...measureSizes(root)]));
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
