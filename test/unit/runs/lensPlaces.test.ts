import { beforeAll, describe, expect, test } from "vitest";
import { analyse, lensPlaces, type LensPlace, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

const head = `from aqueduct import Client, metric, op

client = Client()
db = client.resource("db")


@op
def clean(table):
    return table


@metric
def size(table):
    return len(table)


`;

function shown(place: LensPlace): string {
  const what =
    place.kind === "operators"
      ? `${place.operators.map(({ id }) => id).join(", ")} of ${place.workflow ?? "-"}`
      : place.kind === "workflow"
        ? (place.workflow ?? "-")
        : place.name;
  return `${place.line} ${place.kind}: ${what}`;
}

function places(body: string, modules: Readonly<Record<string, string>> = {}): readonly string[] {
  const text = head + body;
  const analysis = analyse({
    file: "flow.py",
    text,
    tree: parser.parse(text),
    parser,
    modules: (name) => {
      const found = modules[name];
      return found === undefined
        ? undefined
        : { file: `${name}.py`, text: found, tree: parser.parse(found), isPackage: false };
    },
  });
  return lensPlaces({ ...analysis, file: "flow.py" }).map(shown);
}

describe("one name published twice", () => {
  test("is told apart by the line of the earlier one", () => {
    const body = `first = clean(db.sql("SELECT 1"))
client.publish_flow("flow", artifacts=[first])
second = size(first)
client.publish_flow("flow", artifacts=[second])
`;
    const text = head + body;
    const analysis = analyse({ file: "flow.py", text, tree: parser.parse(text), parser, modules: () => undefined });
    const published = lensPlaces({ ...analysis, file: "flow.py" }).filter(({ kind }) => kind !== "neverCalled");
    expect(
      published.map((place) => [place.line, place.kind === "neverCalled" ? undefined : place.publication]),
    ).toEqual([
      [7, undefined],
      [12, undefined],
      [17, undefined],
      [18, 18],
      [20, undefined],
    ]);
  });
});

describe("lenses stand", () => {
  test("over an operator's function, a query's call and publish_flow", () => {
    expect(places(`table = db.sql("SELECT 1")\nclient.publish_flow("flow", artifacts=[size(clean(table))])\n`)).toEqual(
      [
        "7 operators: clean of flow",
        "12 operators: size of flow",
        "17 operators: db_query of flow",
        "18 workflow: flow",
      ],
    );
  });

  test("over a function that is never called, which says so", () => {
    expect(places(`client.publish_flow("flow", artifacts=[clean(1)])\n`)).toContain("12 neverCalled: size");
  });

  test("once over a function that is called several times", () => {
    expect(places(`client.publish_flow("flow", artifacts=[clean(clean(1))])\n`)).toContain(
      "7 operators: clean, clean_2 of flow",
    );
  });

  test("over the call where the function is in another file", () => {
    const steps = { steps: "from aqueduct import op\n\n@op\ndef load():\n    return 1\n" };
    expect(
      places(
        `from steps import load\nloaded = load()\nclient.publish_flow("flow", artifacts=[size(clean(loaded))])\n`,
        steps,
      ),
    ).toContain("18 operators: load of flow");
  });

  test("over saves, and over no parameter", () => {
    expect(
      places(
        `floor = client.create_param("floor", default=1)\nkept = clean(floor)\nkept.save(db.config(table="t", mode="replace"))\nclient.publish_flow("flow", artifacts=[kept])\n`,
      ),
    ).toEqual([
      "7 operators: clean of flow",
      "12 neverCalled: size",
      "19 operators: save_to_db of flow",
      "20 workflow: flow",
    ]);
  });

  test("over operators of several workflows as part of the first", () => {
    expect(
      places(`a = clean(1)\nclient.publish_flow("one", artifacts=[a])\nclient.publish_flow("two", artifacts=[a])\n`),
    ).toEqual(["7 operators: clean of one", "12 neverCalled: size", "18 workflow: one", "19 workflow: two"]);
  });

  test("over operators that no publish reaches, as part of none", () => {
    expect(places("clean(1)\n")).toContain("7 operators: clean of -");
  });
});
