import { beforeEach, describe, expect, it } from "vitest";
import { answers, type Answers } from "../../../src/formats/answers.js";
import { checkAnswer, commandOf } from "../../fakes/answer.js";
import { FakeShell, jsonOf, type Said } from "../../fakes/fakeShell.js";

let shell: FakeShell;

beforeEach(() => {
  shell = new FakeShell();
});

async function ridOf(said: Promise<Said>): Promise<string> {
  return jsonOf<{ readonly run: { readonly rid: string } }>(await said).run.rid;
}

/** The way to each answer; a new one has its own here. */
const ways: { readonly [Name in keyof Answers]: () => Promise<Said> } = {
  graph: () => shell.type("graph", "wine.py", "--json"),
  check: () => shell.type("check", "wine.py", "--json"),
  run: () => shell.type("run", "wine.py", "--json"),
  connect: () => shell.type("connect", "airflow", "--json"),
  publish: () => shell.type("publish", "wine.py", "--airflow", "airflow", "--json"),
  trigger: async () => {
    await ways.publish();
    return shell.type("trigger", "wine predictions", "--json");
  },
  runs: async () => {
    await ways.run();
    await ways.trigger();
    return shell.type("runs", "--json");
  },
  show: async () => shell.type("show", await ridOf(ways.run()), "predict", "--json"),
  cancel: async () => shell.type("cancel", await ridOf(ways.trigger()), "--json"),
  "engine-start": () => shell.type("engine", "start", "--json"),
  "engine-status": async () => {
    await ways.run();
    return shell.type("engine", "status", "--json");
  },
  "engine-stop": () => shell.type("engine", "stop", "--json"),
  trust: () => shell.type("trust", "--json"),
  "store-check": async () => {
    await ways.run();
    return shell.type("store", "check", "--json");
  },
  error: () => shell.type("show", "deadbeef", "predict", "--json"),
};

describe("what a command prints with --json", () => {
  it.each(Object.entries(ways))("is described: %s", async (name, way) => {
    const said = await way();
    const printed = jsonOf(said);
    expect("error" in printed).toBe(name === "error");
    expect(Object.keys(printed).length).toBeGreaterThan(0);
  });

  it("has a description for every command that --help names, and for no other", async () => {
    const { stdout } = await shell.type("--help");
    const named = [...stdout.matchAll(/^ {2}([a-z]+) .*\[?/gm)].flatMap(([, name]) => name ?? []);
    const described = Object.keys(answers).filter((name) => name !== "error");
    const groups = new Set(described.map((name) => name.split("-")[0]));
    expect(new Set(named.filter((name) => name !== "help"))).toEqual(groups);
  });
});

describe("a test that gets an answer", () => {
  it("finds a member that nobody described, one that is missing, and an answer that has no description", () => {
    expect(() => checkAnswer(["engine", "stop"], '{"stopped":true}')).not.toThrow();
    expect(() => checkAnswer(["engine", "stop"], '{"stopped":true,"pid":3}')).toThrow("more than is described");
    expect(() => checkAnswer(["engine", "stop"], "{}")).toThrow("stopped is missing");
    expect(() => checkAnswer(["fly"], '{"high":true}')).toThrow("describes no answer of aqueduct fly");
    expect(() => checkAnswer(["fly"], '{"error":"There is no command fly.","high":true}')).toThrow("more than");
    expect(() => checkAnswer(["trust"], "[]")).toThrow("no object");
  });

  it("knows commands by their words", () => {
    expect(commandOf(["--json", "engine", "status"])).toBe("engine-status");
    expect(commandOf(["run", "wine.py", "--operator", "predict"])).toBe("run");
  });
});
