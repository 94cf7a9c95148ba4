// @ts-check

/** @typedef {import("./schemas.mjs").Described} Described */

/** Parts that are formats of their own, with the page that has their table. */
const elsewhere = new Map([
  ["Manifest", "runs"],
  ["Sample", "values"],
]);

/**
 * A page with its tables made anew: each stands between `<!-- fields: NAME -->` and `<!-- /fields -->`. What has a table of its own is not repeated within others.
 *
 * @param {string} page
 * @param {readonly Described[]} described
 */
export function withTables(page, described) {
  const marker = /<!-- fields: ([\w-]+) -->\n[^]*?<!-- \/fields -->/g;
  const apart = new Set([...elsewhere.keys(), ...[...page.matchAll(marker)].map(([, name]) => name ?? "")]);
  return page.replace(marker, (_, name) => {
    const found = described.find((one) => one.name === name) ?? partOf(described, name);
    if (found === undefined)
      throw new Error(`A page of docs/formats asks for the fields of ${name}, which is no format.`);
    return `<!-- fields: ${name} -->\n${tableOf(found.schema, apart)}\n<!-- /fields -->`;
  });
}

/**
 * A part as it stands in a format that has it.
 *
 * @param {readonly Described[]} described
 * @param {string} name
 * @returns {{ readonly schema: any } | undefined}
 */
function partOf(described, name) {
  const [$defs] = described.flatMap(({ schema }) => {
    const defs = /** @type {any} */ (schema["$defs"]) ?? {};
    return name in defs ? [defs] : [];
  });
  return $defs && { schema: { ...$defs[name], $defs } };
}

/**
 * @param {any} schema
 * @param {ReadonlySet<string>} apart parts that have a table of their own
 */
function tableOf(schema, apart) {
  const rows = rowsOf(schema, "", schema.$defs ?? {}, apart);
  return [
    "| member | what it is | |",
    "|---|---|---|",
    ...rows.map(([member, type, about]) => `| \`${member}\` | ${type} | ${about} |`),
  ].join("\n");
}

/**
 * @param {any} schema
 * @param {string} where
 * @param {Readonly<Record<string, any>>} parts
 * @param {ReadonlySet<string>} above parts that this stands in, or that have a table of their own
 * @returns {readonly (readonly [string, string, string])[]}
 */
function rowsOf(schema, where, parts, above) {
  const { node, within } = resolved(schema, parts, above);
  if (node === undefined) return [];
  const choices = node.oneOf ?? node.anyOf ?? node.allOf?.map((/** @type {any} */ each) => each.then);
  if (choices !== undefined) {
    const rows = choices.flatMap((/** @type {any} */ choice) => rowsOf(choice, where, parts, within));
    return rows.filter(
      (/** @type {any} */ row, /** @type {number} */ at) =>
        rows.findIndex((/** @type {any} */ one) => one[0] === row[0] && one[1] === row[1]) === at,
    );
  }
  if (node.items !== undefined && !Array.isArray(node.items)) return rowsOf(node.items, `${where}[]`, parts, within);
  if (typeof node.additionalProperties === "object")
    return rowsOf(node.additionalProperties, `${where}.*`, parts, within);
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) => {
    const path = where === "" ? name : `${where}.${name}`;
    const optional = node.required?.includes(name) ? "" : ", may be left out";
    const row = /** @type {const} */ ([path, `${typeOf(member, parts)}${optional}`, cell(member.description ?? "")]);
    return [row, ...rowsOf(member, path, parts, within)];
  });
}

/**
 * @param {any} schema
 * @param {Readonly<Record<string, any>>} parts
 * @param {ReadonlySet<string>} above
 */
function resolved(schema, parts, above) {
  const name = /** @type {string | undefined} */ (schema.$ref)?.split("/").at(-1);
  if (name === undefined) return { node: schema, within: above };
  return above.has(name)
    ? { node: undefined, within: above }
    : { node: parts[name], within: new Set([...above, name]) };
}

/**
 * @param {any} schema
 * @param {Readonly<Record<string, any>>} parts
 * @returns {string}
 */
function typeOf(schema, parts) {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1);
    const page = elsewhere.get(name);
    if (page !== undefined) return `[${name}](${page}.md)`;
    return /^[A-Z]/.test(name) ? name : typeOf(parts[name], parts);
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined && schema.noun !== undefined) return cell(schema.noun);
  if (choices !== undefined) {
    const kinds = choices.map((/** @type {any} */ choice) => typeOf(choice, parts));
    return [...new Set(kinds)].join(" or ");
  }
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((/** @type {string} */ word) => `\`${word}\``).join(", ");
  switch (schema.type) {
    case "array":
      return Array.isArray(schema.items)
        ? `[${schema.items.map((/** @type {any} */ item) => typeOf(item, parts)).join(", ")}]`
        : `list of ${typeOf(schema.items, parts)}`;
    case "integer":
      return schema.minimum === undefined ? "whole number" : `whole number from ${schema.minimum}`;
    case "string":
      return schema.pattern === undefined ? "text" : (schema.noun ?? `text, \`${cell(schema.pattern)}\``);
    case undefined:
      return "any JSON";
    default:
      return schema.type;
  }
}

/** @param {string} text */
function cell(text) {
  return text.replaceAll("|", "\\|");
}
