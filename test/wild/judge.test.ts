import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/core/model/problem.js";
import type { Graph, Operator } from "../../src/core/model/workflow.js";
import type { ExpectedFailure, ExpectedOperator, Expectation, Outcome } from "./support/expectation.js";
import { differences, verdict } from "./support/judge.js";
import type { SeenFile, SeenOperator, SeenRun } from "./support/seen.js";

const source = { file: "flow.py", line: 3, column: 1, endLine: 3, endColumn: 9 };
const node: Operator = {
  id: "load",
  name: "load",
  kind: "function",
  inputs: [],
  outputs: ["load"],
  source,
  definition: null,
};
const problem: Problem = { ...source, code: "wrong-schedule", severity: "error", message: "It is not a schedule." };

describe("what a case is judged by", () => {
  it("takes a run in which all that is named comes out and everything else succeeds", () => {
    expect(judged({ runs: { w: { operators: { load: { value: 1, log: ["read"] } } } } })).toEqual([]);
  });

  it.each<[string, Outcome, Partial<SeenOperator>]>([
    ["gives 1, not 2", { runs: { w: { operators: { load: { value: 2 } } } } }, {}],
    ["its log lacks written", { runs: { w: { operators: { load: { log: ["written"] } } } } }, {}],
    [
      "its preview holds 0x",
      { runs: { w: { operators: { load: { previewLacks: ["0x"] } } } } },
      { preview: "at 0x7f" },
    ],
    ["there is no operator save", { runs: { w: { operators: { save: {} } } } }, {}],
    ["failed, not succeeded: it broke do this", { runs: { w: {} } }, failed("it broke")],
    ["succeeded, not failed", { runs: { w: { operators: { load: { failure: {} } } } } }, {}],
    ["does not say column", { runs: { w: { operators: { load: { failure: { says: ["column"] } } } } } }, failed("no")],
    ["fails on line 9, not 4", { runs: { w: { operators: { load: { failure: { line: 4 } } } } } }, failed("no")],
    [
      "fails as user, not as lost",
      { runs: { w: { operators: { load: { failure: { type: "lost" } } } } } },
      failed("no"),
    ],
    ["there is none of other", { runs: { other: {} } }, {}],
  ])("sees that an operator %s", (words, outcome, operator) => {
    expect(judged(outcome, operator)).toEqual([expect.stringContaining(words)]);
  });

  it("takes what a failure keeps from running, and wants those that the case names to run all the same", () => {
    const load: SeenOperator = { ...succeeded, ...failed("no") };
    const save: SeenOperator = { ...succeeded, state: "upstreamFailed" };
    const operatorsSeen = new Map(Object.entries({ load, save }));
    const seen = new Map<string, SeenRun>([["w", { state: "failed", operators: operatorsSeen }]]);
    const judge = (operators: Record<string, ExpectedOperator>): readonly string[] =>
      differences(expectation({ runs: { w: { state: "failed", operators } } }), "here", file(), seen);
    expect(judge({ load: { failure: {} } })).toEqual([]);
    expect(judge({ load: { failure: {} }, save: { value: 1 } })).toEqual([
      "run: w: save: upstreamFailed, not succeeded",
    ]);
    expect(judge({ save: { value: 1 } })).toEqual(["run: w: load: failed, not succeeded: no do this"]);
  });

  it("wants each problem that is named and no other, in the text and in the trace", () => {
    const file = { text: graph([node], [problem]), trace: [problem] };
    expect(judged({ check: [{ line: 3, says: ["schedule"] }], trace: [{ code: "wrong-schedule" }] }, {}, file)).toEqual(
      [],
    );
    expect(judged({}, {}, file)).toHaveLength(2);
    expect(judged({ check: [{ line: 3 }, { line: 3 }], trace: [{ line: 4 }] }, {}, file)).toHaveLength(3);
  });

  it("wants no build where the trace is to find an error", () => {
    const outcome: Outcome = { trace: [{ severity: "error" }] };
    expect(judged(outcome, {}, { trace: [problem] })).toEqual([expect.stringContaining("build: there is one of w")]);
    expect(judged(outcome, {}, { trace: [problem], builds: new Map([["w", "It cannot be built."]]) })).toEqual([]);
  });

  it("wants the graph of the text to be the traced one, and takes marks only where the case says so", () => {
    const marked = { text: graph([{ ...node, inputs: ["n"], unknown: true }]) };
    const cause = { ...node, name: "n", id: "n", outputs: ["n"] };
    const seen = { text: graph([cause, { ...node, inputs: ["n"] }]), traced: graph([cause, node]) };
    expect(judged({}, {}, seen)).toEqual([expect.stringContaining("load(n) at flow.py:3:1; running it function n")]);
    expect(judged({ graph: "covered" }, {}, seen)).toHaveLength(1);
    expect(judged({}, {}, marked)).toHaveLength(1);
    expect(judged({ graph: "covered" }, {}, marked)).toEqual([]);
  });

  it("wants the same ids and says it once where all else is the same, and columns only where the case says so", () => {
    const moved = { text: graph([{ ...node, source: { ...source, column: 5 } }]) };
    const numbered = { text: graph([{ ...node, id: "load_2", outputs: ["load_2"] }]) };
    expect(judged({}, {}, numbered)).toEqual(["graph: the ids are other ones in w"]);
    expect(judged({}, {}, moved)).toEqual([]);
    expect(judged({ graph: "exact" }, {}, moved)).toHaveLength(1);
  });

  it("is the outcome that is nearest, where several are right", () => {
    const green = { runs: { w: {} } };
    expect(differences(expectation({ check: [{ line: 3 }] }, green), "here", file(), runs({}))).toEqual([]);
  });
});

