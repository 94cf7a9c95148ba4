import { describe, expect, it } from "vitest";
import type { Manifest, StoredArtifact } from "../../../src/core/model/manifest.js";
import type { OperatorRun, Run } from "../../../src/core/model/run.js";
import type { ArtifactType, OperatorKind } from "../../../src/core/model/workflow.js";
import type { HistoryNode } from "../../../src/core/runs/historyNode.js";
import { historyTree, type TreeFolder } from "../../../src/core/runs/historyTree.js";
import { targetNode } from "../../../src/core/runs/targetNode.js";
import { manifest } from "./facts.js";
import { failedOperatorRun, live, operatorRun, run, table } from "./runs.js";

const style = { locale: "en", timeZone: "UTC" };
type History = Partial<TreeFolder["history"]>;

function tree(
  history: History,
  { limit = 20, filter = [] as readonly Run["state"][], watched = [] as readonly string[] } = {},
): readonly HistoryNode[] {
  const whole = { runs: [], targets: [], workflows: [], unreadable: [], ...history };
  return historyTree([{ folder: "/w", name: "w", limit, history: whole }], {
    filter: new Set(filter),
    watched: new Set(watched),
    style,
  });
}

function node(nodes: readonly HistoryNode[], place = 0): HistoryNode {
  const found = nodes[place];
  if (found === undefined) throw new Error("There is no line.");
  return found;
}

const runNodeOf = (changes: Partial<Run> = {}, watched: readonly string[] = []): HistoryNode =>
  node(node(tree({ runs: [run(changes)] }, { watched })).children);
const operatorNodeOf = (operator: OperatorRun, changes: Partial<Run> = {}): HistoryNode =>
  node(runNodeOf({ operators: [operator], ...changes }).children);
const facts = ({ facts: all }: HistoryNode): readonly string[] => all.map(({ label, value }) => `${label}: ${value}`);

describe("the line of a workflow", () => {
  it("on this machine", () => {
    const { children, ...line } = node(tree({ runs: [run()] }));
    expect(children).toHaveLength(1);
    expect(line).toEqual({
      id: "workflow|/w|local|wine",
      kind: "workflow",
      label: "wine",
      description: "this machine",
      mark: { icon: "device-desktop", color: null },
      facts: [
        { label: "Target", value: "this machine" },
        { label: "Last run", value: "Sat, Nov 21, 2026, 01:23:02 UTC" },
        { label: "Folder", value: "/w" },
      ],
      spoken: "wine, this machine",
      context: ["workflow", "local"],
      reference: { kind: "published", folder: "/w", workflow: "wine", target: "local" },
      folder: "/w",
    });
  });

  it("on an Airflow", () => {
    const line = node(tree({ workflows: [live()] }));
    expect([line.id, line.mark, line.context]).toEqual([
      "workflow|/w|airflow|wine",
      { icon: "cloud", color: null },
      ["workflow", "airflow", "published"],
    ]);
    expect(line.spoken).toBe("wine, airflow, at 03:00 UTC, next Sun, Nov 22, 03:00");
    expect(facts(line)).toEqual([
      "Target: airflow",
      "Schedule: at 03:00 UTC (0 3 * * *)",
      "State: active",
      "Next run: Sun, Nov 22, 2026, 03:00:00 UTC",
      "Build: abcdef012345",
      "Published: Fri, Nov 20, 2026, 10:00:00 UTC by ann",
      "DAG: wine at http://airflow",
      "Folder: /w",
    ]);
  });

  it("that is paused has no next run", () => {
    const dag = { isPaused: true, nextRun: "2026-11-22T03:00:00Z" };
    expect(facts(node(tree({ workflows: [live({ dag })] }))).slice(1, 4)).toEqual([
      "Schedule: at 03:00 UTC (0 3 * * *)",
      "State: paused in Airflow: nothing starts until somebody un-pauses it there",
      "Build: abcdef012345",
    ]);
  });

  it("that Airflow has not told of, or that has no schedule, says so", () => {
    expect(facts(node(tree({ workflows: [live({ dag: null, schedule: null })] }))).slice(1, 4)).toEqual([
      "Schedule: started by hand",
      "State: Airflow has not told of it",
      "Build: abcdef012345",
    ]);
    const none = node(tree({ workflows: [live({ schedule: null, dag: { isPaused: false, nextRun: null } })] }));
    expect([none.description, facts(none).includes("Next run")]).toEqual(["airflow", false]);
  });

  it("whose newest run has not begun has no last one", () => {
    expect(facts(node(tree({ runs: [run({ startedAt: null })] })))).toEqual(["Target: this machine", "Folder: /w"]);
  });

  it("comes by name, this machine before others", () => {
    const on = (workflow: string, target: string): Run => run({ rid: `${workflow}${target}`, workflow, target });
    const all = [on("wine", "zoo"), on("wine", "air"), on("wine", "local"), on("beer", "zoo")];
    expect(tree({ runs: all }).map(({ label, description }) => `${label} ${description}`)).toEqual([
      "beer zoo",
      "wine this machine",
      "wine air",
      "wine zoo",
    ]);
  });

  it("has its own runs alone", () => {
    const runs = [run({ rid: "a" }), run({ rid: "b", target: "airflow" }), run({ rid: "c", workflow: "beer" })];
    expect(
      tree({ runs, workflows: [live()] }).map(({ children }) => children.map(({ id }) => id.split("|").at(-1))),
    ).toEqual([["c"], ["a"], ["b"]]);
  });
});

