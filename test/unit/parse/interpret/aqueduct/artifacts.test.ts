import { beforeAll, describe, expect, test } from "vitest";
import type { SourceRange } from "../../../../../src/core/model/source.js";
import type { Operator } from "../../../../../src/core/model/workflow.js";
import { Reading, shown } from "../../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function last(lines: string): Operator | undefined {
  return reading.operators(lines).at(-1);
}

const measured = "@metric\ndef m(x): return x\nm = m(t)\n";

describe("presets of an artifact", () => {
  test("are metrics and checks with the names that Aqueduct gives them", () => {
    const table = {
      "t.number_of_rows()": "metric num_rows",
      "t.max('a')": "metric max(a)",
      "t.min('a')": "metric min(a)",
      "t.mean(column_id='a')": "metric mean(a)",
      "t.std('a')": "metric std(a)",
      "t.std(unsure)": "metric std(…) unknown",
      "t.max()": "metric max(…) unknown",
      "t.number_of_missing_values('a')": "metric num_col_missing_val(a)",
      "t.number_of_missing_values(row_id=3)": "metric num_row_missing_val(3)",
      "t.number_of_missing_values(None, 3)": "metric num_row_missing_val(3)",
      "t.number_of_missing_values(column_id=1)": "metric num_col_missing_val(1)",
      "t.validate_with_expectation('e', {}, 'error')": "check ge_table_check: e error",
      "t.validate_with_expectation('e')": "check ge_table_check: e warning",
      "t.validate_with_expectation('e', severity=CheckSeverity.ERROR)": "check ge_table_check: e error",
    };
    const found = Object.keys(table).map((lines) => {
      const operator = last(lines);
      const words = [operator?.kind, operator?.name, operator?.severity, operator?.unknown === true ? "unknown" : ""];
      return [lines, words.filter((word) => word !== undefined && word !== "").join(" ")];
    });
    expect(Object.fromEntries(found)).toEqual(table);
    expect(shown(last("t.max('a')") ?? fail())).toBe("max_a_(t)");
  });

  test("give artifacts with types of their own", () => {
    const artifacts = reading.workflows(`${measured}m.bound(upper=1)`).flatMap((workflow) => workflow.artifacts);
    expect(artifacts.slice(1).map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "m artifact: numeric",
      "less than 1 artifact: boolean",
    ]);
    expect(reading.recorded("one(t.number_of_rows())")).toBe("num_rows(t); one(num_rows)");
  });

  test("of one of several artifacts are not certain", () => {
    expect(reading.recorded("(t if unsure else one(t)).number_of_rows()")).toBe(
      "one(t) unknown; num_rows(t one) unknown",
    );
  });

  test("and nothing else of an artifact is an operator", () => {
    expect(reading.recorded("t.get()\nt.head(3)\nt.describe()\nt.type()\nt.number_of_rows")).toBe("");
    expect(reading.values(["t.get()", "t.head(3)", "t.name()", "t.save(1)"])).toEqual({
      "t.get()": "‹object›",
      "t.head(3)": "‹object›",
      "t.name()": '"db query artifact"',
      "t.save(1)": "null",
    });
  });
});

