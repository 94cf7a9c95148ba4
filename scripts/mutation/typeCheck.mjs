// @ts-check
/** Whether a mutant compiles, as `npm run typecheck` would see it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { filesOf } from "./mutants.mjs";

/** @typedef {import("./mutants.mjs").Mutant} Mutant */

/** @returns {(mutant: Mutant) => boolean} */
export function typeChecker() {
  const host = new MutatedSources();
  const service = ts.createLanguageService(host, ts.createDocumentRegistry());
  return (mutant) => {
    const file = path.resolve(mutant.file);
    host.mutate(file, mutant);
    try {
      return service.getSyntacticDiagnostics(file).length + service.getSemanticDiagnostics(file).length === 0;
    } finally {
      host.restore();
    }
  };
}

/**
 * Core's sources, in one of which a mutant may stand.
 *
 * @implements {ts.LanguageServiceHost}
 */
class MutatedSources {
  /** @type {{ file: string, text: string } | undefined} */
  #mutated;
  #version = 0;
  /** @type {Map<string, number>} */
  #versions = new Map();
  #options = coreOptions();
  #files = filesOf(".").map((file) => path.resolve(file));

  /**
   * @param {string} file
   * @param {Mutant} mutant
   */
  mutate(file, { start, end, replacement }) {
    const lines = readFileSync(file, "utf8").split("\n");
    const before = [...lines.slice(0, start.line - 1), (lines[start.line - 1] ?? "").slice(0, start.column)];
    const after = [(lines[end.line - 1] ?? "").slice(end.column), ...lines.slice(end.line)];
    this.#mutated = { file, text: before.join("\n") + replacement + after.join("\n") };
    this.#versions.set(file, ++this.#version);
  }

  restore() {
    if (this.#mutated) this.#versions.set(this.#mutated.file, ++this.#version);
    this.#mutated = undefined;
  }

  /** @param {string} file */
  #read(file) {
    return this.#mutated?.file === file ? this.#mutated.text : ts.sys.readFile(file);
  }

  getCompilationSettings() {
    return this.#options;
  }

  getScriptFileNames() {
    return this.#files;
  }

  /** @param {string} file */
  getScriptVersion(file) {
    return String(this.#versions.get(file) ?? 0);
  }

  /** @param {string} file */
  getScriptSnapshot(file) {
    const text = this.#read(file);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  }

  getCurrentDirectory() {
    return process.cwd();
  }

  /** @param {ts.CompilerOptions} options */
  getDefaultLibFileName(options) {
    return ts.getDefaultLibFilePath(options);
  }

  /** @param {string} file */
  fileExists(file) {
    return ts.sys.fileExists(file);
  }

  /** @param {string} file */
  readFile(file) {
    return ts.sys.readFile(file);
  }

  /** @param {string} folder */
  directoryExists(folder) {
    return ts.sys.directoryExists(folder);
  }

  /** @param {string} folder */
  getDirectories(folder) {
    return ts.sys.getDirectories(folder);
  }
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
