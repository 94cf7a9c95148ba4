import { describe, expect, test } from "vitest";
import type { Graph, Operator, Workflow } from "../../../src/core/model/workflow.js";
import type { Problem } from "../../../src/core/model/problem.js";
import { judge } from "./programs/verdict.js";

function at(line: number): Operator["source"] {
  return { file: "workflow.py", line, column: 1, endLine: line, endColumn: 9 };
}

function operator(id: string, line: number, more: Partial<Operator> = {}): Operator {
  return {
    id,
    name: id.replace(/_\d+$/, ""),
    kind: "function",
    inputs: [],
    outputs: [id],
    source: at(line),
    definition: at(1),
    ...more,
  };
}

function workflow(
  operators: readonly Operator[],
  name: string | null = "flow",
  more: Partial<Workflow> = {},
): Workflow {
  return {
    name,
    engine: null,
    schedule: null,
    source: name === null ? null : at(90),
    operators,
    artifacts: operators.flatMap(({ id, name: of, outputs }) =>
      outputs.map((output) => ({ id: output, name: `${of} artifact`, type: "unknown" as const, producer: id })),
    ),
    ...more,
  };
}

function graph(operators: readonly Operator[], problems: readonly Problem[] = []): Graph {
  return { format: 1, workflows: [workflow(operators)], problems };
}

function problem(code: string, severity: Problem["severity"], line: number): Problem {
  return { code, severity, message: "…", ...at(line) };
}

const load = operator("load", 10);
const inc = operator("inc", 11, { inputs: ["load"], definition: at(5) });

describe("equal", () => {
  test("is what tells the same", () => {
    expect(judge(graph([load, inc]), graph([load, inc]))).toEqual({ verdict: "equal", differences: [] });
  });

  test("is the order of keys whatever", () => {
    const { id, ...rest } = load;
    expect(judge(graph([{ ...rest, id }]), graph([load])).verdict).toBe("equal");
  });

  test("is a column that Python cannot tell", () => {
    const elsewhere = { ...load, source: { ...load.source, column: 4 } };
    expect(judge(graph([load]), graph([elsewhere]), { tellsColumns: false }).verdict).toBe("equal");
    expect(judge(graph([load]), graph([elsewhere])).verdict).toBe("silent");
  });
});

describe("silently different", () => {
  test.each<[string, readonly Operator[], string]>([
    ["an operator that is missing", [load, inc, operator("inc_2", 12, { name: "inc" })], "missing"],
    ["an operator that is not there", [load], "invented"],
    ["another input", [load, { ...inc, inputs: [] }], "inputs"],
    ["another line", [load, { ...inc, source: at(13) }], "missing"],
    ["another kind", [load, { ...inc, kind: "metric" }], "missing"],
    ["another name", [load, { ...inc, name: "dec" }], "missing"],
    ["another definition", [load, { ...inc, definition: at(6) }], "missing"],
    ["another table", [load, { ...inc, table: "other" }], "table"],
  ])("is %s", (_, traced, difference) => {
    const text = [load, { ...inc, ...(difference === "table" && { table: "sales" }) }];
    const judged = judge(graph(text), graph(traced));
    expect(judged.verdict).toBe("silent");
    expect(judged.differences[0]).toMatch(new RegExp(`^${difference}`));
  });

  test("is an edge from another operator", () => {
    const other = operator("other", 9, { definition: at(3) });
    const text = graph([other, load, inc]);
    expect(judge(text, graph([other, load, { ...inc, inputs: ["other"] }])).differences).toEqual([
      'edge: function "inc" of workflow.py:11 takes other, not load',
    ]);
  });

  test("is an artifact of another name", () => {
    const text = graph([load]);
    const traced = {
      ...text,
      workflows: [
        workflow([load], "flow", { artifacts: [{ id: "load", name: "mine", type: "unknown", producer: "load" }] }),
      ],
    };
    expect(judge(text, traced).verdict).toBe("silent");
  });

  test("is an error in a file that runs, though the graphs are the same", () => {
    expect(judge(graph([load], [problem("missing-argument", "error", 10)]), graph([load])).verdict).toBe("silent");
  });

  test("is a workflow that is missing, scheduled otherwise, or has other operators", () => {
    const text = graph([load, inc]);
    const renamed = { ...text, workflows: [workflow([load, inc], "other")] };
    const scheduled = { ...text, workflows: [workflow([load, inc], "flow", { schedule: "0 3 * * *" })] };
    const fewer = { ...text, workflows: [workflow([load]), workflow([inc], null)] };
    expect(judge(text, renamed).differences).toContain("missing: the workflow other");
    expect(judge(text, scheduled).differences).toEqual(["schedule: flow has 0 3 * * *, not null"]);
    expect(judge(text, fewer).differences).toContain('wrongly in flow: function "inc" of workflow.py:11');
  });

  test("is an operator that is said to be in no workflow, and is in one", () => {
    const text: Graph = {
      ...graph([load]),
      workflows: [workflow([load]), workflow([inc], null)],
      problems: [problem("unpublished", "information", 11)],
    };
    expect(judge(text, text).verdict).toBe("equal");
    expect(judge(text, graph([load, inc])).differences).toContain("false problem unpublished on line 11");
  });

  test("is a vague node that stands for none of what is traced", () => {
    const vague = operator("other", 11, { definition: at(7), repeated: true });
    expect(judge(graph([load, vague]), graph([load, inc])).verdict).toBe("silent");
  });

  test("is an edge that a repeated node does not have", () => {
    const text = graph([load, operator("free", 9, { definition: at(3) }), { ...inc, repeated: true }]);
    const traced = graph([load, operator("free", 9, { definition: at(3) }), { ...inc, inputs: ["free"] }]);
    expect(judge(text, traced).differences).toEqual([
      'edge that no node has: function "inc" of workflow.py:11 takes free',
    ]);
  });
});

