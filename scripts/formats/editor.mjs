// @ts-check
/** @typedef {Readonly<Record<string, Readonly<Record<string, unknown>>>>} Help */

/**
 * The schema of a file that people write, with what VS Code shows of it: our own sentences where something is wrong, snippets and examples.
 *
 * @param {any} node
 * @param {Help} help
 * @returns {any}
 */
export function forEditor(node, help) {
  if (Array.isArray(node)) return node.map((item) => forEditor(item, help));
  if (typeof node !== "object" || node === null) return node;
  const { noun, help: name, ...rest } = node;
  const members = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, forEditor(item, help)]));
  return { ...members, ...sentences(noun, members), ...offered(name, members, help) };
}

/**
 * @param {string | undefined} noun
 * @param {any} members
 */
function sentences(noun, members) {
  if (noun === undefined) return {};
  const errorMessage = `This is not ${noun}.`;
  const told = members.pattern === undefined ? { errorMessage } : { errorMessage, patternErrorMessage: errorMessage };
  // Of a choice, VS Code tells what the likeliest option says.
  const options = members.anyOf?.map((/** @type {any} */ option) => ({ ...option, errorMessage }));
  return options === undefined ? told : { ...told, anyOf: options };
}

/**
 * @param {string | undefined} name
 * @param {any} members
 * @param {Help} help
 */
function offered(name, members, help) {
  if (name === undefined) return {};
  const found = help[name];
  if (found === undefined) throw new Error(`A format asks for the help ${name}, which is not there.`);
  const { properties, ...rest } = /** @type {{ properties?: Readonly<Record<string, object>> }} */ (found);
  if (properties === undefined) return rest;
  const helped = Object.entries(properties).map(([member, more]) => [
    member,
    { ...members.properties[member], ...more },
  ]);
  return { ...rest, properties: { ...members.properties, ...Object.fromEntries(helped) } };
}
