import { findNodeAtLocation, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import { projectFormat } from "../../formats/project.js";
import { readWritten, type Fault } from "../../formats/written.js";
import type { Checked, Problem } from "../model/problem.js";
import { mostProjectLevels, tooDeepAt, treeOf } from "./jsonTree.js";
import { locator } from "./positions.js";
import { readResource, type Report } from "./readResource.js";
import { emptyProject, type LostResources, type Project, type Resource } from "./resource.js";

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
  const tree = treeOf(text, errors);
  for (const { error, offset, length } of errors) {
    problems.push(
      locate.problem(
        "resources-json",
        "error",
        `This is not JSON (${printParseErrorCode(error)}). Correct it here.`,
        offset,
        length,
      ),
    );
  }
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== undefined)
    problems.push(
      locate.problem(
        "resources-json",
        "error",
        `This is nested deeper than ${mostProjectLevels} levels, so nothing of ${projectFile} is read. Mend it here.`,
        tooDeep,
        1,
      ),
    );
  if (tree === undefined) return { value: emptyProject(folder, "any"), problems };
  if (tree.type !== "object") {
    report("resources-json", 'aqueduct.json holds one object: {"resources": {…}}.', tree);
    return { value: emptyProject(folder, "any"), problems };
  }

  const { value = {}, faults } = readWritten(projectFormat.schema, valueOf(tree, report));
  for (const fault of faults) reportFault(fault, tree, report);
  const resources = new Map<string, Resource>();
  for (const [name, entry] of Object.entries(value.resources ?? {})) {
    const node = findNodeAtLocation(tree, ["resources", name]);
    const resource = node && readResource(name, entry, node, folder, report);
    if (resource !== undefined) resources.set(name, resource);
  }
  checkStores(resources, tree, report);
  const { mayChangeType = false } = value;
  return {
    value: {
      folder,
      id: value.project,
      resources,
      lost: lostOf(tree, resources, problems),
      mayChangeType: mayChangeType === true ? "all" : mayChangeType === false ? [] : mayChangeType,
    },
    problems,
  };
}

function lostOf(tree: Node, read: ReadonlyMap<string, Resource>, problems: readonly Problem[]): LostResources {
  const node = findNodeAtLocation(tree, ["resources"]);
  if (problems.some(({ code }) => code === "resources-json") || (node !== undefined && node.type !== "object"))
    return "any";
  const names = (node?.children ?? []).map(({ children: [key] = [] }) => String(key?.value));
  return new Set(names.filter((name) => !read.has(name)));
}

/** What a node says. Of what stands twice the first counts, as for `findNodeAtLocation`; what breaks off behind a name is not there. */
function valueOf(node: Node, report: Report): unknown {
  if (node.type === "array") return (node.children ?? []).map((item) => valueOf(item, report));
  if (node.type !== "object") return node.value as unknown;
  const members = new Map<string, unknown>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    if (members.has(name)) report("resources-twice", `"${name}" stands here twice. Remove one of them.`, key);
    else members.set(name, valueOf(value, report));
  }
  return Object.fromEntries(members);
}

function reportFault({ path, what, noun, secrets }: Fault, tree: Node, report: Report): void {
  const above = findNodeAtLocation(tree, path.slice(0, -1)) ?? tree;
  const node = findNodeAtLocation(tree, [...path]) ?? above;
  const name = path.findLast((step) => typeof step === "string") ?? projectFile;
  const owner = path.length < 2 ? projectFile : `"${String(path.at(-2))}"`;
  const key = node.parent?.children?.[0] ?? node;
  switch (what) {
    case "missing":
      report("resources-missing", `${owner} needs "${name}": ${noun}.`, above);
      return;
    case "value":
      report("resources-value", `"${name}" is not ${noun}.`, node);
      return;
    case "name":
      if (path.length === 2) report("resources-name", `"${path[1]}" is not ${noun}.`, key);
      else
        report(
          "resources-unknown",
          `${owner} has no "${name}". ${secrets ?? `A member of it is ${noun}.`}`,
          key,
          secrets === undefined ? "warning" : "error",
        );
  }
}

/** An Airflow server's store must be one, which is known only once all resources are read. */
function checkStores(resources: ReadonlyMap<string, Resource>, tree: Node, report: Report): void {
  for (const resource of resources.values()) {
    if (resource.kind !== "airflow" || resource.store === undefined) continue;
    const kind = resources.get(resource.store)?.kind;
    if (kind === "folder" || kind === "s3") continue;
    // One that stands there and cannot be read has a problem of its own.
    if (kind === undefined && findNodeAtLocation(tree, ["resources", resource.store]) !== undefined) continue;
    const node = findNodeAtLocation(tree, ["resources", resource.name, "store"]) ?? tree;
    const message =
      kind === undefined
        ? `There is no store "${resource.store}" here.`
        : `"${resource.store}" is a ${kind === "airflow" ? "server" : kind}, not a store.`;
    report("resources-store", `${message} Add {"type": "store", …} under that name, or name another.`, node);
  }
}