describe("an expected failure", () => {
  const listed: ExpectedFailure = {
    case: "c",
    way: "here",
    reason: "It is not built yet.",
    shows: ["no column", "no line"],
  };

  it("is good as long as it shows what the list says", () => {
    expect(verdict(["load: no column in it", "save: no line"], listed)).toBeUndefined();
  });

  it("that shows something else as well, or less, is not that failure", () => {
    expect(verdict(["no column", "no line", "a crash"], listed)).toContain("not in the list: a crash");
    expect(verdict(["no column"], listed)).toContain("in the list and not seen: no line");
  });

  it("that is right now has to leave the list", () => {
    expect(verdict([], listed)).toContain("take c (here) off the list");
  });

  it("is the only reason for which differences are good", () => {
    expect(verdict(["a crash"], undefined)).toBe("a crash");
    expect(verdict([], undefined)).toBeUndefined();
  });
});

function judged(
  outcome: Outcome,
  operator: Partial<SeenOperator> = {},
  seen: Partial<SeenFile> = {},
): readonly string[] {
  return differences(expectation(outcome), "here", { ...file(), ...seen }, runs(operator));
}

function expectation(...anyOf: readonly Outcome[]): Expectation {
  return { right: "It comes out.", anyOf };
}

function file(): SeenFile {
  return { text: graph([node]), traced: graph([node]), trace: [], builds: new Map([["w", null]]) };
}

function graph(operators: readonly Operator[], problems: readonly Problem[] = []): Graph {
  return {
    format: 1,
    workflows: [{ name: "w", engine: null, schedule: null, source, operators, artifacts: [] }],
    problems,
  };
}

const succeeded: SeenOperator = { state: "succeeded", failure: null, value: 1, log: "read\n", preview: "1" };

function runs(operator: Partial<SeenOperator>): ReadonlyMap<string, SeenRun> {
  const seen: SeenOperator = { ...succeeded, ...operator };
  return new Map([
    ["w", { state: seen.state === "failed" ? "failed" : "succeeded", operators: new Map([["load", seen]]) }],
  ]);
}

function failed(message: string): Partial<SeenOperator> {
  const trace = [{ file: "flow.py", line: 9, function: "load", text: "" }];
  return { state: "failed", failure: { type: "user", message, tip: "do this", trace }, value: undefined };
}
