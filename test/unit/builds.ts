import type { BuildOperator, BuildRecord } from "../../src/core/model/build.js";

/** A function without inputs. */
export function buildOperator(id: string, more: Partial<BuildOperator> = {}): BuildOperator {
  return {
    id,
    name: id,
    kind: "function",
    inputs: [],
    outputs: [id],
    source: { file: "wine.py", line: 10 },
    definition: { file: "wine.py", line: 2 },
    code: { definitions: "d1", file: "wine.py", function: id, line: 2, endLine: 4, module: null, roots: [] },
    values: [],
    modules: [],
    python: null,
    requirements: [],
    reuse: `reuse-${id}`,
    stable: true,
    ...more,
  };
}

export function buildRecord(operators: readonly BuildOperator[], more: Partial<BuildRecord> = {}): BuildRecord {
  return {
    format: 1,
    project: "p-1",
    workflow: "wine",
    schedule: null,
    operators,
    artifacts: [],
    runtime: { version: "0.1.0", blob: "r1" },
    launcher: 1,
    ...more,
  };
}
