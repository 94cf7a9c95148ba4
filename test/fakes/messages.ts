import type { Job, JobTask } from "../../src/core/model/job.js";
import type { editorSocket } from "../../src/formats/editorSocket.js";
import type { engineSocket } from "../../src/formats/engine.js";
import type { graphPanel, PanelView } from "../../src/formats/graphPanel.js";
import type { GraphOfDocument, languageServer } from "../../src/formats/languageServer.js";
import type { previewPanel } from "../../src/formats/previewPanel.js";
import type { stepsPanel } from "../../src/formats/stepsPanel.js";
import type { Operator } from "../../src/core/model/workflow.js";
import type { Samples } from "./conversation.js";
import { graph, problem, range, runStates, status, wineWorkflow, type SampleOperator } from "./graphs.js";
import { operatorRun, preview, shows, table, value } from "./previews.js";
import { publishingSteps } from "./steps.js";

const digest = "0123456789abcdef".repeat(4);

const task: JobTask = {
  id: "clean",
  dependencies: ["extract"],
  command: "/usr/bin/python3",
  args: ["/runtime/aqueduct/start.py", "runner"],
  cwd: "/wine",
  environment: { TZ: "UTC" },
  operator: {
    format: 1,
    operator: { id: "clean", name: "clean", kind: "function", outputs: ["clean"] },
    folder: "/wine",
    code: null,
    values: [],
    modules: [],
    requirements: [],
    python: null,
    watchParent: false,
    inputs: [{ artifact: "extract", producer: "extract" }],
    reuse: null,
  },
};

const job: Job = {
  format: 1,
  name: "wine-1",
  folder: "/wine",
  run: {
    project: "p",
    workflow: "wine",
    target: "local",
    runId: "20261121T012301Z",
    rid: "0123456789abcdef0123",
    life: "20261121T012301.048772Z",
    build: digest,
    store: "/wine/.aqueduct/store",
    parameters: [],
  },
  tasks: [task, { ...task, id: "tidy", operator: null }],
  parallel: 2,
};

const at = "2026-11-21T01:23:01.048Z";

export const engineMessages: Samples<typeof engineSocket> = {
  requests: {
    hello: [{ params: { protocol: 1, nonce: digest }, result: { protocol: 3, pid: 4711, proof: digest } }],
    submit: [
      {
        params: { job, secrets: { aqueduct_demo: "sqlite:///wine.db" }, environment: { HOME: "/home/ada" } },
        result: { name: "wine-1" },
      },
      { params: { job: { ...job, run: null }, secrets: {}, environment: {} }, result: { name: "wine-1" } },
    ],
    cancel: [{ params: { job: "wine-1" }, result: null }],
    subscribe: [
      { params: { subscription: 1, job: null, from: 0 }, result: { seq: 0 } },
      { params: { subscription: 2, job: "wine-1", from: 7 }, result: { seq: 9 } },
    ],
    list: [
      {
        params: {},
        result: [
          {
            name: "wine-1",
            state: "working",
            outcome: null,
            cancelRequested: false,
            submittedAt: at,
            startedAt: at,
            endedAt: null,
            run: null,
            tasks: [
              {
                id: "clean",
                state: "running",
                attempt: 1,
                startedAt: at,
                endedAt: null,
                code: null,
                reason: null,
                logs: { stdout: "/wine/out.log", stderr: "/wine/err.log" },
              },
            ],
          },
        ],
      },
    ],
    stop: [
      { params: { running: "leave" }, result: null },
      { params: { running: "cancel" }, result: null },
    ],
  },
  reports: { unsubscribe: [{ subscription: 1 }] },
  events: {
    journal: [
      { subscription: 1, job: "wine-1", record: { seq: 1, at, type: "submitted", id: "wine-1" } },
      {
        subscription: 1,
        job: "wine-1",
        record: {
          seq: 3,
          at,
          type: "started",
          task: "clean",
          attempt: 1,
          process: { pid: 4711, startTime: "17", bootId: "b" },
          stdout: "/wine/out.log",
          stderr: "/wine/err.log",
        },
      },
    ],
  },
};

const published = { file: "/wine/level3.py", workflow: "wine predictions" };

/** The Python end's stand in test/runtime/eager/test_json_rpc.py. */
export const editorMessages: Samples<typeof editorSocket> = {
  requests: {
    run: [
      { params: published, result: { message: "See Runs." } },
      { params: { ...published, line: 24 }, result: { message: "See Runs." } },
    ],
    publish: [{ params: published, result: { message: "Go on there." } }],
  },
  reports: {},
  events: {},
};

// The sample's operators have a `type` beside, which is no part of a graph.
const operators = wineWorkflow.operators.map((one) => {
  const { type: _, ...operator }: Partial<SampleOperator> = one;
  return operator as Operator;
});
const shown = graph([{ ...wineWorkflow, operators }], [problem(3, "Write a value.")]);