describe("the runs of a workflow", () => {
  const queued = (rid: string, queuedAt: string | null, startedAt: string | null): Run =>
    run({ rid, queuedAt, startedAt });
  const rids = (nodes: readonly HistoryNode[]): readonly (string | undefined)[] =>
    node(nodes).children.map(({ id }) => id.split("|").at(-1));

  it("come by when they started, else by when they were queued, those of neither last", () => {
    const runs = [
      queued("none", null, null),
      queued("started", "2026-11-21T09:00:00Z", "2026-11-21T01:00:00Z"),
      queued("queued", "2026-11-21T02:00:00Z", null),
    ];
    expect(rids(tree({ runs }))).toEqual(["queued", "started", "none"]);
  });

  it("are shown down to the last that goes on, and a deleted one does not go on", () => {
    const at = (rid: string, hour: number, changes: Partial<Run> = {}): Run =>
      run({ rid, startedAt: `2026-11-21T0${hour}:00:00Z`, ...changes });
    const older = [at("c", 3), at("b", 2), at("a", 1)];
    expect(rids(tree({ runs: [...older, at("q", 0, { state: "queued" })] }, { limit: 1 }))).toHaveLength(4);
    const deleted = at("d", 0, { state: "running", deleted: true });
    expect(rids(tree({ runs: [...older, deleted] }, { limit: 1 }))).toEqual(["c", "wine"]);
  });

  it("of which none fits the filter leave a line for older ones, or nothing", () => {
    const runs = [run({ rid: "a" }), run({ rid: "b" })];
    expect(node(tree({ runs }, { filter: ["failed"], limit: 1 })).children.map(({ kind }) => kind)).toEqual(["more"]);
    expect(tree({ runs }, { filter: ["failed"] })).toEqual([]);
  });

  it("have behind them what shows older ones", () => {
    const more = node(node(tree({ runs: [run({ rid: "a" }), run({ rid: "b" })] }, { limit: 1 })).children, 1);
    expect(more).toEqual({
      id: "more|/w|local|wine",
      kind: "more",
      label: "More…",
      description: "1 run shown",
      mark: { icon: "ellipsis", color: null },
      facts: [{ label: "More", value: "Shows older runs." }],
      spoken: "More, shows older runs of wine. 1 are shown.",
      context: ["more"],
      reference: { kind: "published", folder: "/w", workflow: "wine", target: "local" },
      folder: "/w",
      children: [],
    });
  });
});

