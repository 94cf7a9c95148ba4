import { beforeAll, describe, expect, test } from "vitest";
import type { SourceRange } from "../../../../../src/core/model/source.js";
import { Reading } from "../../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

const more = "a = one(t)\nm = t.number_of_rows()\nc = m.bound(upper=1)\ndb.save(a, 'x', 'fail')\nb = one(a)\n";

/** Names of workflows with their operators. */
function published(lines: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    reading.workflows(lines).map(({ name, operators }) => [name ?? "-", operators.map(({ id }) => id).join(" ")]),
  );
}

describe("what a publish_flow publishes", () => {
  test("is its artifacts, what these need, and the saves, metrics and checks that hang on them", () => {
    const table = {
      "client.publish_flow('f', artifacts=[a])": {
        f: "db_query one num_rows less_than_1 save_to_db",
        "-": "one_2",
      },
      "client.publish_flow('f', artifacts=[b])": { f: "db_query one num_rows less_than_1 save_to_db one_2" },
      "client.publish_flow('f', artifacts=[t])": { f: "db_query num_rows less_than_1", "-": "one save_to_db one_2" },
      "client.publish_flow('f', artifacts=t)": { f: "db_query num_rows less_than_1", "-": "one save_to_db one_2" },
      "client.publish_flow('f', artifacts=[t], metrics=[])": {
        f: "db_query",
        "-": "one num_rows less_than_1 save_to_db one_2",
      },
      "client.publish_flow('f', artifacts=[t], metrics=[m], checks=[])": {
        f: "db_query num_rows",
        "-": "one less_than_1 save_to_db one_2",
      },
      "client.publish_flow('f', artifacts=[t], metrics=[], checks=[c])": {
        f: "db_query num_rows less_than_1",
        "-": "one save_to_db one_2",
      },
      "client.publish_flow('f', artifacts=[t], metrics=None, checks=None)": {
        f: "db_query num_rows less_than_1",
        "-": "one save_to_db one_2",
      },
      "client.publish_flow('f', artifacts=(t, b))": { f: "db_query one num_rows less_than_1 save_to_db one_2" },
      "client.publish_flow('f', artifacts=undefined)": { f: "db_query one num_rows less_than_1 save_to_db one_2" },
      "client.publish_flow('f', artifacts=[undefined])": { f: "db_query one num_rows less_than_1 save_to_db one_2" },
      "client.publish_flow('f', artifacts=[*undefined])": { f: "db_query one num_rows less_than_1 save_to_db one_2" },
      "client.publish_flow('f', artifacts=[undefined, t])": {
        f: "db_query num_rows less_than_1",
        "-": "one save_to_db one_2",
      },
      "client.publish_flow('f', artifacts=[])": { f: "", "-": "db_query one num_rows less_than_1 save_to_db one_2" },
      "client.publish_flow('f')": { f: "", "-": "db_query one num_rows less_than_1 save_to_db one_2" },
      "client.publish_flow('f', artifacts=[a])\nclient.publish_flow('g', artifacts=[b])": {
        f: "db_query one num_rows less_than_1 save_to_db",
        g: "db_query one num_rows less_than_1 save_to_db one_2",
      },
      "client.publish_flow('f', artifacts=[a if unsure else b])": {
        f: "db_query one num_rows less_than_1 save_to_db one_2",
      },
      "client.other('f', artifacts=[a])": { "-": "db_query one num_rows less_than_1 save_to_db one_2" },
    };
    expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, published(`${more}${lines}`)]))).toEqual(table);
  });

  test("has a description where the text tells one", () => {
    const description = (given: string): string | undefined =>
      reading.workflows(`client.publish_flow('f'${given}, artifacts=[t])`).find(({ source }) => source !== null)
        ?.description;
    const table = {
      "": undefined,
      ", ''": undefined,
      ", 'what it is for'": "what it is for",
      ", description='what ' + 'for'": "what for",
      ", description=f'for {unsure}'": "for …", // as names are
      ", description=unsure": undefined,
      ", description=5": undefined,
    };
    expect(Object.fromEntries(Object.keys(table).map((given) => [given, description(given)]))).toEqual(table);
  });

  test("has no schedule, one, or one that the text does not tell", () => {
    const schedule = (given: string): object => {
      const found = reading
        .workflows(`client.publish_flow('f', artifacts=[t]${given})`)
        .find(({ source }) => source !== null);
      return [found?.schedule, found?.unknownSchedule];
    };
    const table = {
      "": [null, undefined],
      ", schedule=None": [null, undefined],
      ", schedule=' '": [null, undefined],
      ", schedule=weekly(3)": ["0 0 * * 3", undefined],
      ", schedule=unsure": [null, true],
      ", schedule=os.environ['WHEN']": [null, true],
      ", schedule=f'0 {unsure} * * *'": [null, true],
      ", schedule=daily(hour=unsure)": [null, true],
      ", schedule=weekly()": [null, true],
      ", **unsure": [null, true],
      // What is no text is told by the rule about schedules.
      ", schedule=5": ["5", undefined],
      ", schedule=daily(True)": ["0 True * * *", undefined],
    };
    expect(Object.fromEntries(Object.keys(table).map((given) => [given, schedule(given)]))).toEqual(table);
  });

  test("takes its arguments by name or by position", () => {
    const head = (call: string): object => {
      const found = reading.workflows(call).find(({ source }) => source !== null);
      return { name: found?.name, engine: found?.engine, schedule: found?.schedule };
    };
    const table = {
      "client.publish_flow('f', 'text', '0 3 * * *', 'air', [t])": { name: "f", engine: "air", schedule: "0 3 * * *" },
      "client.publish_flow(name='f', schedule=daily(hour=3), artifacts=[t])": {
        name: "f",
        engine: null,
        schedule: "0 3 * * *",
      },
      "client.publish_flow(unsure, artifacts=[t])": { name: "…", engine: null, schedule: null },
      "client.publish_flow(f'a{unsure}', artifacts=[t])": { name: "a…", engine: null, schedule: null },
      "client.publish_flow('f', artifacts=[t], schedule=' ')": { name: "f", engine: null, schedule: null },
      "client.publish_flow('f', artifacts=[t], schedule=' 0 3 * * * ')": {
        name: "f",
        engine: null,
        schedule: "0 3 * * *",
      },
      "client.publish_flow('f', artifacts=[t], schedule=unsure)": { name: "f", engine: null, schedule: null },
      "client.publish_flow('f', artifacts=[t], engine='air')": { name: "f", engine: "air", schedule: null },
      "client.publish_flow('f', artifacts=[t], engine=client.resource('air'))": {
        name: "f",
        engine: "air",
        schedule: null,
      },
      "client.publish_flow('f', artifacts=[t], engine=unsure)": { name: "f", engine: null, schedule: null },
      "client.publish_flow('f', artifacts=[t], engine=None)": { name: "f", engine: null, schedule: null },
      "client.publish_flow('f', artifacts=[t], engine='')": { name: "f", engine: null, schedule: null },
      "client.publish_flow('f', artifacts=[t], engine='aqueduct')": { name: "f", engine: null, schedule: null },
      "client.publish_flow('f', artifacts=[t], engine='Local')": { name: "f", engine: null, schedule: null },
      "client.publish_flow('f', artifacts=[t], config=FlowConfig(engine='air'))": {
        name: "f",
        engine: "air",
        schedule: null,
      },
      "client.publish_flow('f', artifacts=[t], config=FlowConfig('air'), engine='b')": {
        name: "f",
        engine: "air",
        schedule: null,
      },
      "client.publish_flow('f', artifacts=[t], config=FlowConfig(), engine='b')": {
        name: "f",
        engine: "b",
        schedule: null,
      },
      "client.publish_flow('f', artifacts=[t], config=unsure, engine='b')": { name: "f", engine: "b", schedule: null },
      "global_config({'engine': 'air'})\nclient.publish_flow('f', artifacts=[t])": {
        name: "f",
        engine: "air",
        schedule: null,
      },
      "global_config({'engine': 'air'})\nclient.publish_flow('f', artifacts=[t], engine=None)": {
        name: "f",
        engine: "air",
        schedule: null,
      },
      "global_config({'engine': 'air'})\nclient.publish_flow('f', artifacts=[t], engine='b')": {
        name: "f",
        engine: "b",
        schedule: null,
      },
      "global_config({'engine': 'air'})\nglobal_config({'lazy': True})\nclient.publish_flow('f', artifacts=[t])": {
        name: "f",
        engine: "air",
        schedule: null,
      },
      "global_config(unsure)\nclient.publish_flow('f', artifacts=[t])": { name: "f", engine: null, schedule: null },
      "global_config()\nclient.publish_flow('f', artifacts=[t])": { name: "f", engine: null, schedule: null },
    };
    expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, head(lines)]))).toEqual(table);
  });

  test("stands where it is called; what nothing publishes stands nowhere", () => {
    const [flow, rest] = reading.workflows("one(t)\nclient.publish_flow('f',\n  artifacts=[t])");
    expect(flow?.source).toMatchObject({ file: "workflow.py", column: 1, endColumn: 17 });
    expect((flow?.source?.endLine ?? 0) - (flow?.source?.line ?? 0)).toBe(1);
    expect(rest).toMatchObject({ name: null, engine: null, schedule: null, source: null });
  });
});

