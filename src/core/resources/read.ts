import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { Checked, Problem } from "../model/problem.js";
import { locator } from "./positions.js";
import { readResource } from "./readResource.js";
import { emptyProject, type MayChangeType, type Project, type Resource } from "./resource.js";
import { rules } from "./rules.js";
import { Section, type Report } from "./section.js";

/** The name of the file that makes a folder a project. */
export const projectFile = "aqueduct.json";

/** What only this reader tells: no JSON schema can say it, so an editor that has the schema shows these of our problems alone. */
export const beyondSchema: ReadonlySet<string> = new Set([
  "resources-store",
  "resources-password",
  "resources-encoding",
  "resources-http",
]);

/**
 * Reads `aqueduct.json` (comments and trailing commas are welcome). What is wrong with one resource leaves the others usable.
 *
 * @param folder absolute; relative paths in the file stand for places under it
 */
export function readProject(text: string, folder: string): Checked<Project> {
  const problems: Problem[] = [];
  const locate = locator(text, projectFile);
  const report: Report = (code, message, node, severity = "error") =>
    void problems.push(locate.problem(code, severity, message, node.offset, node.length));

  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors) {
    problems.push(
      locate.problem(
        "resources-json",
        "error",
        `This is not JSON (${printParseErrorCode(error)}). Mend it here.`,
        offset,
        length,
      ),
    );
  }
  if (tree === undefined) return { value: emptyProject(folder), problems };
  if (tree.type !== "object") {
    report("resources-json", 'aqueduct.json holds one object: {"resources": {…}}.', tree);
    return { value: emptyProject(folder), problems };
  }

  const root = new Section(tree, "aqueduct.json", report);
  root.refuseOthers(["$schema", "project", "resources", "mayChangeType"]);
  const id = root.text("project", {
    // It is part of a path in every store: no name that stands for another folder, and none that is hidden.
    pattern: /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/,
    expected: "letters, digits and . _ -, no dot first, such as p-3f9a3f9a3f9a3f9a",
  });
  const resources = readResources(root.node("resources"), folder, report);
  checkStores(resources, root.node("resources"), report);
  const mayChangeType = readMayChangeType(root.node("mayChangeType"), report);
  return { value: { folder, id, resources, mayChangeType }, problems };
}

/** A value that is neither form is reported, and holds no operator to be free. */
function readMayChangeType(node: Node | undefined, report: Report): MayChangeType {
  if (node === undefined || node.value === false) return [];
  if (node.value === true) return "all";
  const names = (node.type === "array" ? node.children : undefined)?.map(({ value }): unknown => value);
  if (names?.every((name) => typeof name === "string" && name.trim() !== "") === true) return names.map(String);
  report(
    "resources-value",
    '"mayChangeType" is a list of names of operators, such as ["clean"], or true for all.',
    node,
  );
  return [];
}

function readResources(node: Node | undefined, folder: string, report: Report): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  if (node === undefined) return resources;
  if (node.type !== "object") {
    report("resources-type", '"resources" is an object: a name, then what it is.', node);
    return resources;
  }
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    if (!rules.name.pattern.test(name)) report("resources-name", `A resource's name is ${rules.name.expected}.`, key);
    else if (name === "local")
      report("resources-name", '"local" is the engine on this machine. Call the resource something else.', key);
    else if (resources.has(name)) report("resources-twice", `"${name}" stands here twice. Remove one of them.`, key);
    else {
      const resource = readResource(name, value, folder, report);
      if (resource !== undefined) resources.set(name, resource);
    }
  }
  return resources;
}

/** An Airflow server's store must be one, which is known only once all resources are read. */
function checkStores(resources: ReadonlyMap<string, Resource>, node: Node | undefined, report: Report): void {
  for (const resource of resources.values()) {
    if (resource.kind !== "airflow" || resource.store === undefined) continue;
    const kind = resources.get(resource.store)?.kind;
    if (kind === "folder" || kind === "s3") continue;
    const section = new Section(node, "resources", report);
    // One that stands there and cannot be read has a problem of its own.
    if (kind === undefined && section.node(resource.store) !== undefined) continue;
    const value = section.child(resource.name)?.node("store") ?? node;
    const message =
      kind === undefined
        ? `There is no store "${resource.store}" here.`
        : `"${resource.store}" is a ${kind === "airflow" ? "server" : kind}, not a store.`;
    if (value !== undefined)
      report("resources-store", `${message} Add {"type": "store", …} under that name, or name another.`, value);
  }
}
