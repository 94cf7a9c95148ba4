import { describe, expect, it } from "vitest";
import type { LiveWorkflow, Run, UnreadableRun } from "../../../src/core/model/run.js";
import type { HistoryNode } from "../../../src/core/runs/historyNode.js";
import { countUnderWay, historyTree, type TreeFolder } from "../../../src/core/runs/historyTree.js";
import type { RunStanding } from "../../../src/core/runs/stateWords.js";
import type { TargetTrouble } from "../../../src/core/runs/targetNode.js";
import { manifest } from "./facts.js";
import { failedOperatorRun, live, operatorRun, run, table } from "./runs.js";

const style = { locale: "en", timeZone: "UTC" };

interface Given {
  readonly workflows?: readonly LiveWorkflow[];
  readonly targets?: readonly TargetTrouble[];
  readonly unreadable?: readonly UnreadableRun[];
  readonly limit?: number;
  readonly filter?: readonly RunStanding[];
  readonly watched?: readonly string[];
}

function folderOf(
  runs: readonly Run[],
  { workflows = [], targets = [], unreadable = [], limit = 20 }: Given = {},
): TreeFolder {
  return { folder: "/wines", name: "wines", limit, history: { runs, targets, workflows, unreadable } };
}

function tree(runs: readonly Run[], given: Given = {}): readonly HistoryNode[] {
  return historyTree([folderOf(runs, given)], {
    filter: new Set(given.filter),
    watched: new Set(given.watched),
    style,
  });
}

function lines(nodes: readonly HistoryNode[]): readonly string[] {
  return nodes.map(({ label, description }) => `${label} | ${description}`);
}

function first(nodes: readonly HistoryNode[]): HistoryNode {
  const [node] = nodes;
  if (node === undefined) throw new Error("There is no line.");
  return node;
}

describe("workflows in the view of runs", () => {
  it("say where they run, when in words, and when next in the reader's time", () => {
    expect(lines(tree([run()], { workflows: [live()] }))).toEqual([
      "wine | this machine",
      "wine | airflow · at 03:00 UTC · next Sun, Nov 22, 03:00",
    ]);
  });

  it("say that they are paused instead of when they would run", () => {
    const paused = tree([], { workflows: [live({ dag: { isPaused: true, nextRun: "2026-11-22T03:00:00Z" } })] });
    expect(lines(paused)).toEqual(["wine | airflow · at 03:00 UTC · paused"]);
    expect(first(paused).mark.icon).toBe("debug-pause");
  });

  it("stand there though they never ran, or though their publication is gone", () => {
    expect(lines(tree([], { workflows: [live({ schedule: null, dag: null })] }))).toEqual(["wine | airflow"]);
    expect(lines(tree([run({ target: "airflow" })]))).toEqual(["wine | airflow"]);
  });

  it("name their folder where the window has several", () => {
    const folders = [folderOf([run()]), { ...folderOf([run()]), folder: "/beers", name: "beers" }];
    expect(lines(historyTree(folders, { filter: new Set(), watched: new Set(), style }))).toEqual([
      "wine | this machine · wines",
      "wine | this machine · beers",
    ]);
  });
});