const ofDocument: GraphOfDocument = {
  uri: "file:///wine.py",
  version: 3,
  graph: shown,
  definitions: [{ name: "clean", kind: "function", range: range(3, 5), isCalled: true }],
  file: "wine.py",
  folder: "file:///wine",
};

const position = { line: 4, character: 2 };

export const languageServerMessages: Samples<typeof languageServer> = {
  requests: {
    "aqueduct/graph": [
      { params: { uri: "file:///wine.py" }, result: ofDocument },
      { params: { uri: "file:///other.py" }, result: null },
    ],
    "aqueduct/operatorsAt": [
      {
        params: { uri: "file:///wine.py", position },
        result: { operators: ["clean"], range: { start: position, end: position } },
      },
      { params: { uri: "file:///wine.py", position }, result: null },
    ],
  },
  reports: {},
  events: { "aqueduct/graphChanged": [ofDocument] },
};

/** What every page reports. */
const reports = {
  policyViolated: [{ directive: "style-src-attr", blocked: "inline", source: "", line: 3 }],
  pageFailed: [{ message: "TypeError: …" }],
} as const;

const uri = "file:///wine.py";
const view: PanelView = { uri, workflow: null, selected: "predict", transform: { x: 1, y: -2, scale: 0.5 } };
const failedStatus = status("predict", "failed", {
  seconds: 0.4,
  failure: { message: "KeyError: 'pH'", tip: "Look at the table." },
  parts: ["log", "trace"],
});
const graphContent = {
  kind: "graph",
  uri,
  fileName: "wine.py",
  graph: shown,
  schedules: ["at 03:00 UTC", null],
  caret: { operators: ["predict"] },
  states: [runStates([failedStatus])],
  picked: { workflow: null, operator: "predict" },
  view,
} as const;

export const graphPanelMessages: Samples<typeof graphPanel> = {
  requests: {
    loadContent: [{ params: {}, result: graphContent }],
    revealOperator: [{ params: { id: "predict", focus: "editor" }, result: null }],
    openOperator: [{ params: { workflow: "wine predictions", operator: "predict", what: "value" }, result: null }],
    clearRun: [{ params: { workflow: "wine predictions" }, result: null }],
    showProblems: [{ params: {}, result: null }],
  },
  reports: { ...reports, viewChanged: [view] },
  events: {
    contentChanged: [
      { kind: "noFile" },
      { kind: "loading", uri, fileName: "wine.py" },
      { kind: "failed", uri, fileName: "wine.py", message: "why" },
      graphContent,
    ],
    caretMoved: [{ operators: ["predict"] }],
    statesChanged: [{ states: [runStates([failedStatus])] }, { states: [] }],
    picked: [{ workflow: "wine predictions", operator: null }],
  },
};

const failed = operatorRun({
  state: "failed",
  failure: {
    type: "user",
    message: "KeyError: 'x'",
    tip: "Look.",
    at: { file: "wine.py", line: 3, function: "predict" },
  },
});
const judged = operatorRun({
  kind: "metric",
  metric: 2.25,
  check: { passed: true, severity: "error" },
  saved: { resource: "demo", table: "wine", mode: "append", rows: 3, digest },
  bounds: [
    {
      comparison: "lessThan",
      value: 2.5,
      operator: "less_than_2_5",
      name: "less than 2.5",
      severity: "warning",
      passed: null,
    },
  ],
});

export const previewPanelMessages: Samples<typeof previewPanel> = {
  requests: {
    loadContent: [{ params: {}, result: { kind: "nothing" } }],
    copy: [{ params: { text: "a\tb" }, result: null }],
    exportCsv: [{ params: { artifact: "predict" }, result: false }],
    open: [{ params: { what: "trace" }, result: null }],
    keepOpen: [{ params: { isKept: true }, result: null }],
  },
  reports: { ...reports, artifactShown: [{ artifact: "predict.2" }] },
  events: {
    contentChanged: [
      { kind: "nothing" },
      { kind: "loading", name: "predict" },
      { kind: "failed", name: "predict", message: "why" },
      shows(preview([table({ quality: "int64" }, [[3], [null]])])),
      shows(preview([value({ sample: null, reason: "why" })], { operator: judged })),
      shows(preview([], { operator: failed, missing: "why" })),
    ],
  },
};

export const stepsPanelMessages: Samples<typeof stepsPanel> = {
  requests: {
    loadContent: [{ params: {}, result: { kind: "beforeReload" } }],
    act: [{ params: { id: "publish" }, result: null }],
  },
  reports,
  events: {
    contentChanged: [
      { kind: "beforeReload" },
      { kind: "steps", model: publishingSteps },
      { kind: "steps", model: { ...publishingSteps, changes: null, outcome: { state: "failed", message: "why" } } },
    ],
  },
};