describe("the line of a run", () => {
  it("has all that is known of one that succeeded", () => {
    expect(runNodeOf({ queuedAt: null })).toEqual({
      id: "run|/w|local|r1",
      kind: "run",
      label: "Nov 21, 01:23:02",
      description: "12 s · abcdef0 · local",
      mark: { icon: "pass-filled", color: "testing.iconPassed" },
      facts: [
        { label: "Workflow", value: "wine" },
        { label: "State", value: "succeeded" },
        { label: "Engine", value: "this machine" },
        { label: "Started", value: "Sat, Nov 21, 2026, 01:23:02 UTC" },
        { label: "Ended", value: "Sat, Nov 21, 2026, 01:23:14 UTC" },
        { label: "Duration", value: "12 s" },
        { label: "Build", value: "abcdef012345" },
        { label: "Run id", value: "local__1" },
      ],
      spoken: "Run of Nov 21, 01:23:02, succeeded, 12 s, abcdef0, local",
      context: ["run", "local", "ended", "built"],
      reference: { kind: "run", folder: "/w", target: "local", rid: "r1" },
      folder: "/w",
      children: [],
    });
  });

  it("is named by when it was queued before it starts, and by its id where no time is known", () => {
    expect(runNodeOf({ startedAt: null, state: "queued" }).label).toBe("Nov 21, 01:23:01");
    expect(runNodeOf({ startedAt: null, queuedAt: null }).label).toBe("local__1");
  });

  it("says what is not a plain success", () => {
    const of = (changes: Partial<Run>, watched: readonly string[] = []): string =>
      runNodeOf({ endedAt: null, build: null, ...changes }, watched).description;
    expect([
      of({ warning: true }),
      of({ state: "queued" }, ["r1"]),
      of({ state: "cancelled" }, ["r1"]),
      of({ state: "unknown" }),
      of({ state: "failed", operators: [operatorRun("a", { state: "succeeded" })] }),
      of({ state: "running", deleted: true }, ["r1"]),
    ]).toEqual([
      "warning · local",
      "queued · local · watched",
      "cancelled · local",
      "state unknown · local",
      "failed · local",
      "deleted in Airflow · running · 0 of 0 · local",
    ]);
  });

  it("has words for menus", () => {
    expect(runNodeOf({ target: "airflow", build: null, state: "queued" }, ["other"]).context).toEqual([
      "run",
      "airflow",
      "underway",
    ]);
    expect(runNodeOf({ state: "failed" }, ["r1"]).context).toEqual(["run", "local", "ended", "built", "watched"]);
  });

  it("of a run on Airflow that was deleted says where and what is shown of it", () => {
    expect(facts(runNodeOf({ target: "prod", deleted: true })).slice(1, 3)).toEqual([
      "State: succeeded; deleted in Airflow, what the store has kept of it is shown",
      "Engine: Airflow “prod”",
    ]);
  });

  it("tells each failure with what to do, and its values as JSON", () => {
    const operators = [failedOperatorRun("predict"), failedOperatorRun("save", { tip: "" }), operatorRun("clean")];
    const all = facts(runNodeOf({ state: "failed", operators, parameters: { floor: 6, name: "a" }, endedAt: null }));
    expect(all.slice(1, 4)).toEqual([
      "State: failed",
      "predict failed: KeyError: 'alcohol' The table has no such column.",
      "save failed: KeyError: 'alcohol'",
    ]);
    expect(all.slice(-3)).toEqual(["Build: abcdef012345", 'Parameters: floor = 6, name = "a"', "Run id: local__1"]);
  });
});

