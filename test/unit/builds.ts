import { createHash } from "node:crypto";
import type { BuildOperator, BuildRecord } from "../../src/core/model/build.js";

/** A digest that a word stands for. */
export function digestOf(word: string): string {
  return createHash("sha256").update(word).digest("hex");
}

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
    code: { definitions: digestOf("d1"), file: "wine.py", function: id, line: 2, endLine: 4, module: null, roots: [] },
    values: [],
    modules: [],
    python: null,
    requirements: [],
    reuse: digestOf(`reuse-${id}`),
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
    runtime: { version: "0.1.0", blob: digestOf("r1") },
    launcher: 1,
    ...more,
  };
}