describe("runs of a workflow", () => {
  const at = (minute: number, changes: Partial<Run> = {}): Run =>
    run({
      rid: `r${minute}`,
      startedAt: `2026-11-21T01:0${minute}:00Z`,
      endedAt: `2026-11-21T01:0${minute}:12Z`,
      ...changes,
    });

  it("come newest first, with their time, duration, build and engine", () => {
    expect(lines(first(tree([at(1), at(3), at(2)])).children)).toEqual([
      "Nov 21, 01:03:00 | 12 s · abcdef0 · local",
      "Nov 21, 01:02:00 | 12 s · abcdef0 · local",
      "Nov 21, 01:01:00 | 12 s · abcdef0 · local",
    ]);
  });

  it("end with a line for older ones where there are more", () => {
    expect(lines(first(tree([at(1), at(2), at(3)], { limit: 2 })).children).at(-1)).toBe("More… | 2 runs shown");
    expect(first(tree([at(1), at(2)], { limit: 2 })).children).toHaveLength(2);
  });

  it("are never hidden behind that line while they go on", () => {
    const children = first(
      tree([at(1, { state: "running", endedAt: null }), at(2), at(3), at(4)], { limit: 2 }),
    ).children;
    expect(children.map(({ kind }) => kind)).toEqual(["run", "run", "run", "run"]);
  });

  it("name the operator that failed", () => {
    expect(
      lines(
        first(tree([at(1, { state: "failed", operators: [operatorRun("clean"), failedOperatorRun("predict")] })]))
          .children,
      ),
    ).toEqual(["Nov 21, 01:01:00 | failed · predict · 12 s · abcdef0 · local"]);
  });

  it("count the operators that are done while they go on", () => {
    const operators = [
      operatorRun("clean"),
      operatorRun("predict", { state: "running", manifest: null }),
      operatorRun("save", { state: "waiting", tryNumber: 0, manifest: null }),
      operatorRun("floor", { kind: "parameter" }),
    ];
    const [node] = first(tree([at(1, { state: "running", endedAt: null, operators })], { watched: ["r1"] })).children;
    expect(node?.description).toBe("running · 1 of 3 · abcdef0 · local · watched");
    expect(node?.context).toEqual(["run", "local", "underway", "built", "watched"]);
  });

  it("of one operator say up to which, and that nothing was saved", () => {
    const [node] = first(tree([at(1, { only: "predict" })])).children;
    expect(node?.description).toBe("up to predict · 12 s · abcdef0 · local");
    expect(node?.facts).toContainEqual({ label: "Operators", value: "predict and what it needs; nothing was saved" });
  });

  it("that were deleted in Airflow say so, and cannot be cancelled", () => {
    const [node] = first(tree([at(1, { target: "airflow", state: "unknown", deleted: true })])).children;
    // First: a narrow view shows no more than the beginning.
    expect(node?.description).toMatch(/^deleted in Airflow · /);
    expect(node?.context).toEqual(["run", "airflow", "ended", "built", "deleted"]);
  });

  it("are told to a screen reader with their state in words", () => {
    expect(first(first(tree([at(1)])).children).spoken).toBe(
      "Run of Nov 21, 01:01:00, succeeded, 12 s, abcdef0, local",
    );
  });

  it("tell all their times, their build and their parameters on hover", () => {
    const facts = Object.fromEntries(
      first(first(tree([run({ parameters: { floor: 6 } })])).children).facts.map(({ label, value }) => [label, value]),
    );
    expect(facts).toMatchObject({
      Queued: "Sat, Nov 21, 2026, 01:23:01 UTC",
      Started: "Sat, Nov 21, 2026, 01:23:02 UTC",
      Ended: "Sat, Nov 21, 2026, 01:23:14 UTC",
      Duration: "12 s",
      Build: "abcdef012345",
      Parameters: "floor = 6",
      "Run id": "local__1",
    });
  });
});

describe("the filter", () => {
  const runs = [
    run({ rid: "a" }),
    run({ rid: "b", warning: true }),
    run({ rid: "c", state: "failed" }),
    run({ rid: "d", workflow: "beer" }),
  ];

  it("keeps runs that stand so, and hides workflows without one", () => {
    expect(tree(runs, { filter: ["failed"] }).map(({ label, children }) => [label, children.length])).toEqual([
      ["wine", 1],
    ]);
  });

  it("tells a warning from a success", () => {
    expect(
      tree(runs, { filter: ["warning"] }).flatMap(({ children }) => children.map(({ mark }) => mark.icon)),
    ).toEqual(["warning"]);
  });
});

