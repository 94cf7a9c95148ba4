import { findNodeAtLocation, type Node } from "jsonc-parser";
import { treeOf } from "./jsonTree.js";
import type { Problem } from "../model/problem.js";
import { indentationAt, insertMember, layoutOf, valueText } from "./insertMember.js";
import { locator } from "./positions.js";
import { projectFile, readProject } from "./read.js";

/** A resource as it is to stand in `aqueduct.json`. Members that are there already and are not named here stay. */
export interface ResourceEntry {
  readonly name: string;
  readonly members: Readonly<Record<string, string>>;
}

/** One replacement; offset and length in UTF-16 units. */
export interface Replacement {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** The whole new text; or the problem that stands in the way, which is the user's to mend. */
export type Edited = { readonly text: string } | { readonly problem: Problem };

/**
 * Writes resources into the text of `aqueduct.json`: comments, order, indentation and line ends stay as they are.
 *
 * @param text undefined where there is no file yet
 */
export function withResources(text: string | undefined, entries: readonly ResourceEntry[]): Edited {
  let edited = text === undefined || text.trim() === "" ? "{}\n" : text;
  for (const entry of entries) {
    const problem = obstacle(edited, entry);
    if (problem !== undefined) return { problem };
    edited = withResource(edited, entry);
  }
  return { text: edited };
}

/** The smallest single replacement that makes `after` of `before`. */
export function replacementOf(before: string, after: string): Replacement {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}

/** What keeps the text from being edited: it is no JSON, what ought to be an object is none, or the name is another kind's. */
function obstacle(text: string, { name, members }: ResourceEntry): Problem | undefined {
  const broken = readProject(text, "/").problems.find(({ code }) => code === "resources-json");
  if (broken !== undefined) return broken;
  const root = treeOf(text);
  const at = (...path: readonly string[]): Node | undefined => root && findNodeAtLocation(root, [...path]);
  const problem = (node: Node, message: string): Problem =>
    locator(text, projectFile).problem("resources-type", "error", message, node.offset, node.length);
  const wrong = [at("resources"), at("resources", name)].find((node) => node !== undefined && node.type !== "object");
  if (wrong !== undefined) return problem(wrong, "This has to be an object. Correct it here.");
  const type = at("resources", name, "type");
  return type === undefined || type.value === members["type"]
    ? undefined
    : problem(type, `"${name}" is something else already. Give one of the two another name.`);
}

function withResource(text: string, { name, members }: ResourceEntry): string {
  const root = parsed(text);
  const layout = layoutOf(text);
  const resources = findNodeAtLocation(root, ["resources"]);
  if (resources === undefined) return insertMember(text, root, "resources", { [name]: members }, layout);
  if (findNodeAtLocation(resources, [name]) === undefined) return insertMember(text, resources, name, members, layout);
  return Object.entries(members).reduce((edited, [member, value]) => withMember(edited, name, member, value), text);
}

function withMember(text: string, name: string, member: string, value: string): string {
  const object = findNodeAtLocation(parsed(text), ["resources", name]);
  if (object === undefined) return text;
  const layout = layoutOf(text);
  const node = findNodeAtLocation(object, [member]);
  if (node === undefined) return insertMember(text, object, member, value, layout);
  return node.value === value
    ? text
    : text.slice(0, node.offset) +
        valueText(value, indentationAt(text, node.offset), layout) +
        text.slice(node.offset + node.length);
}

/** Of a text in which no obstacle was found. */
function parsed(text: string): Node {
  const root = treeOf(text);
  if (root === undefined) throw new Error(`${projectFile} can't be edited: it is not JSON.`);
  return root;
}
