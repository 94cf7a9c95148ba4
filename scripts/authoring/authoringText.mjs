// @ts-check
import { execFileSync } from "node:child_process";
import path from "node:path";

/** What is written, relative to the repository. */
export const authoringFile = "src/core/model/authoringApi.ts";

/**
 * @typedef {object} Api  what authoring_api.py prints
 * @property {Record<string, string[]>} modules
 * @property {string[]} innerModules
 * @property {Record<string, string[]>} handles
 * @property {Record<string, Record<string, unknown>>} enumerations
 * @property {Record<string, Record<string, [] | [unknown]>>} signatures
 * @property {Record<string, Record<string, string>>} notUsed
 * @property {Record<string, string>} notThere
 */

/**
 * The authoring API as TypeScript, made from the Python package.
 *
 * @param {string} root the repository
 * @param {{ readonly python?: string, readonly runtime?: string }} [options] an interpreter, with or without packages; the folder of the runtime
 * @returns {string} the text of {@link authoringFile}
 */
export function authoringText(root, { python = "python3", runtime = path.join(root, "src/runtime") } = {}) {
  const printed = execFileSync(python, [path.join(root, "scripts/authoring/authoring_api.py")], {
    encoding: "utf8",
    env: { ...process.env, PYTHONPATH: runtime, PYTHONDONTWRITEBYTECODE: "1" },
  });
  return formatted(root, textOf(JSON.parse(printed)));
}

/** @param {Api} api */
function textOf({ modules, innerModules, handles, enumerations, signatures, notUsed, notThere }) {
  return `// Made by \`npm run authoring-api\` from the Python package, src/runtime/aqueduct: do not edit it. A guard holds the two equal.

/** What the modules define that workflow files import from; of \`aqueduct\`, what it exports. Names with blanks between them. */
export const modules = ${object(modules, lines)} as const;

/** Modules and folders of the package that no workflow file has a reason to import. Names with blanks between them. */
export const innerModules = ${lines(innerModules)} as const;

/** What every object of a class has. Names with blanks between them. */
export const handles = ${object(handles, lines)} as const;

/** The members of enumerations, and the values that they stand for. */
export const enumerations = ${object(enumerations, (members) => object(members, literal))} as const;

/** By what is called: its parameters in their order, with their defaults; undefined: it has to be given. Those behind \`*\` are given by name alone. */
export const signatures = ${object(signatures, (parameters) => object(parameters, defaultOf))} as const;

/** Why an argument of Aqueduct 0.3 has no effect here, by callee. */
export const notUsed = ${object(notUsed, (reasons) => object(reasons, literal))} as const;

/** What is said of names of Aqueduct 0.3 that are not here, or are refused, and of which; \`{}\` stands for the name. Names with blanks between them. */
export const notThere = ${object(byText(notThere), (names) => literal(names.join(" ")))} as const;
`;
}

/**
 * @template T
 * @param {Record<string, T>} entries
 * @param {(value: T) => string} written
 */
function object(entries, written) {
  return `{ ${Object.entries(entries)
    .map(([key, value]) => `${JSON.stringify(key)}: ${written(value)}`)
    .join(", ")} }`;
}

/**
 * The names of which the same is said, by what is said.
 *
 * @param {Record<string, string>} sentences
 */
function byText(sentences) {
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const [name, sentence] of Object.entries(sentences)) (found[sentence.replaceAll(name, "{}")] ??= []).push(name);
  return found;
}

/** @param {[] | [unknown]} value */
function defaultOf(value) {
  return value.length === 0 ? "undefined" : literal(value[0]);
}

/** @param {unknown} value */
function literal(value) {
  return JSON.stringify(value);
}

/** @param {readonly string[]} names */
function lines(names) {
  /** @type {string[]} */
  const found = [];
  for (const name of names) {
    const last = found.at(-1);
    if (last === undefined || last.length + name.length > 100) found.push(name);
    else found[found.length - 1] = `${last} ${name}`;
  }
  return `[${found.map(literal).join(", ")}]`;
}

/**
 * @param {string} root
 * @param {string} text
 */
function formatted(root, text) {
  const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
  return execFileSync(process.execPath, [biome, "format", `--stdin-file-path=${authoringFile}`], {
    cwd: root,
    input: text,
    encoding: "utf8",
  });
}
