import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { root } from "./support/repository.js";

// The bundler leaves out modules of which nothing is used (scripts/build/pureSources.mjs): one that did something by being loaded would be missed in silence.
it.each(["src/core", "src/formats"])("%s does nothing by being loaded", (folder) => {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap((file) => effectsOf(path.join(folder, file)))).toEqual([]);
});

it.each(['import "./other.js";', "table.set(1, 2);", "for (const one of all) add(one);", "counter = 1;", "start();"])(
  "finds %s",
  (text) => {
    expect(effectsIn(ts.createSourceFile("planted.ts", text, ts.ScriptTarget.Latest))).toHaveLength(1);
  },
);

function effectsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), "utf8"), ts.ScriptTarget.Latest);
  return effectsIn(source).map((text) => `${file}: ${text}`);
}

/** Statements at the top level that are neither declarations nor imports of names. */
function effectsIn(source: ts.SourceFile): readonly string[] {
  return source.statements.filter((statement) => !isPure(statement)).map((statement) => statement.getText(source));
}

function isPure(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) return statement.importClause !== undefined;
  return (
    ts.isExportDeclaration(statement) ||
    ts.isVariableStatement(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  );
}
