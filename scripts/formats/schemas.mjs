// @ts-check
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";

/** @typedef {Readonly<Record<string, unknown>>} JsonSchema */

/**
 * @typedef {object} Described
 * @property {string} name
 * @property {import("../../src/formats/catalog.js").CatalogEntry} entry
 * @property {JsonSchema} schema
 */

/**
 * The JSON schemas of every format (draft 7), with the sources' parts as definitions.
 *
 * @param {string} root absolute path of the repository
 * @returns {Promise<readonly Described[]>}
 */
export async function describedFormats(root) {
  const { catalog, parts } = await loadedCatalog(root);
  return Object.entries(catalog).map(([name, entry]) => ({
    name,
    entry,
    schema: jsonSchema(entry.format, name, parts),
  }));
}

/**
 * @param {string} root
 * @returns {Promise<typeof import("../../src/formats/catalog.js")>}
 */
async function loadedCatalog(root) {
  // Beside the packages, so that it finds them, and once: schemas must be the very ones that the parts are.
  const folder = await mkdtemp(path.join(root, "node_modules", ".formats-"));
  try {
    const outfile = path.join(folder, "catalog.mjs");
    await build({
      entryPoints: [path.join(root, "src/formats/catalog.ts")],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      logLevel: "silent",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {import("../../src/formats/reader.js").Format<unknown>} format
 * @param {string} name
 * @param {Readonly<Record<string, any>>} parts
 * @returns {JsonSchema}
 */
function jsonSchema(format, name, parts) {
  const definitions = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== format.schema));
  const { $schema, ...schema } = converted(format.schema, definitions);
  return {
    $schema,
    $id: `https://aqueduct.example/schemas/${name}.schema.json`,
    title: `${format.name.charAt(0).toUpperCase()}${format.name.slice(1)}`,
    ...schema,
  };
}

/**
 * @param {any} schema
 * @param {Readonly<Record<string, any>>} definitions
 * @returns {any}
 */
function converted(schema, definitions) {
  const all = toJsonSchema(schema, { target: "draft-07", errorMode: "ignore", definitions });
  // A part that it does not need may have a map, whose members are converted with all parts in turn.
  const needed = plain({ ...without(all, "$defs"), ...onlyUsed(all) }, definitions);
  return { ...without(needed, "$defs"), ...onlyUsed(needed) };
}

/**
 * What is checked by code of our own carries the schemas of what is within it as metadata; and that a double holds a whole number goes without saying.
 *
 * @param {any} node
 * @param {Readonly<Record<string, any>>} definitions
 * @returns {any}
 */
function plain(node, definitions) {
  if (Array.isArray(node)) return node.map((item) => plain(item, definitions));
  if (typeof node !== "object" || node === null) return node;
  const { mapOf, mapNames, closedRecord, byWord, eitherOf, maximum, ...rest } = node;
  const within = (/** @type {any} */ schema) => without(converted(schema, definitions), "$schema", "$defs");
  const members = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, plain(item, definitions)]));
  if (maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER) members["maximum"] = maximum;
  if (mapOf !== undefined) {
    const propertyNames = mapNames === undefined ? {} : { propertyNames: within(mapNames) };
    return { ...members, type: "object", ...propertyNames, additionalProperties: within(mapOf) };
  }
  if (closedRecord !== undefined) return { ...members, ...within(closedRecord), additionalProperties: false };
  if (eitherOf !== undefined) return { ...members, oneOf: eitherOf.map(within) };
  return byWord === undefined ? members : { ...members, ...choice(byWord, within) };
}

/**
 * An editor completes and explains what follows from the word that stands there already; of a plain choice it would take another one.
 *
 * @param {{ name: string, options: Readonly<Record<string, any>> }} byWord
 * @param {(schema: any) => JsonSchema} within
 */
function choice({ name, options }, within) {
  return {
    type: "object",
    required: [name],
    properties: { [name]: { enum: Object.keys(options) } },
    allOf: Object.entries(options).map(([word, option]) => ({
      if: { required: [name], properties: { [name]: { const: word } } },
      then: within(option),
    })),
  };
}

/**
 * @param {any} schema
 * @returns {{ $defs?: Readonly<Record<string, unknown>> }}
 */
function onlyUsed({ $defs = {}, ...schema }) {
  const used = new Set();
  const visit = (/** @type {unknown} */ node) => {
    for (const [, name] of JSON.stringify(node).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      if (name === undefined || used.has(name)) continue;
      used.add(name);
      visit($defs[name]);
    }
  };
  visit(schema);
  const kept = Object.entries($defs).filter(([name]) => used.has(name));
  return kept.length === 0 ? {} : { $defs: Object.fromEntries(kept) };
}

/**
 * @param {any} object
 * @param {readonly string[]} names
 */
function without(object, ...names) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