describe("bound()", () => {
  test("is a check that is called after its limit", () => {
    const table = {
      "m.bound(upper=1)": 'less than 1 warning {"comparison":"lessThan","value":1}',
      "m.bound(lower=1.5)": 'greater than 1.5 warning {"comparison":"greaterThan","value":1.5}',
      "m.bound(equal=0)": 'equal to 0 warning {"comparison":"equal","value":0}',
      "m.bound(notequal=2.0)": 'not equal to 2.0 warning {"comparison":"notEqual","value":2}',
      "m.bound(equal=-9007199254740993)":
        'equal to -9007199254740993 warning {"comparison":"equal","value":{"$aqueduct":"int","value":"-9007199254740993"}}',
      "m.bound(1)": 'less than 1 warning {"comparison":"lessThan","value":1}',
      "m.bound(None, 1)": 'greater than 1 warning {"comparison":"greaterThan","value":1}',
      "m.bound(upper=None, equal=1)": 'equal to 1 warning {"comparison":"equal","value":1}',
      "m.bound(upper=1, severity='error')": 'less than 1 error {"comparison":"lessThan","value":1}',
      "m.bound(upper=1, severity=CheckSeverity.ERROR)": 'less than 1 error {"comparison":"lessThan","value":1}',
      "m.bound(upper=unsure)": "less than … warning unknown",
      "m.bound(upper='1')": "less than … warning unknown",
      "m.bound()": "less than … warning unknown",
      "m.bound(upper=1, lower=0)": 'less than 1 warning {"comparison":"lessThan","value":1}',
    };
    const found = Object.keys(table).map((lines) => {
      const operator = last(`${measured}${lines}`);
      const words = [
        operator?.name,
        operator?.severity,
        JSON.stringify(operator?.bound),
        operator?.unknown === true ? "unknown" : undefined,
      ];
      return [lines, words.filter((word) => word !== undefined).join(" ")];
    });
    expect(Object.fromEntries(found)).toEqual(table);
  });

  test("is a fact for the rules", () => {
    const bounds = (call: string) => reading.lines(`${measured}${call}`).facts.bounds;
    expect(bounds("m.bound(upper=1, lower=2)")).toMatchObject([
      {
        comparisons: ["upper", "lower"],
        hasUnknown: false,
        numeric: true,
        ofNumber: true,
        range: { column: 1, endColumn: 26 },
      },
    ]);
    expect(bounds("m.bound(not_equal=1)")).toMatchObject([
      {
        comparisons: [],
        hasUnknown: true,
        numeric: true,
        ofNumber: true,
      },
    ]);
    const numeric = (limit: string): boolean | undefined => bounds(`m.bound(upper=${limit})`)[0]?.numeric;
    expect(["1", "unsure", "'1'", "True", "[1]", "(1,)", "{}", "t", "None", "undefined"].map(numeric)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(bounds("m.bound(upper=1, severity='error', lazy=True)")[0]?.hasUnknown).toBe(false);
  });
});

describe("the name of an artifact", () => {
  test("is what set_name gives it", () => {
    const names = (lines: string): readonly string[] =>
      reading.workflows(lines).flatMap(({ artifacts }) => artifacts.map(({ name }) => name));
    expect(names("t.set_name('new')")).toEqual(["new"]);
    expect(names("t.set_name(name=' new ')")).toEqual(["new"]);
    expect(names("t.set_name(unsure)")).toEqual(["db query artifact"]);
    expect(names("t.set_name()")).toEqual(["db query artifact"]);
    expect(reading.values(["t.set_name('x')", "t.name()"])).toEqual({ "t.set_name('x')": "null", "t.name()": '"x"' });
    expect(reading.values(["(t if unsure else one(t)).name()"])["(t if unsure else one(t)).name()"]).toBe("‹object›");
  });
});

describe("a save", () => {
  test("in each of its spellings", () => {
    const table = {
      "db.save(t, 'x', 'replace')": "save to db(t) table x mode replace",
      "db.save(artifact=t, table_name='x', update_mode='append')": "save to db(t) table x mode append",
      "db.save(t, 'x', LoadUpdateMode.FAIL)": "save to db(t) table x mode fail",
      "db.save(t, 'x')": "save to db(t) table x",
      "db.save(t, 'x', 'other')": "save to db(t) table x",
      "db.save(t, 'x', unsure)": "save to db(t) table x",
      "db.save(t, unsure, 'fail')": "save to db(t) mode fail",
      "db.save(5, 'x', 'fail')": "save to db() table x mode fail unknown",
      "db.save(t if unsure else one(t), 'x', 'fail')": "save to db(t one) table x mode fail unknown",
      "client.resource(unsure).save(t, 'x', 'fail')": "save to …(t) table x mode fail unknown",
      "t.save(db.config('x', 'replace'))": "save to db(t) table x mode replace",
      "t.save(config=db.config(table='x', mode='append'))": "save to db(t) table x mode append",
      "t.save(db.config(table='x', update_mode='append'))": "save to db(t) table x mode append",
      "t.save(db.config(table='x', save_mode='append'))": "save to db(t) table x mode append",
      "t.save(unsure)": "save to …(t) unknown",
      "t.save()": "save to …(t) unknown",
    };
    const found = Object.keys(table).map((lines) => {
      const save = last(lines);
      const words = [
        `${save?.name ?? ""}(${save?.inputs.join(" ").replace("db_query", "t") ?? ""})`,
        ...(save?.table === undefined ? [] : ["table", save.table]),
        ...(save?.mode === undefined ? [] : ["mode", save.mode]),
        ...(save?.unknown === true ? ["unknown"] : []),
      ];
      return [lines, words.join(" ")];
    });
    expect(Object.fromEntries(found)).toEqual(table);
    expect(last("db.save(t, 'x', 'fail')")).toMatchObject({
      kind: "save",
      outputs: [],
      resource: "db",
      definition: null,
    });
    expect(last("client.resource(unsure).save(t, 'x')")).not.toHaveProperty("resource");
  });

  test("is a fact, with the places of what is written in the call", () => {
    const fact = (lines: string) => reading.lines(lines).facts.saves[0];
    const columns = (lines: string): Record<string, string> =>
      Object.fromEntries(
        Object.entries<SourceRange>({ ...fact(lines)?.written }).map(([name, range]) => [
          name,
          `${range.column}-${range.endColumn}`,
        ]),
      );
    expect(fact("db.save(t, 'x', 'fail')")).toMatchObject({
      spelling: "resource.save",
      resource: "db",
      table: "x",
      mode: "fail",
      range: { column: 1, endColumn: 24 },
    });
    expect(fact("db.save(t, 'x', 'fail')")?.artifact).toBeUndefined();
    expect(fact("t.save(db.config('x', 'fail'))")).toMatchObject({ spelling: "artifact.save", artifact: "t" });
    expect(fact("one(t).save(db.config('x', 'fail'))")?.artifact).toBeUndefined();
    expect(fact("t.save(db.config('x'))")?.mode).toBeUndefined();
    expect(fact("t.save(db.config('x', unsure))")?.mode).toBeNull();
    expect(fact("t.save(db.config('x', f'{unsure}'))")?.mode).toBeNull();
    expect(fact("t.save(db.config('x', 5))")?.mode).toBe("5");
    expect(fact("t.save(unsure)")).toMatchObject({ resource: undefined, table: undefined, mode: null });
    expect(columns("db.save(t, 'x', 'fail')")).toEqual({
      artifact: "9-10",
      table: "12-15",
      mode: "17-23",
      settings: "1-24",
    });
    expect(columns("db.save(t, update_mode='fail')")).toEqual({ artifact: "9-10", mode: "24-30", settings: "1-31" });
    expect(columns("t.save(db.config('x', mode='fail'))")).toEqual({
      artifact: "1-2",
      resource: "8-10",
      table: "18-21",
      mode: "28-34",
      settings: "8-35",
    });
    expect(columns("t.save(config=db.config('x', save_mode='fail'))")).toMatchObject({ mode: "40-46" });
    expect(columns("t.save(db.config('x', update_mode='fail'))")).toMatchObject({ mode: "35-41" });
    expect(columns("c = db.config('x')\nt.save(c)")).toEqual({});
    expect(columns("t.save(unsure('x'))")).toEqual({});
    expect(columns("t.save((db or db).config('x'))")).toEqual({ artifact: "1-2", table: "26-29", settings: "8-30" });
    expect(columns("t.save([db][0].config('x'))")).toMatchObject({ resource: "8-15" });
    expect(columns("t.save(client.resource('r').config('x'))")).toMatchObject({ resource: "8-28" });
    expect(columns("t.save(os.db.config('x'))")).toMatchObject({ resource: "8-13" });
  });
});

describe("a query", () => {
  test("has the name, the text and the inputs that it is given", () => {
    const table = {
      "db.sql('SELECT 1')": 'db query: db query artifact (1), "SELECT 1"',
      "db.sql(query='SELECT 1', name='n')": 'n: n artifact, "SELECT 1"',
      "db.sql('SELECT 1', 'n', ' o ')": 'n: o, "SELECT 1"',
      "db.sql(['a', 'b'])": 'db query: db query artifact (1), ["a","b"]',
      "db.sql(['a', unsure])": "db query: db query artifact (1), undefined",
      "db.sql(unsure)": "db query: db query artifact (1), undefined",
      "db.sql()": "db query: db query artifact (1), undefined",
      "db.sql([])": "db query: db query artifact (1), undefined",
      "db.sql(f'{unsure}')": "db query: db query artifact (1), undefined",
      "db.sql('a', name=unsure)": 'db query: db query artifact (1), "a"',
      "db.sql('a', output=unsure)": 'db query: db query artifact (1), "a"',
      "client.resource('x y').sql('a')": 'x y query: x y query artifact, "a"',
      "client.resource(unsure).sql('a')": '… query: … query artifact, "a" unknown',
      "client.integration('i').sql('a')": 'i query: i query artifact, "a"',
      "db.sql('a', *unsure)": '… query: … query artifact, "a" unknown'.replace(
        "… query: … query artifact",
        "db query: db query artifact (1)",
      ),
    };
    const found = Object.keys(table).map((lines) => {
      const workflow = reading.workflows(lines)[0];
      const query = workflow?.operators.at(-1);
      const artifact = workflow?.artifacts.at(-1);
      return [
        lines,
        `${query?.name ?? ""}: ${artifact?.name ?? ""}, ${JSON.stringify(query?.query)}${query?.unknown === true ? " unknown" : ""}`,
      ];
    });
    expect(Object.fromEntries(found)).toEqual(table);
    expect(last("db.sql('a')")).toMatchObject({ kind: "extract", resource: "db", definition: null });
    expect(reading.workflows("")[0]?.artifacts[0]?.type).toBe("table");
  });

  test("takes the parameters that it lists", () => {
    expect(reading.recorded("p = client.create_param('p', 1)\ndb.sql('?', parameters=[p])")).toBe("p(); db_query_2(p)");
    expect(reading.recorded("p = client.create_param('p', 1)\ndb.sql('{{ p }}', parameters=[p])")).toBe(
      "p(); db_query_2(p p)",
    );
    expect(reading.recorded("db.sql('?', parameters=None)")).toBe("db_query_2()");
  });

  test("is the only thing that a resource reads", () => {
    expect(reading.recorded("db.table('x')\ndb.describe()\ndb.config('x')")).toBe("");
    expect(reading.values(["db.name()", "client.resource(unsure).name()", "db.table('x')", "db.save(t, 'x')"])).toEqual(
      {
        "db.name()": '"db"',
        "client.resource(unsure).name()": "‹object›",
        "db.table('x')": "‹object›",
        "db.save(t, 'x')": "null",
      },
    );
  });
});

function fail(): never {
  throw new Error("nothing was recorded");
}
