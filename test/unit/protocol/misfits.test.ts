import { describe, expect, it } from "vitest";
import type { Boundary } from "../../../src/formats/boundary.js";
import { editorSocket } from "../../../src/formats/editorSocket.js";
import { engineSocket } from "../../../src/formats/engine.js";
import { graphPanel, type RunStates } from "../../../src/formats/graphPanel.js";
import { languageServer } from "../../../src/formats/languageServer.js";
import { previewPanel } from "../../../src/formats/previewPanel.js";
import { read } from "../../../src/formats/reader.js";
import type { Schema } from "../../../src/formats/schema.js";
import { stepsPanel } from "../../../src/formats/stepsPanel.js";
import { conversation, type Conversation, type Samples } from "../../fakes/conversation.js";
import {
  editorMessages,
  engineMessages,
  graphPanelMessages,
  languageServerMessages,
  previewPanelMessages,
  stepsPanelMessages,
} from "../../fakes/messages.js";
import { graph, runStates, status } from "../../fakes/graphs.js";

interface Spoiled {
  readonly what: string;
  readonly value: unknown;
}

/** A value again and again, each time with one thing in it spoiled: left out, or of a kind that stands nowhere. */
function* spoiled(value: unknown, place: string, rebuild: (part: unknown) => unknown): Generator<Spoiled> {
  if (typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  for (const [name, member] of Object.entries(value)) {
    const inner = isList ? `${place}[${name}]` : `${place}.${name}`;
    const withMember = (part: unknown): unknown =>
      rebuild(isList ? value.with(Number(name), part) : { ...value, [name]: part });
    if (!isList && !optional.has(name)) {
      const { [name]: _, ...rest } = value as Record<string, unknown>;
      yield { what: `${inner} left out`, value: rebuild(rest) };
    }
    if (anything.has(name)) continue;
    yield { what: `${inner} of another kind`, value: withMember(alien) };
    yield* spoiled(member, inner, withMember);
  }
}
const alien = Symbol("of a kind that stands nowhere");

/** What may be left out of some message. */
const optional = new Set(
  "repeated unknown stale severity bound resource query table mode explicit default json line secrets environment".split(
    " ",
  ),
);
/** Whose values may be anything, or have names that anybody chose: these are tried one by one below. */
const anything = new Set(["json", "values", "secrets", "environment"]);

function* messagesOf(boundary: Boundary, samples: Samples<Boundary>): Generator<[string, Schema, unknown]> {
  for (const [method, { params, result }] of Object.entries(boundary.requests))
    for (const sample of samples.requests[method] ?? []) {
      yield [method, params, sample.params];
      yield [`${method} answered`, result, sample.result];
    }
  for (const kind of ["reports", "events"] as const)
    for (const [name, schema] of Object.entries(boundary[kind]))
      for (const sample of samples[kind][name] ?? []) yield [name, schema, sample];
}

describe.each<[string, Boundary, unknown]>([
  ["the editor's socket", editorSocket, editorMessages],
  ["the engine's socket", engineSocket, engineMessages],
  ["the graph panel", graphPanel, graphPanelMessages],
  ["the language server", languageServer, languageServerMessages],
  ["the value panel", previewPanel, previewPanelMessages],
  ["the steps panel", stepsPanel, stepsPanelMessages],
])("every message of %s", (_, boundary, samples) => {
  const messages = [...messagesOf(boundary, samples as Samples<Boundary>)];

  it("is taken as it is", () => {
    for (const [name, schema, value] of messages)
      expect(read({ name, schema }, value), name).toEqual({ readable: true, value });
  });

  it("is refused where anything in it is missing, or of another kind", () => {
    const taken: string[] = [];
    let tried = 0;
    for (const [name, schema, value] of messages)
      for (const one of spoiled(value, name, (part) => part)) {
        tried += 1;
        if (read({ name, schema }, one.value).readable) taken.push(one.what);
      }
    expect(tried).toBeGreaterThan(5);
    expect(taken).toEqual([]);
  });
});

/** The page of a graph panel, whose host says what the test says. */
function page(): Conversation<typeof graphPanel> & { readonly drawn: (readonly RunStates[])[] } {
  const never = (): never => {
    throw new Error("never asked");
  };
  const talk = conversation(graphPanel, {
    requests: {
      loadContent: never,
      revealOperator: never,
      openOperator: never,
      clearRun: never,
      showProblems: never,
    },
    reports: { policyViolated: never, pageFailed: never, viewChanged: never },
  });
  const drawn: (readonly RunStates[])[] = [];
  talk.client.on("statesChanged", ({ states }) => drawn.push(states));
  return { ...talk, drawn };
}

describe("a host of another version", () => {
  it("that sends states without their progress makes no page throw: the page says where and why", async () => {
    const { server, client, complaints, drawn } = page();
    const { progress, ...rest } = runStates([status("predict", "running")]);
    expect(progress).toEqual({ done: 1, of: 3 });
    server.send("statesChanged", { states: [rest as RunStates] });
    server.send("statesChanged", { states: [] });
    await client.request("showProblems", {}).catch(() => undefined);
    expect(drawn).toEqual([[]]);
    expect(complaints).toEqual([
      [
        "a message of the graph panel makes no sense",
        { message: "statesChanged", where: "states[0].progress", why: "states[0].progress is missing" },
      ],
    ]);
  });

  it.each([
    ["a workflow that is a number", { workflows: [42] }, "graph.workflows[0]"],
    ["a problem that is a text", { problems: ["x"] }, "graph.problems[0]"],
    ["another format", { format: 2 }, "graph.format"],
  ])("that sends a graph with %s is not taken for one", async (_, more, where) => {
    const { server, client, complaints } = page();
    const contents: unknown[] = [];
    client.on("contentChanged", (content) => contents.push(content));
    const [sample] = graphPanelMessages.requests.loadContent;
    server.send("contentChanged", { ...sample.result, graph: { ...graph([]), ...more } } as never);
    await client.request("showProblems", {}).catch(() => undefined);
    expect(contents).toEqual([]);
    expect(complaints.map(([, data]) => data)).toMatchObject([{ message: "contentChanged", where }]);
  });
});

describe("what a page may ask", () => {
  it.each([
    ["revealOperator", { id: "predict", focus: "window" }, "focus is not one of graph, editor"],
    ["openOperator", { workflow: "wine", operator: "predict", what: "password" }, "what is not one of"],
    ["openOperator", { workflow: "wine", operator: "../predict", what: "log" }, "operator is not an id of an operator"],
  ] as const)("is answered with an error where it makes no sense: %s %j", async (method, params, why) => {
    const { client, complaints } = page();
    await expect(client.request(method, params as never)).rejects.toThrow(why);
    expect(complaints.length).toBe(1);
  });
});

describe("a name that every object has", () => {
  it("is a name like any other in what somebody submits", () => {
    const [{ params }] = engineMessages.requests.submit;
    const odd = JSON.parse('{"constructor": "x", "__proto__": "y"}') as Record<string, string>;
    const { submit } = engineSocket.requests;
    const found = read({ name: "submit", schema: submit.params }, { ...params, environment: odd });
    expect(found.readable && Object.entries(found.value.environment)).toEqual(Object.entries(odd));
    expect(read({ name: "submit", schema: submit.params }, { ...params, secrets: { db: 1 } })).toMatchObject({
      where: "secrets.db",
    });
  });
});