describe("operators of a run", () => {
  const shown = (operators: Run["operators"], changes: Partial<Run> = {}): readonly HistoryNode[] =>
    first(first(tree([run({ operators, ...changes })])).children).children;

  it("come in the order of the build, with what they came to and how long they took", () => {
    expect(
      lines(
        shown([
          operatorRun("clean", { manifest: manifest("clean", { artifacts: [table("clean")] }) }),
          operatorRun("error", { kind: "metric", manifest: manifest("error", { kind: "metric", metric: 0.53 }) }),
        ]),
      ),
    ).toEqual(["clean | 4,898 rows × 1 column · 1 s", "error | 0.53 · 1 s"]);
  });

  it("lead to their values and log; a failed one to its trace first", () => {
    const [clean, predict] = shown([
      operatorRun("clean", { manifest: manifest("clean", { artifacts: [table("clean")] }) }),
      failedOperatorRun("predict"),
    ]);
    expect(lines(clean?.children ?? [])).toEqual(["Value | 4,898 rows × 1 column", "Log | "]);
    expect(lines(predict?.children ?? [])).toEqual(["Trace | KeyError: 'alcohol'", "Log | "]);
    expect(predict?.context).toEqual(["operator", "log", "trace"]);
  });

  it("that were not called name the run that their values come from, and their run counts them", () => {
    const reused = {
      rid: "0123456789abcdef0123",
      life: "20261121T000305.000000Z",
      try: 1,
      runStartedAt: "2026-11-21T00:03:05.000000Z",
    };
    const [node] = first(
      tree([
        run({
          operators: [
            operatorRun("clean", {
              manifest: manifest("clean", { artifacts: [table("clean")], wallSeconds: 0, reused }),
            }),
            operatorRun("predict", {
              manifest: manifest("predict", { called: { why: "outside", outside: ["data/a.txt"] } }),
            }),
          ],
        }),
      ]),
    ).children;
    expect(node?.children[1]).toMatchObject({
      spoken: expect.stringContaining("called again: it read data/a.txt") as string,
      facts: expect.arrayContaining([{ label: "Called", value: "it read data/a.txt" }]) as unknown,
    });
    expect(node?.description).toBe("12 s · 1 reused · abcdef0 · local");
    expect(node?.children[0]).toMatchObject({
      description: "4,898 rows × 1 column · reused from run of 00:03",
      spoken: expect.stringContaining("reused from run of 00:03, same code, inputs and packages") as string,
    });
    expect(node?.children[0]?.facts).toContainEqual({
      label: "Reused",
      value:
        "not called: the values are those of run 01234567 of Sat, Nov 21, 2026, 00:03:05 UTC: same code, inputs and packages",
    });
  });

  it("name several values by their ids", () => {
    const [split] = shown([
      operatorRun("split", { manifest: manifest("split", { artifacts: [table("split"), table("split.2")] }) }),
    ]);
    expect(split?.children.map(({ label }) => label)).toEqual(["split", "split.2", "Log"]);
  });

  it("have nothing to unfold before they ran", () => {
    expect(
      shown([operatorRun("save", { kind: "save", state: "upstreamFailed", tryNumber: 0, manifest: null })]),
    ).toMatchObject([{ description: "not run: what it needs failed", children: [] }]);
  });

  it("show a parameter's value in this run", () => {
    expect(
      lines(
        shown([operatorRun("floor", { kind: "parameter", manifest: manifest("floor", { kind: "parameter" }) })], {
          parameters: { floor: 6 },
        }),
      ),
    ).toEqual(["floor | 6"]);
  });
});

describe("a target that does not answer", () => {
  it.each([
    ["unreachable", "does not answer · Retry", "retry"],
    ["signedOut", "signed out · Sign In", "signIn"],
    ["forbidden", "no rights · Sign In", "signIn"],
    ["noStore", "no store · Open aqueduct.json", "openResources"],
    ["storeFailed", "its store cannot be read · Retry", "retry"],
  ])("says that it is %s and what to do, above runs that stay", (state, description, remedy) => {
    const nodes = tree([run({ target: "airflow" })], { targets: [{ target: "airflow", state, message: "Do this." }] });
    expect(lines(nodes)).toEqual([`airflow | ${description}`, "wine | airflow"]);
    expect(first(nodes).context).toContain(remedy);
    expect(nodes[1]?.children).toHaveLength(1);
  });
});

it("counts what goes on, without what was deleted in Airflow", () => {
  expect(
    countUnderWay([
      folderOf([run({ state: "running" }), run({ state: "queued" }), run({ state: "running", deleted: true }), run()]),
    ]),
  ).toBe(2);
});