describe("facts of a publish_flow", () => {
  const fact = (lines: string) => reading.lines(lines).facts.publications[0];

  test("say what is amiss", () => {
    expect(fact("client.publish_flow('f', artifacts=[t])")).toMatchObject({
      name: "f",
      engine: null,
      schedule: null,
      publishesNothing: false,
      flowConfig: false,
      artifactsAsDescription: false,
      noTextAsDescription: false,
      isCertain: true,
    });
    const nothing = (artifacts: string): boolean | undefined =>
      fact(`client.publish_flow('f', artifacts=${artifacts})`)?.publishesNothing;
    expect(["None", "[]", "()", "[t]", "t", "unsure", "[unsure]", "[*[]]", "set()"].map(nothing)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(fact("client.publish_flow('f')")?.publishesNothing).toBe(true);
    expect(fact("client.publish_flow('f', config=None)")?.flowConfig).toBe(false);
    expect(fact("client.publish_flow('f', config=FlowConfig(engine='a'))")).toMatchObject({
      flowConfig: true,
      engine: "a",
    });
    const described = (description: string): boolean | undefined =>
      fact(`client.publish_flow('f', ${description})`)?.artifactsAsDescription;
    expect(["[t]", "t", "'text'", "undefined", "[]"].map(described)).toEqual([true, true, false, false, false]);
  });

  test("say where its parts stand", () => {
    const written = (lines: string): object => {
      const { values, flowConfig } = fact(lines)?.written ?? { values: {} };
      const places = Object.entries<SourceRange>({ ...values, ...flowConfig });
      return Object.fromEntries(places.map(([name, { column }]) => [name, column]));
    };
    expect(written("client.publish_flow('f', artifacts=[t])")).toEqual({ name: 21, artifacts: 36 });
    expect(written("client.publish_flow('f', config=FlowConfig(engine='a'))")).toEqual({
      name: 21,
      config: 33,
      argument: 26,
      engine: 51,
    });
    expect(written("client.publish_flow('f', config=FlowConfig('a'))")).toMatchObject({ argument: 26, engine: 44 });
    expect(written("client.publish_flow('f', config=FlowConfig('a'), engine='b')")).toEqual({
      name: 21,
      config: 33,
      engine: 57,
    });
    expect(written("client.publish_flow('f', config=FlowConfig('a', 1))")).toEqual({ name: 21, config: 33 });
    expect(written("client.publish_flow('f', config=unsure)")).toEqual({ name: 21, config: 33 });
    expect(written("client.publish_flow(*['f'], **{})")).toEqual({});
  });

  test("of resources name the call, the method and the name", () => {
    const uses = reading.lines("client.resource('lake')\nclient.integration(name=unsure)").facts.resourceUses.slice(1);
    expect(uses).toMatchObject([
      {
        method: "resource",
        name: "lake",
        range: { column: 1, endColumn: 24 },
        written: { method: { column: 8, endColumn: 16 }, name: { column: 17, endColumn: 23 } },
      },
      { method: "integration", written: { method: { column: 8, endColumn: 19 }, name: { column: 25, endColumn: 31 } } },
    ]);
    expect(uses[1]?.name).toBeUndefined();
    expect(reading.lines("r = client.resource\nr('x')").facts.resourceUses[1]?.written.method).toBeUndefined();
  });
});

describe("facts of an operator's call", () => {
  const fact = (lines: string) => reading.lines(lines).facts.operatorCalls.at(-1);

  test("say what it is given and what its function takes", () => {
    expect(fact("two(t, right=5)")).toMatchObject({
      kind: "function",
      callee: "two",
      parameters: [
        { name: "left", required: true },
        { name: "right", required: true },
      ],
      takesAnyPlace: false,
      positional: 1,
      keywords: [{ name: "right", range: { column: 8, endColumn: 15 } }],
      open: false,
      given: [{ from: "extract", range: { column: 5, endColumn: 6 } }],
      atHand: [],
      range: { column: 1, endColumn: 16 },
    });
    expect(fact("@op\ndef f(x, y=1, *z, **w): pass\nf(*unsure)")).toMatchObject({
      parameters: [
        { name: "x", required: true },
        { name: "y", required: false },
      ],
      takesAnyPlace: true,
      takesAnyName: true,
      open: true,
    });
    expect(fact("@op\ndef f(x, **w): pass\nf(t)")).toMatchObject({ takesAnyPlace: false, takesAnyName: true });
    expect(fact("op(unsure)(t)")).toMatchObject({
      parameters: [],
      takesAnyPlace: true,
      takesAnyName: true,
      callee: "operator",
    });
    expect(fact("one(t.number_of_rows())")?.given).toMatchObject([{ from: "metric" }]);
    expect(fact("one(t.number_of_rows().bound(upper=1))")?.given).toMatchObject([{ from: "check" }]);
    expect(fact("one(table=t)")?.given).toMatchObject([{ from: "extract" }]);
    expect(fact("one(5)")?.given).toEqual([]);
  });

  test("call it as it is written", () => {
    expect(fact("f = one\nf(t)")?.callee).toBe("f");
    expect(fact("class C: pass\nC.f = one\nC.f(t)")?.callee).toBe("C.f");
    expect(fact("[one][0](t)")?.callee).toBe("one");
    expect(fact("class C: pass\nc = C()\nc.f = one\n[c][0].f(t)")?.callee).toBe("one");
  });

  test("name the artifacts that missing arguments are called after", () => {
    expect(fact("table = t\none()")?.atHand).toEqual(["table"]);
    expect(fact("table = 1\none()")?.atHand).toEqual([]);
    expect(fact("table = t\none(table)")?.atHand).toEqual([]);
    expect(fact("table = t\none(table=1)")?.atHand).toEqual([]);
    expect(fact("left = right = t\ntwo(t)")?.atHand).toEqual(["right"]);
    expect(fact("y = t\n@op\ndef f(x, y=1): pass\nf(t)")?.atHand).toEqual([]);
  });
});
