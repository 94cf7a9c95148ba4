import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as vscode from "vscode";

/** What of VS Code's own tokenizer is used here. */
interface Tokenizer {
  readonly INITIAL: unknown;
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar | null> };
  readonly parseRawGrammar: (text: string, file: string) => unknown;
}

interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): {
    readonly tokens: readonly {
      readonly startIndex: number;
      readonly endIndex: number;
      readonly scopes: readonly string[];
    }[];
    readonly ruleStack: unknown;
  };
}

interface Oniguruma {
  readonly loadWASM: (bytes: ArrayBuffer) => Promise<void>;
  readonly OnigScanner: new (patterns: readonly string[]) => object;
  readonly OnigString: new (text: string) => object;
}

/** By the tokenizer and the Python grammar of the very VS Code that runs this. */
describe("the colours of a query", () => {
  let grammar: Grammar;

  before(async () => {
    grammar = await pythonGrammar();
  });

  it("are those of SQL, in every kind of quotes", () => {
    for (const quoted of [
      '"SELECT 1 FROM t"',
      "'SELECT 1 FROM t'",
      '"""SELECT 1 FROM t"""',
      "'''SELECT 1 FROM t'''",
      'r"SELECT 1 FROM t"',
    ]) {
      assert.deepEqual(
        sqlIn(`db.sql(${quoted})\n"SELECT"`),
        ["SELECT: keyword.other.DML.sql", "1: constant.numeric.sql", "FROM: keyword.other.DML.sql"],
        quoted,
      );
    }
  });

  it("go over lines, and know strings, comments, functions and parameters", () => {
    const query = `wines = db.sql("""\n  select count(*), 'a', "b" -- from\n  where x > {{ year }} and y = $1 /* from\n  from */\n""", name="select")\nselect = "from"`;
    assert.deepEqual(sqlIn(query), [
      "select: keyword.other.DML.sql",
      "count: support.function.sql",
      "*: keyword.operator.sql",
      "'a': string.quoted.single.sql",
      '"b": string.quoted.double.sql',
      "-- from: comment.line.double-dash.sql",
      "where: keyword.other.DML.sql",
      ">: keyword.operator.sql",
      "{{ year }}: constant.character.format.placeholder.other.python",
      "and: keyword.other.sql",
      "=: keyword.operator.sql",
      "$1: variable.parameter.sql",
      "/*: comment.block.sql",
      "from: comment.block.sql",
      "from: comment.block.sql",
      "*/: comment.block.sql",
    ]);
  });

  it("are those of a chain of queries, and of a query that is named so", () => {
    assert.deepEqual(sqlIn(`db.sql(["select", 'from'], "where")`), [
      "select: keyword.other.DML.sql",
      "from: keyword.other.DML.sql",
    ]);
    assert.deepEqual(sqlIn('db.sql(\n    name="select",\n    query="from",\n)'), ["from: keyword.other.DML.sql"]);
  });

  it("leave f-strings, bytes, other arguments and other calls to Python", () => {
    assert.deepEqual(
      sqlIn(
        'db.sql(f"select {x}")\ndb.sql(b"select")\ndb.sql(query, "select", name="from")\ndb.query("select")\ndb.sql(make("select"))\n# db.sql("select")',
      ),
      [],
    );
  });

  it("end with the quote, whatever stands in the query", () => {
    for (const quoted of [
      `"select 'it"`,
      `'select "it'`,
      `"select -- it"`,
      `"select /* it"`,
      `"""select 'it"""`,
      `'''select /* it'''`,
    ]) {
      const behind = scopesOf(`db.sql(${quoted}, name="x")\nfrom_ = 1`).filter(({ line }) => line === 1);
      assert.equal(
        behind.some(({ scopes }) => scopes.some((scope) => scope.includes("sql") || scope.includes("string"))),
        false,
        quoted,
      );
    }
  });

  /** What is told from plain text inside of queries: `text: innermost scope`. */
  function sqlIn(text: string): readonly string[] {
    return scopesOf(text)
      .filter(
        ({ scopes }) => scopes.includes("meta.embedded.inline.sql") && scopes.at(-1) !== "meta.embedded.inline.sql",
      )
      .map(({ text: token, scopes }) => `${token.trim()}: ${scopes.at(-1) ?? ""}`);
  }

  function scopesOf(
    text: string,
  ): readonly { readonly line: number; readonly text: string; readonly scopes: readonly string[] }[] {
    let state: unknown = null;
    return text.split("\n").flatMap((line, number) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens
        .map(({ startIndex, endIndex, scopes }) => ({ line: number, text: line.slice(startIndex, endIndex), scopes }))
        .filter(({ text: token }) => token.trim() !== "");
    });
  }
});

async function pythonGrammar(): Promise<Grammar> {
  const inApplication = createRequire(path.join(vscode.env.appRoot, "package.json"));
  const { Registry, parseRawGrammar } = inApplication("vscode-textmate") as Tokenizer;
  const { loadWASM, OnigScanner, OnigString } = inApplication("vscode-oniguruma") as Oniguruma;
  const wasm = readFileSync(path.join(path.dirname(inApplication.resolve("vscode-oniguruma")), "onig.wasm"));
  await loadWASM(new Uint8Array(wasm).buffer);
  const files = new Map([
    ["source.python", path.join(extensionPath("vscode.python"), "syntaxes/MagicPython.tmLanguage.json")],
    ["aqueduct.sql-in-python", path.join(extensionPath("aqueduct.aqueduct"), "syntaxes/sqlInPython.tmLanguage.json")],
  ]);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: readonly string[]) => new OnigScanner(patterns),
      createOnigString: (text: string) => new OnigString(text),
    }),
    loadGrammar: (scope: string) => {
      const file = files.get(scope);
      return Promise.resolve(file === undefined ? null : parseRawGrammar(readFileSync(file, "utf8"), file));
    },
    getInjections: (scope: string) => (scope === "source.python" ? ["aqueduct.sql-in-python"] : []),
  });
  const found = await registry.loadGrammar("source.python");
  assert.ok(found, "VS Code has no grammar of Python");
  return found;
}

function extensionPath(id: string): string {
  const extension = vscode.extensions.getExtension(id);
  assert.ok(extension, `${id} is not installed`);
  return extension.extensionPath;
}
