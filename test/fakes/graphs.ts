import type { OperatorStatus, RunStates } from "../../src/formats/graphPanel.js";
import type { Problem } from "../../src/core/model/problem.js";
import type { SourceRange } from "../../src/core/model/source.js";
import type { ArtifactType, Graph, Operator, OperatorKind, Workflow } from "../../src/core/model/workflow.js";

export type OperatorOptions = Partial<Omit<Operator, "id" | "kind">> & { readonly type?: ArtifactType };

export interface SampleOperator extends Operator {
  readonly type: ArtifactType;
}

export function range(line: number, endLine = line, endColumn = 80): SourceRange {
  return { file: "wine.py", line, column: 1, endLine, endColumn };
}

/** An operator whose name is its id and whose call stands on `line`; it gives one artifact unless it is a save. */
export function operator(
  id: string,
  kind: OperatorKind,
  line: number,
  inputs: readonly string[] = [],
  options: OperatorOptions = {},
): SampleOperator {
  const { type = "unknown", ...rest } = options;
  return {
    id,
    name: id,
    kind,
    inputs,
    outputs: kind === "save" ? [] : [id],
    source: range(line),
    definition: null,
    type,
    ...rest,
  };
}

export function workflow(
  name: string | null,
  operators: readonly SampleOperator[],
  options: Partial<Workflow> = {},
): Workflow {
  return {
    name,
    engine: null,
    schedule: null,
    source: null,
    operators,
    artifacts: operators.flatMap((one) =>
      one.outputs.map((id) => ({
        id,
        name: one.kind === "parameter" ? one.name : `${one.name} artifact`,
        type: one.type,
        producer: one.id,
      })),
    ),
    ...options,
  };
}

export function graph(workflows: readonly Workflow[], problems: readonly Problem[] = []): Graph {
  return { format: 1, workflows, problems };
}

export function problem(line: number, message: string, severity: Problem["severity"] = "error"): Problem {
  return { code: "sample", severity, message, ...range(line) };
}

/** The operators of examples/porting/level3.py. */
export const wineOperators: readonly SampleOperator[] = [
  operator("aqueduct_demo_query", "extract", 11, [], {
    name: "aqueduct_demo query",
    resource: "aqueduct_demo",
    query: "SELECT * FROM wine;",
    type: "table",
  }),
  operator("quality_floor", "parameter", 12, [], {
    explicit: true,
    default: { type: "numeric", json: 6 },
    type: "numeric",
  }),
  operator("clean_data", "function", 64, ["aqueduct_demo_query"], { definition: range(33, 38) }),
  operator("featurize_data", "function", 65, ["clean_data"], { definition: range(41, 45) }),
  operator("predict", "function", 66, ["featurize_data", "quality_floor"], { definition: range(48, 53) }),
  operator("mean_error", "metric", 68, ["predict"], { definition: range(56, 58), type: "numeric" }),
  operator("less_than_2_5", "check", 69, ["mean_error"], {
    name: "less than 2.5",
    severity: "warning",
    bound: { comparison: "lessThan", value: 2.5 },
    type: "boolean",
  }),
  operator("every_wine_is_judged", "check", 70, ["predict"], {
    definition: range(61, 63),
    severity: "error",
    type: "boolean",
  }),
  operator("save_to_aqueduct_demo", "save", 72, ["predict"], {
    name: "save to aqueduct_demo",
    resource: "aqueduct_demo",
    table: "my_predictions",
    mode: "replace",
  }),
];

export const wineWorkflow: Workflow = workflow("wine predictions", wineOperators, { schedule: "0 3 * * *" });

/** What a run has of an operator. */
export function status(
  operator: string,
  state: OperatorStatus["state"],
  more: Partial<OperatorStatus> = {},
): OperatorStatus {
  return {
    operator,
    state,
    seconds: null,
    result: "",
    shortResult: more.result ?? "",
    reused: null,
    failure: null,
    parts: [],
    ...more,
  };
}

/** A run of the wines' workflow on this machine. */
export function runStates(operators: readonly OperatorStatus[], more: Partial<RunStates> = {}): RunStates {
  return {
    workflow: "wine predictions",
    folder: "/wine",
    target: "local",
    rid: "0123456789abcdef0123",
    state: "running",
    warning: false,
    when: "2026-11-21T01:23:01.048Z",
    seconds: 4,
    progress: { done: 1, of: 3 },
    operators,
    ...more,
  };
}