describe("the line of an operator", () => {
  it("has all that is known of one that succeeded", () => {
    const { children, ...line } = operatorNodeOf(
      operatorRun("clean", {
        name: "my clean",
        startedAt: "2026-11-21T01:23:02Z",
        endedAt: "2026-11-21T01:23:03Z",
        tryNumber: 2,
        manifest: manifest("clean", { artifacts: [table("clean")], peakBytes: 5_000_000, build: "0123456789abcdef" }),
      }),
    );
    expect(children.map(({ id }) => id)).toEqual([
      "operator|/w|local|r1|clean|value|clean",
      "operator|/w|local|r1|clean|log",
    ]);
    expect(line).toEqual({
      id: "operator|/w|local|r1|clean",
      kind: "operator",
      label: "my clean",
      description: "4,898 rows × 1 column · 1 s",
      mark: { icon: "symbol-method", color: "testing.iconPassed" },
      facts: [
        { label: "Operator", value: "my clean (clean)" },
        { label: "Kind", value: "function" },
        { label: "State", value: "succeeded" },
        { label: "Started", value: "Sat, Nov 21, 2026, 01:23:02 UTC" },
        { label: "Ended", value: "Sat, Nov 21, 2026, 01:23:03 UTC" },
        { label: "Duration", value: "1 s in the function itself" },
        { label: "Memory", value: "5 MB at most" },
        { label: "Python", value: "3.11.7" },
        { label: "Build", value: "0123456789ab" },
        { label: "Try", value: "2" },
      ],
      spoken: "my clean, function, succeeded, 4,898 rows × 1 column, 1 s",
      context: ["operator", "value", "log"],
      reference: { kind: "operatorRun", folder: "/w", target: "local", rid: "r1", operator: "clean" },
      folder: "/w",
    });
  });

  it("of one that failed says why, what to do, and leads to its trace", () => {
    const line = operatorNodeOf(failedOperatorRun("predict"));
    expect(facts(line).slice(0, 5)).toEqual([
      "Operator: predict",
      "Kind: function",
      "State: failed",
      "Failure: KeyError: 'alcohol'",
      "What to do: The table has no such column.",
    ]);
    expect([line.description, line.spoken]).toEqual([
      "failed · KeyError: 'alcohol' · 1 s",
      "predict, function, failed, KeyError: 'alcohol', 1 s",
    ]);
    expect(facts(operatorNodeOf(failedOperatorRun("predict", { tip: "" })))).not.toContain("What to do: ");
  });

  it("of one of which nothing is known but its state", () => {
    const line = operatorNodeOf(operatorRun("x", { kind: null, state: "waiting", manifest: null, tryNumber: 0 }));
    expect([line.mark.icon, line.spoken, line.context, facts(line)]).toEqual([
      "circle-outline",
      "x, operator, waiting",
      ["operator"],
      ["Operator: x", "State: waiting"],
    ]);
  });

  it("of one that runs turns, and tells the engine's time once that has an end", () => {
    const running = operatorRun("x", {
      state: "running",
      manifest: null,
      startedAt: "2026-11-21T01:00:00Z",
      endedAt: "2026-11-21T01:00:05Z",
    });
    expect(operatorNodeOf(running)).toMatchObject({
      mark: { icon: "loading~spin", color: null },
      description: "running · 5 s",
      context: ["operator", "log"],
    });
  });

  it("of a save says what went where", () => {
    const saved = { resource: "demo", table: "out", mode: "append", rows: 1234, digest: "" } as const;
    const line = operatorNodeOf(
      operatorRun("save", { kind: "save", manifest: manifest("save", { kind: "save", saved }) }),
    );
    expect(facts(line)).toContain("Saved: 1,234 rows into out of demo (append)");
  });

  it("of a parameter shows its value by id or by name, no time and no log", () => {
    const floor = operatorRun("floor", {
      name: "my floor",
      kind: "parameter",
      manifest: manifest("floor", { kind: "parameter" }),
    });
    const line = operatorNodeOf(floor, { parameters: { floor: 0 } });
    expect([line.description, line.children, facts(line)]).toEqual([
      "0",
      [],
      ["Operator: my floor (floor)", "Kind: parameter", "State: succeeded"],
    ]);
    expect(operatorNodeOf(floor, { parameters: { "my floor": "a" } }).description).toBe('"a"');
    expect(operatorNodeOf(floor).description).toBe("");
    expect(operatorNodeOf({ ...floor, kind: "function" }, { parameters: { floor: 0 } }).description).not.toContain(
      "0 ·",
    );
  });

  it("is cut where what it came to is long", () => {
    const of = (length: number): string =>
      operatorNodeOf(failedOperatorRun("p", { message: "x".repeat(length) })).description.split(" · ")[1] ?? "";
    expect([of(80), of(81)]).toEqual(["x".repeat(80), `${"x".repeat(79)}…`]);
  });

  it.each<[OperatorKind, string]>([
    ["extract", "database"],
    ["function", "symbol-method"],
    ["metric", "graph"],
    ["check", "checklist"],
    ["save", "save"],
    ["parameter", "symbol-parameter"],
    ["systemMetric", "pulse"],
  ])("of a %s has the icon %s", (kind, icon) => {
    expect(operatorNodeOf(operatorRun("x", { kind })).mark.icon).toBe(icon);
  });
});

