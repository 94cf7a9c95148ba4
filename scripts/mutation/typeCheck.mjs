// @ts-check
/** Which mutants compile, as `npm run typecheck` would see it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** @typedef {import("./mutants.mjs").Mutant} Mutant */

/**
 * One program holds a copy of its file for each mutant, so that everything around them is checked once.
 *
 * @param {readonly Mutant[]} mutants
 * @returns {ReadonlySet<Mutant>} those that compile
 */
export function compilable(mutants) {
  const copies = new Map(
    mutants.map((mutant, index) => [path.resolve(`${mutant.file.replace(/\.ts$/, "")}.mutant${index}.ts`), mutant]),
  );
  const options = coreOptions();
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.readFile = (file) => textOf(copies.get(path.resolve(file))) ?? readFile(file);
  host.fileExists = (file) => copies.has(path.resolve(file)) || fileExists(file);
  host.getSourceFile = (file, language, ...more) => {
    const text = textOf(copies.get(path.resolve(file)));
    return text === undefined ? getSourceFile(file, language, ...more) : ts.createSourceFile(file, text, language);
  };
  const program = ts.createProgram([...copies.keys()], options, host);
  return new Set(
    [...copies].flatMap(([file, mutant]) => {
      const source = program.getSourceFile(file);
      const faults = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return faults.length === 0 ? [mutant] : [];
    }),
  );
}

/** @param {Mutant | undefined} mutant */
function textOf(mutant) {
  if (mutant === undefined) return undefined;
  const { file, start, end, replacement } = mutant;
  const lines = readFileSync(file, "utf8").split("\n");
  const before = [...lines.slice(0, start.line - 1), (lines[start.line - 1] ?? "").slice(0, start.column)];
  const after = [(lines[end.line - 1] ?? "").slice(end.column), ...lines.slice(end.line)];
  return before.join("\n") + replacement + after.join("\n");
}

/** @returns {ts.CompilerOptions} */
function coreOptions() {
  const { config } = ts.readConfigFile("src/core/tsconfig.json", (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path.resolve("src/core"));
  // Unused names are what mutants leave behind; that is lint's to say, and no reason to leave one out.
  return {
    ...options,
    composite: false,
    declaration: false,
    emitDeclarationOnly: false,
    noEmit: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
}
