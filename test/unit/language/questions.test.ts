import { beforeAll, describe, expect, test } from "vitest";
import {
  definitionsAt,
  hoverAt,
  implementationsAt,
  type KnownFile,
  linksOf,
  operatorsOf,
  type PythonParser,
  referencesAt,
  subjectAt,
  type TextPosition,
} from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { caretIn, known, shown } from "./known.js";
import { wine } from "./workflow.js";

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

/** The file with a caret before the place that `marked` names by what stands around its `|`. */
function asked(marked: string, text = wine): { readonly file: KnownFile; readonly at: TextPosition } {
  const plain = marked.replace("|", "");
  if (text.split(plain).length !== 2) throw new Error(`${plain} should stand in the text exactly once`);
  const { text: whole, at } = caretIn(text.replace(plain, () => marked));
  return { file: known(parser, whole), at };
}

function hover(marked: string, text?: string): string | undefined {
  const { file, at } = asked(marked, text);
  return hoverAt(file, at, ({ line, column }) => `#${String(line)},${String(column)}`)?.markdown;
}

function definitions(marked: string, text?: string): readonly string[] {
  const { file, at } = asked(marked, text);
  return definitionsAt(file, at).flatMap((to) =>
    to.kind === "resource" ? [`resource ${to.name}`] : shown(file, [to.range]),
  );
}

function references(marked: string, text?: string): readonly string[] {
  const { file, at } = asked(marked, text);
  return shown(file, referencesAt(file, at, "include"));
}