describe("below an operator", () => {
  const below = (changes: Partial<Manifest>): readonly HistoryNode[] =>
    operatorNodeOf(operatorRun("x", { manifest: manifest("x", changes) })).children;
  const place = { folder: "/w", target: "local", rid: "r1", operator: "x" };

  it("a value stands with its type, columns and size", () => {
    expect(below({ artifacts: [table("x")] })[0]).toEqual({
      id: "operator|/w|local|r1|x|value|x",
      kind: "artifact",
      label: "Value",
      description: "4,898 rows × 1 column",
      mark: { icon: "table", color: null },
      facts: [
        { label: "Value", value: "x" },
        { label: "Type", value: "table" },
        { label: "Rows", value: "4,898" },
        { label: "Columns", value: "alcohol (float64)" },
        { label: "Size", value: "12.3 kB" },
      ],
      spoken: "Value x, 4,898 rows × 1 column",
      context: ["artifact"],
      reference: { kind: "artifact", ...place, artifact: "x" },
      folder: "/w",
      children: [],
    });
  });

  it("a value without rows and columns has none", () => {
    const plain: StoredArtifact = { ...table("x"), type: "numeric", rows: null, schema: null };
    const [value] = below({ artifacts: [plain] });
    expect(value === undefined ? [] : facts(value)).toEqual(["Value: x", "Type: number", "Size: 12.3 kB"]);
  });

  it("the log stands", () => {
    expect(below({})[0]).toEqual({
      id: "operator|/w|local|r1|x|log",
      kind: "log",
      label: "Log",
      description: "",
      mark: { icon: "output", color: null },
      facts: [{ label: "Log", value: "What the operator printed; followed while it runs." }],
      spoken: "Log",
      context: ["log"],
      reference: { kind: "operatorRun", ...place },
      folder: "/w",
      children: [],
    });
  });

  it("the trace stands with the first line of what went wrong", () => {
    const failure = { type: "user", message: `${"y".repeat(90)}\nmore`, tip: "", trace: [] } as const;
    expect(below({ failure })[0]).toEqual({
      id: "operator|/w|local|r1|x|trace",
      kind: "trace",
      label: "Trace",
      description: `${"y".repeat(79)}…`,
      mark: { icon: "bug", color: "testing.iconFailed" },
      facts: [{ label: "Failure", value: failure.message }],
      spoken: `Trace: ${failure.message}`,
      context: ["trace"],
      reference: { kind: "operatorRun", ...place },
      folder: "/w",
      children: [],
    });
  });

  it.each<[ArtifactType, string]>([
    ["table", "table"],
    ["numeric", "symbol-numeric"],
    ["string", "symbol-string"],
    ["boolean", "symbol-boolean"],
    ["dictionary", "json"],
    ["json", "json"],
    ["list", "symbol-array"],
    ["tuple", "symbol-array"],
    ["bytes", "file-binary"],
    ["image", "file-media"],
    ["picklable", "package"],
    ["unknown", "symbol-misc"],
  ])("a value that is a %s has the icon %s", (type, icon) => {
    expect(below({ artifacts: [{ ...table("x"), type }] })[0]?.mark.icon).toBe(icon);
  });
});

describe("the line of a target that does not answer", () => {
  it("has what to do on Enter and in words", () => {
    expect(targetNode("/w", { target: "prod", state: "unreachable", message: "Nothing listens." })).toEqual({
      id: "target|/w|prod",
      kind: "target",
      label: "prod",
      description: "does not answer · Retry",
      mark: { icon: "warning", color: "list.warningForeground" },
      facts: [
        { label: "prod", value: "Nothing listens." },
        { label: "Runs", value: "What is known of its runs is shown below; it may have changed since." },
      ],
      spoken: "prod: does not answer. Nothing listens. Press Enter to try again.",
      context: ["target", "retry"],
      reference: { kind: "published", folder: "/w", workflow: "", target: "prod" },
      folder: "/w",
      children: [],
    });
  });

  it.each([
    ["signedOut", "key", "signed out · Sign In", "Press Enter to sign in."],
    ["forbidden", "key", "no rights · Sign In", "Press Enter to sign in."],
    ["unsupported", "warning", "not supported · Open aqueduct.json", "Press Enter to open aqueduct.json."],
    ["noStore", "warning", "no store · Open aqueduct.json", "Press Enter to open aqueduct.json."],
    ["something new", "warning", "cannot be followed · Retry", "cannot be followed. Why. Press Enter to try again."],
  ])("that is %s", (state, icon, description, spoken) => {
    const line = targetNode("/w", { target: "prod", state, message: "Why." });
    expect([line.mark.icon, line.description]).toEqual([icon, description]);
    expect(line.spoken).toContain(spoken);
  });

  it("is not there while it answers", () => {
    expect(tree({ targets: [{ target: "prod", state: "answers", message: "" }] })).toEqual([]);
  });
});
