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
  const whole = plain(toJsonSchema(schema, { target: "draft-07", errorMode: "ignore", definitions }), definitions);
  return { ...without(whole, "$defs"), ...onlyUsed(whole) };
}

/**
 * A map carries its members' schema as metadata, since it checks them by code of its own; and that a double holds a whole number goes without saying.
 *
 * @param {any} node
 * @param {Readonly<Record<string, any>>} definitions
 * @returns {any}
 */
function plain(node, definitions) {
  if (Array.isArray(node)) return node.map((item) => plain(item, definitions));
  if (typeof node !== "object" || node === null) return node;
  const { mapOf, maximum, ...rest } = node;
  const members = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, plain(item, definitions)]));
  if (maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER) members["maximum"] = maximum;
  if (mapOf === undefined) return members;
  const additionalProperties = without(converted(mapOf, definitions), "$schema", "$defs");
  return { ...members, type: "object", additionalProperties };
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