describe("a hover", () => {
  test("on a call says what it reads, gives and goes to", () => {
    expect(hover("cleaned = cl|ean(wines)")).toBe(
      [
        "**`tidy`** · function",
        "",
        "- Reads [`aqueduct_demo query`](#6,9) and `limit` = `3`",
        "- Gives `cleaned`",
        "- Read by [`rows`](#34,9), [`filled`](#36,1) and [`save to wines`](#37,1)",
      ].join("\n"),
    );
  });

  test("on a definition that is called once is the call's", () => {
    expect(hover("def cl|ean(")).toBe(hover("cleaned = cl|ean(wines)"));
  });

  test("on a definition that is never called says so", () => {
    expect(hover("def forg|otten(")).toBe(
      "**`forgotten`** · function\n\nNever called in this file, so no workflow of it has this operator.",
    );
  });

  test("on a definition that is called several times lists the calls", () => {
    expect(hover("def cl|ean(", `${wine}clean(cleaned)\n`)).toBe(
      "**`clean`** · function\n\nCalled 2 times:\n- [line 32](#32,11): [`aqueduct_demo query`](#6,9) and `limit` = `3`\n- [line 39](#39,1): `cleaned` of [`tidy`](#32,11) and `limit` = `3`",
    );
  });

  test("on an artifact says what made it, also under another name", () => {
    expect(hover("count = rows(sa|me)")).toBe(
      [
        "**`same`** · artifact",
        "",
        "- Made by [`tidy`](#32,11) ([definition](#11,1))",
        "- Called `cleaned` in runs",
        "- Read by [`rows`](#34,9), [`filled`](#36,1) and [`save to wines`](#37,1)",
      ].join("\n"),
    );
  });

  test("on a parameter, and on its name in a query", () => {
    expect(hover("ye|ar = client")).toBe("**`year`** · parameter = `2020`\n\n- Read by [`aqueduct_demo query`](#6,9)");
    expect(hover("{{ ye|ar }}")).toBe(hover("ye|ar = client"));
  });

  test("on an extract shows its query", () => {
    expect(hover("db.s|ql(")).toBe(
      [
        "**`aqueduct_demo query`** · extract",
        "",
        "- Queries `aqueduct_demo`",
        "- Reads [`year`](#5,8) = `2020`",
        "- Gives a table",
        "- Read by [`tidy`](#32,11)",
        "",
        "```sql",
        "SELECT * FROM wine WHERE year > {{ year }}",
        "```",
      ].join("\n"),
    );
  });

  test("on a check, a bound and a save", () => {
    expect(hover("fil|led(cleaned)")).toBe(
      "**`filled`** · check, stops the run where it fails\n\n- Reads `cleaned` of [`tidy`](#32,11)",
    );
    expect(hover("count.bo|und(")).toBe(
      "**`less than 10`** · check: less than 10, warns where it fails\n\n- Reads [`rows`](#34,9)",
    );
    expect(hover("db.sa|ve(")).toBe(
      "**`save to aqueduct_demo`** · save\n\n- Saves `cleaned` of [`tidy`](#32,11) into the table `wines` of `aqueduct_demo`; adds to the table",
    );
  });

  test("on a publish tells what the workflow is for, as text that means nothing in Markdown", () => {
    const text = wine.replace('flow("wine", ', 'flow("wine", "Costs *less*,\\n see [here](x)", ');
    expect(hover("client.publish|_flow(", text)).toContain(
      "**`wine`** · workflow\n\nCosts \\*less\\*, see \\[here\\]\\(x\\)\n\n- 6 operators\n",
    );
  });

  test("on a publish and on its name tells the workflow", () => {
    expect(hover("client.publish|_flow(")).toBe(
      "**`wine`** · workflow\n\n- 6 operators\n- Runs on `airflow`\n- At 03:00 UTC, `0 3 * * *`",
    );
    expect(hover('"wi|ne"')).toBe(hover("client.publish|_flow("));
  });

  test("on a resource's name tells what it is", () => {
    expect(hover('resource("aqueduct|_demo")')).toBe(
      "**`aqueduct_demo`** · database\n\n- `sqlite:////demo/wine.db`\n- Stands in `aqueduct.json`",
    );
    expect(hover('engine="air|flow"')).toBe(
      "**`airflow`** · Airflow server\n\n- `http://127.0.0.1:8080`\n- Stands in `aqueduct.json`",
    );
  });

  test("on anything else says nothing", () => {
    expect([hover("from aque|duct"), hover("return le|n(table)"), hover("upp|er=10"), hover("cli|ent = ")]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("shows names that hold Markdown as they are", () => {
    expect(hover("rea|d(", "from aqueduct import op\n@op(name='a `b` [c](d) *e*')\ndef read():\n    return 1\n")).toBe(
      "**`read`** · function\n\nNever called in this file, so no workflow of it has this operator.",
    );
    expect(
      hover(
        "x = rea|d(",
        "from aqueduct import op\n@op(name='a `b` [c](d) *e*')\ndef read():\n    return 1\nx = read()\n",
      ),
    ).toContain("**``a `b` [c](d) *e*``** · function");
  });
});

describe("a definition", () => {
  test("of an artifact is where its variable got it, as Python has it", () => {
    expect(definitions("artifacts=[clea|ned]")).toEqual(["32: cleaned"]);
    expect(definitions("rows(sa|me)")).toEqual(["33: same"]);
  });

  test("of a variable that is bound again is the binding that holds there", () => {
    const text = "from aqueduct import op\n@op\ndef one(x):\n    return x\na = one(1)\na = one(a)\none(a )\n";
    expect([definitions("one(a|)", text), definitions("one(a| )", text)]).toEqual([["5: a"], ["6: a"]]);
  });

  test("of an operator is its function's name", () => {
    expect(definitions("= cle|an(wines)")).toEqual(["12: clean"]);
  });

  test("of a parameter in a query is where it was made, of a resource its place in aqueduct.json", () => {
    expect(definitions("{{ year| }}")).toEqual(["5: year"]);
    expect(definitions('resource("|aqueduct_demo")')).toEqual(["resource aqueduct_demo"]);
    expect(definitions('engine="airflow|"')).toEqual(["resource airflow"]);
  });

  test("in a module lies there", () => {
    const steps = "from aqueduct import op\n\n@op\ndef one(x):\n    return x\n";
    const modules = (path: string) =>
      path === "steps" ? { file: "steps.py", text: steps, tree: parser.parse(steps), isPackage: false } : undefined;
    const { text, at } = caretIn("from steps import one\na = o|ne(1)\n");
    const file = known(parser, text, { modules });
    expect(definitionsAt(file, at)).toMatchObject([{ range: { file: "steps.py", line: 4, column: 5 } }]);
  });

  test("behind an artifact, as its implementation, is the function that makes it", () => {
    const { file, at } = asked("artifacts=[clea|ned]");
    expect(shown(file, implementationsAt(file, at))).toEqual(["12: clean"]);
  });
});

describe("references", () => {
  test("of an artifact are all of its names", () => {
    expect(references("artifacts=[clea|ned]")).toEqual([
      "32: cleaned",
      "33: same",
      "33: cleaned",
      "34: same",
      "36: cleaned",
      "37: cleaned",
      "38: cleaned",
    ]);
  });

  test("of a parameter hold its name in queries", () => {
    expect(references("ye|ar = client")).toEqual(["5: year", "7: year"]);
  });

  test("of an operator are its calls and its definition", () => {
    expect(references("def cle|an(")).toEqual(["12: clean", "32: clean"]);
  });

  test("of a resource are the places that name it", () => {
    expect(
      references(
        'resource("aqueduct_d|emo")',
        wine.replace("year = ", 'other = client.integration("aqueduct_demo")\nyear = '),
      ),
    ).toEqual(['4: "aqueduct_demo"', '5: "aqueduct_demo"']);
  });
});

describe("links", () => {
  test("lead from published names to the calls that make them", () => {
    const file = known(parser, wine.replace("[cleaned]", "[cleaned], metrics=[count]"));
    expect(linksOf(file).map(({ range, target, tooltip }) => [...shown(file, [range, target]), tooltip])).toEqual([
      ["38: cleaned", "32: clean(wines)", "Go to the call of tidy, line 32"],
      ["38: count", "34: rows(same)", "Go to the call of rows, line 34"],
    ]);
  });
});

describe("a place", () => {
  test("is about the operators of a loop's call, and about all artifacts that a name stands for", () => {
    const { file, at } = asked(
      "x = on|e(",
      "from aqueduct import op\n@op\ndef one(x):\n    return x\nfor i in range(2):\n    x = one(i)\n",
    );
    const subject = subjectAt(file, at);
    expect(subject && operatorsOf(file, subject)).toEqual(["one", "one_2"]);
    const { file: same, at: name } = asked(
      "x| = one(",
      "from aqueduct import op\n@op\ndef one(x):\n    return x\nfor i in range(2):\n    x = one(i)\n",
    );
    const artifact = subjectAt(same, name);
    expect(artifact && operatorsOf(same, artifact)).toEqual(["one", "one_2"]);
  });

  test("in broken text is about nothing, and others are as they were", () => {
    const broken = wine.replace("count = rows(same)", "count = rows(same");
    const { text, at } = caretIn(broken.replace("filled(cleaned)", "filled(clea|ned)"));
    const file = known(parser, text, { before: wine });
    const subject = subjectAt(file, at);
    expect(subject && operatorsOf(file, subject)).toEqual(["tidy"]);
  });
});
