import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { root } from "./support/repository.js";

const door = path.join(root, "src/core/index.ts");

// A test that needs more of core imports the file itself.
it("the door of core lets out nothing but what the product takes", () => {
  const used = new Set(productFiles().flatMap((file) => namesOf(parsed(file), file)));
  expect(used.size).toBeGreaterThan(100);
  expect(namesLetOut(parsed(door)).filter((name) => !used.has(name))).toEqual([]);
});

function productFiles(): readonly string[] {
  return readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith(`core${path.sep}`))
    .map((file) => path.join(root, "src", file));
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
}

/** All but those of `export * from`, which are the ports. */
function namesLetOut({ statements }: ts.SourceFile): readonly string[] {
  return statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? [];
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) return [];
    const { exportClause } = statement;
    return ts.isNamespaceExport(exportClause)
      ? exportClause.name.text
      : exportClause.elements.map(({ name }) => name.text);
  });
}

/** What a file imports through the door, by the names that the door gives it. */
function namesOf({ statements }: ts.SourceFile, file: string): readonly string[] {
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const imported = path.resolve(path.dirname(file), statement.moduleSpecifier.text.replace(/\.js$/, ".ts"));
    const bindings = statement.importClause?.namedBindings;
    if (imported !== door || bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  });
}