describe("open", () => {
  const inc2 = operator("inc_2", 11, { inputs: ["inc"], definition: at(5) });
  const inc3 = operator("inc_3", 11, { inputs: ["inc_2"], definition: at(5) });

  test("is a repeated node for any number of calls, one after another", () => {
    const text = graph([load, { ...inc, repeated: true }]);
    expect(judge(text, graph([load, inc, inc2, inc3])).verdict).toBe("open");
    expect(judge(text, graph([load])).verdict).toBe("open");
  });

  test("is an unknown node, whatever it takes", () => {
    const text = graph([load, { ...inc, inputs: [], unknown: true }]);
    expect(judge(text, graph([load, inc])).verdict).toBe("open");
  });

  test("are shifted numbers behind such a node", () => {
    const last = operator("inc_2", 20, { inputs: ["inc"], definition: at(5) });
    const text = graph([load, { ...inc, repeated: true }, last]);
    const traced = graph([load, inc, inc2, { ...last, id: "inc_3", inputs: ["inc_2"], outputs: ["inc_3"] }]);
    expect(judge(text, traced).verdict).toBe("open");
  });

  test("is a certain call on the line of a vague one", () => {
    const text = graph([load, { ...inc, unknown: true }, inc2]);
    expect(judge(text, graph([load, inc, inc2])).verdict).toBe("open");
  });

  test("is a query, or a default, that is not told", () => {
    expect(judge(graph([load]), graph([{ ...load, query: "SELECT 1" }])).verdict).toBe("open");
    const [untold, told] = [{ type: "unknown" }, { type: "numeric", json: 2 }] as const;
    const [text, traced] = [graph([{ ...load, default: untold }]), graph([{ ...load, default: told }])];
    expect(judge(text, traced).verdict).toBe("open");
  });

  test("is a call on a line that a problem says cannot be told", () => {
    const text = graph([load], [problem("not-followed", "hint", 11)]);
    const saysUnknown = new Set(["not-followed"]);
    expect(judge(text, graph([load, inc]), { saysUnknown }).verdict).toBe("open");
    expect(judge(text, graph([load, { ...inc, source: at(12) }]), { saysUnknown }).verdict).toBe("silent");
    expect(judge(text, graph([load, inc])).verdict).toBe("silent");
  });

  test("is what comes along because an unknown node may take it", () => {
    const text = graph([
      load,
      operator("other", 9, { definition: at(3) }),
      { ...inc, inputs: ["load", "other"], unknown: true },
    ]);
    const traced: Graph = {
      ...text,
      workflows: [workflow([load, inc]), workflow([operator("other", 9, { definition: at(3) })], null)],
    };
    expect(judge(text, traced).verdict).toBe("open");
  });
});
