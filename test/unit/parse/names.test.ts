import { beforeAll, describe, expect, test } from "vitest";
import type { SourceRange } from "../../../src/core/model/source.js";
import { Reading } from "./reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

const head = 'from aqueduct import Client, op\nclient = Client()\ndb = client.resource("db")\n';
const operator = "@op\ndef one(table, limit=3):\n    return table\n";

function place({ line, column, endLine, endColumn }: SourceRange): string {
  return line === endLine ? `${line}:${column}-${endColumn}` : `${line}:${column}-${endLine}:${endColumn}`;
}

function artifacts(lines: string): readonly string[] {
  return reading
    .names(head + lines)
    .artifacts.map(({ name, range, role, artifacts: ids }) => `${place(range)} ${role} ${name} ${ids.join("|")}`);
}

describe("where a file names its artifacts", () => {
  test("names that are bound and read", () => {
    expect(artifacts("t = db.sql('')\nt\n")).toEqual(["4:1-2 binds t db_query", "5:1-2 reads t db_query"]);
    expect(artifacts("a = b = db.sql('')\n")).toEqual(["4:1-2 binds a db_query", "4:5-6 binds b db_query"]);
    expect(artifacts("a, b = db.sql(''), 1\n")).toEqual(["4:1-2 binds a db_query"]);
    expect(artifacts("(a := db.sql(''))\n")).toEqual(["4:2-3 binds a db_query"]);
    expect(artifacts("x = 1\nx\n")).toEqual([]);
  });

  test("several artifacts of one name, each place once", () => {
    expect(artifacts("for x in [1, 2]:\n    t = db.sql('')\n")).toEqual(["5:5-6 binds t db_query|db_query_2"]);
    expect(artifacts("import os\nt = db.sql('')\nif os.a:\n    t = db.sql('')\nt\n").at(-1)).toBe(
      "8:1-2 reads t db_query_2|db_query",
    );
    expect(artifacts("import os\nt = 1 if os.a else 2\nt\n")).toEqual([]);
  });

  test("attributes that hold one", () => {
    expect(artifacts("class C: pass\nc = C()\nc.t = db.sql('')\nc.t\n")).toEqual(["7:3-4 reads t db_query"]);
  });
});

describe("where a file names its operators", () => {
  test("reads of a function's name, with its definition", () => {
    const { operators } = reading.names(`${head}${operator}t = one(1)\nf = one\n`);
    expect(operators.map(({ name, range, definition }) => `${name} ${place(range)} of ${place(definition)}`)).toEqual([
      "one 7:5-8 of 4:1-6:17",
      "one 8:5-8 of 4:1-6:17",
    ]);
  });

  test("definitions, with their kinds and parameters", () => {
    const { definitions } = reading.names(`${head}${operator}`);
    expect(definitions).toEqual([
      {
        name: "one",
        kind: "function",
        parameters: ["table", "limit"],
        range: expect.objectContaining({ line: 5, column: 5, endLine: 5, endColumn: 8 }) as unknown,
        definition: expect.objectContaining({ line: 4, column: 1, endLine: 6, endColumn: 17 }) as unknown,
      },
    ]);
  });

  test("calls, by the last part of what is called", () => {
    const { calls } = reading.names(`${head}db.sql('')\nprint(1)\n[print][0](2)\n`);
    expect(calls.map(({ name, range, call }) => `${name} ${place(range)} of ${place(call)}`)).toEqual([
      "Client 2:10-16 of 2:10-18",
      "resource 3:13-21 of 3:6-27",
      "sql 4:4-7 of 4:1-11",
      "print 5:1-6 of 5:1-9",
    ]);
  });

  test("what global names mean at the end", () => {
    const { globals } = reading.names(`${head}t = db.sql('')\nx = 1\n${operator}`);
    expect(Object.fromEntries([...globals].filter(([name]) => !name.startsWith("__")))).toEqual({
      Client: "other",
      op: "other",
      client: "client",
      db: "resource",
      t: "artifact",
      x: "other",
      one: "other",
    });
  });

  test("in text that is broken now, nothing", () => {
    const good = `${head}t = db.sql('')\none(t)\n`;
    const before = reading.file(good);
    const { sections } = reading.file(good.replace("t = db.sql('')", "t = db.sql("), {}, before);
    expect(sections.map(({ stale }) => stale)).toEqual([false, false, false, true, false]);
  });
});
