import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Job, JobTask } from "../../src/core/model/job.js";
import {
  isEditorSocketRequest,
  type EditorSocketMethod,
  type EditorSocketRequests,
} from "../../src/protocol/editorSocket.js";
import {
  engineProtocol,
  isRequest,
  type EngineEvent,
  type EngineMethod,
  type EngineReply,
  type EngineRequests,
} from "../../src/protocol/engine.js";
import {
  isGraphAnswer,
  isGraphOfDocument,
  isGraphParams,
  isOperatorsAtAnswer,
  isOperatorsAtParams,
  type GraphOfDocument,
  type GraphParams,
  type OperatorsAtParams,
  type OperatorsAtPlace,
} from "../../src/protocol/languageServer.js";
import { graph, range, wineWorkflow } from "../fakes/graphs.js";
import { root } from "./support/repository.js";

/**
 * Both ends of a boundary are held to the same sample messages: the sender by their types, the receiver by its guards.
 * The panels' stand in test/unit/protocol, each in a file of its own.
 */
const tried = [
  "editorSocket.ts",
  "engine.ts",
  "graphPanel.ts",
  "languageServer.ts",
  "previewPanel.ts",
  "stepsPanel.ts",
];
/** What the boundaries are made of: no messages of their own. */
const parts = ["checks.ts", "graphChecks.ts", "panel.ts"];

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
    build: "00",
    store: "/wine/.aqueduct/store",
    parameters: [],
  },
  tasks: [task, { ...task, id: "tidy", operator: null }],
  parallel: 2,
};

/** One of each: a method added to the protocol does not compile here until it has a sample. */
const requests: { readonly [Method in EngineMethod]: EngineRequests[Method]["params"] } = {
  hello: { protocol: 1 },
  submit: { job, secrets: { aqueduct_demo: "sqlite:///wine.db" }, environment: { HOME: "/home/ada" } },
  cancel: { job: "wine-1" },
  subscribe: { job: null, from: 0 },
  list: {},
  stop: { running: "leave" },
};

describe("the engine's protocol", () => {
  it.each(Object.entries(requests))("lets %s in", (method, params) => {
    expect(isRequest(overTheWire({ id: 1, method, params }))).toBe(true);
  });

  it("lets a job without a run in", () => {
    expect(
      isRequest(overTheWire({ id: 1, method: "submit", params: { ...requests.submit, job: { ...job, run: null } } })),
    ).toBe(true);
  });

  it.each([
    ["no object", "hello"],
    ["no id", { method: "list", params: {} }],
    ["an unknown method", { id: 1, method: "forget", params: {} }],
    ["a method that every object has", { id: 1, method: "toString", params: {} }],
    ["no parameters", { id: 1, method: "cancel" }],
    [
      "a job of another format",
      { id: 1, method: "submit", params: { ...requests.submit, job: { ...job, format: 2 } } },
    ],
    ["a secret that is no text", { id: 1, method: "submit", params: { ...requests.submit, secrets: { wine: null } } }],
    ["another way to stop", { id: 1, method: "stop", params: { running: "forget" } }],
  ])("keeps out %s", (_, message) => {
    expect(isRequest(overTheWire(message))).toBe(false);
  });

  it.each<[string, EngineReply]>([
    ["a result", { id: 1, ok: true, result: { name: "wine-1" } }],
    ["nothing", { id: 1, ok: true, result: null }],
    ["an error", { id: 1, ok: false, error: "There is no job wine-1." }],
  ])("takes a reply with %s", (_, reply) => {
    expect(engineProtocol.isReply(overTheWire(reply))).toBe(true);
  });

  it("takes an event, and tells it from a reply", () => {
    const event: EngineEvent = {
      event: "journal",
      id: 2,
      job: "wine-1",
      record: { seq: 1, at: "2026-11-21T01:23:01.048Z", type: "submitted", id: "wine-1" },
    };
    expect(engineProtocol.isEvent(overTheWire(event))).toBe(true);
    expect(engineProtocol.isReply(overTheWire(event))).toBe(false);
  });
});

describe("the editor's socket", () => {
  // What the Python end sends stands in test/runtime/eager/test_publishing.py.
  const asked: { readonly [Method in EditorSocketMethod]: EditorSocketRequests[Method]["params"] } = {
    run: { file: "/wine/level3.py", workflow: "wine predictions" },
    publish: { file: "/wine/level3.py", workflow: "wine predictions" },
  };

  it.each(Object.entries(asked))("lets %s in", (method, params) => {
    expect(isEditorSocketRequest(overTheWire({ id: 1, method, params }))).toBe(true);
  });

  it.each([
    ["an unknown method", { id: 1, method: "password", params: asked.run }],
    ["a workflow without a name", { id: 1, method: "run", params: { file: "/wine/level3.py", workflow: null } }],
    ["no id", { method: "run", params: asked.run }],
  ])("keeps out %s", (_, message) => {
    expect(isEditorSocketRequest(overTheWire(message))).toBe(false);
  });
});

describe("the language server's protocol", () => {
  const params: GraphParams = { uri: "file:///wine/wine.py" };
  const answer: GraphOfDocument = {
    ...params,
    version: 3,
    graph: graph([wineWorkflow]),
    definitions: [{ name: "clean", kind: "function", range: range(3, 5), isCalled: true }],
    file: "wine.py",
    folder: "file:///wine",
  };

  it("takes a question and its answers", () => {
    expect(isGraphParams(overTheWire(params))).toBe(true);
    expect(isGraphAnswer(overTheWire(answer))).toBe(true);
    expect(isGraphAnswer(null)).toBe(true);
    expect(isGraphOfDocument(overTheWire(answer))).toBe(true);
  });

  it.each([
    ["no graph", { ...answer, graph: undefined }],
    ["a graph of another format", { ...answer, graph: { ...answer.graph, format: 2 } }],
    ["no version", { ...answer, version: undefined }],
    ["no definitions", { ...answer, definitions: undefined }],
    ["a workflow that is a number", { ...answer, graph: { ...answer.graph, workflows: [42] } }],
    ["a problem that is a text", { ...answer, graph: { ...answer.graph, problems: ["x"] } }],
    [
      "a definition without its range",
      { ...answer, definitions: [{ name: "clean", kind: "function", isCalled: true }] },
    ],
  ])("refuses an answer with %s", (_, message) => {
    expect(isGraphAnswer(overTheWire(message))).toBe(false);
  });
});

describe("the language server's question about a place", () => {
  const position = { line: 4, character: 2 };
  const params: OperatorsAtParams = { uri: "file:///wine/wine.py", position };
  const answer: OperatorsAtPlace = { operators: ["clean"], range: { start: position, end: position } };

  it("and its answers are taken", () => {
    expect(isOperatorsAtParams(overTheWire(params))).toBe(true);
    expect(isOperatorsAtAnswer(overTheWire(answer))).toBe(true);
    expect(isOperatorsAtAnswer(null)).toBe(true);
  });

  it("without its place, and an answer without its range, are refused", () => {
    expect(isOperatorsAtParams({ uri: params.uri, position: { line: 4 } })).toBe(false);
    expect(isOperatorsAtAnswer({ operators: ["clean"] })).toBe(false);
  });
});

describe("protocols", () => {
  it("have sample messages, each of them", () => {
    expect(
      readdirSync(path.join(root, "src/protocol"))
        .filter((file) => file.endsWith(".ts"))
        .sort(),
    ).toEqual([...tried, ...parts].sort());
  });
});

/** What is left of a message when it has crossed a boundary as JSON. */
function overTheWire(message: unknown): unknown {
  return JSON.parse(JSON.stringify(message));
}
