// @ts-check
import { forEditor } from "./editor.mjs";
import { describedFormats } from "./schemas.mjs";
import { withTables } from "./tables.mjs";

/**
 * Every file that is made of `src/formats`, with its text.
 *
 * @param {string} root absolute path of the repository
 * @param {(file: string) => Promise<string>} read gives a committed file
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function generatedFiles(root, read) {
  const described = await describedFormats(root);
  const schemas = described.map(({ name, entry, schema }) => {
    const shown = entry.help === undefined ? bare(schema, ["noun", "mostLevels"]) : forEditor(schema, entry.help);
    return /** @type {const} */ ([`schemas/${name}.schema.json`, json(shown)]);
  });
  const python = Object.fromEntries(
    described
      .filter(({ entry }) => entry.isReadByPython)
      .map(({ name, schema }) => [
        name,
        bare(schema, ["description", "title", "$id", "$schema", "help", "patternProperties"]),
      ]),
  );
  const pages = [...new Set(described.map(({ entry }) => entry.page))].map((page) => `docs/formats/${page}.md`);
  const tables = await Promise.all(
    pages.map(async (page) => /** @type {const} */ ([page, withTables(await read(page), described)])),
  );
  return new Map([...schemas, ["src/runtime/aqueduct/formats/schemas.json", lines(python)], ...tables]);
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

/**
 * One line for each member: small to load, and a change shows where it is.
 *
 * @param {Readonly<Record<string, unknown>>} members
 */
function lines(members) {
  const each = Object.entries(members).map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`);
  return `{${each.join(",\n")}}\n`;
}

/**
 * A schema without some of what is only said of it.
 *
 * @param {any} node
 * @param {readonly string[]} left
 * @returns {any}
 */
function bare(node, left) {
  if (Array.isArray(node)) return node.map((item) => bare(item, left));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      // A member may be called "description": then what stands there is a schema.
      .filter(([key, item]) => !(left.includes(key) && (typeof item !== "object" || key === "patternProperties")))
      .map(([key, item]) => [key, bare(item, left)]),
  );
}
