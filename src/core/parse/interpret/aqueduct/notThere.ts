import {
  exportedNames,
  type Handle,
  handleNames,
  innerModules,
  memberNames,
  moduleNames,
} from "../../../model/apiNames.js";
import { notThereText } from "../../../model/notThere.js";
import { fail, isStale, type Machine, type Site } from "../machine.js";
import type { Value } from "../values.js";

/** The names that `from … import *` binds. */
export function exportedBy(path: string): readonly string[] {
  return path === "aqueduct" ? exportedNames : (moduleNames[path] ?? []);
}

/** Whether a handle, or one of several, has an attribute of this name. */
export function hasName(handle: Handle, name: string): boolean {
  return name.startsWith("_") || handleNames[handle].includes(name);
}

/** Whether an enumeration has a member of this name; of anything else it is not told. */
export function hasMember(enumeration: string, name: string): boolean {
  const members = memberNames[enumeration];
  return members === undefined || !/^[A-Z]/.test(name) || members.includes(name);
}

/** Methods of resources that Aqueduct had: what they would read is drawn, and said not to be here. */
export const lackingReaders: ReadonlySet<string> = new Set(["file", "spreadsheet", "search", "query"]);

/** A name in the package `aqueduct`, or in a module of it; undefined: there is none. */
export function memberOfPackage(path: string, name: string): Value | undefined {
  const known = moduleNames[path];
  const inner = `${path}.${name}`;
  if (isModule(inner)) return { kind: "aqueduct", path: inner };
  if (known === undefined || name.startsWith("_")) return { kind: "object" };
  const isThere = known.includes(name) || (path !== "aqueduct" && everyName.has(name));
  return isThere ? { kind: "api", name } : undefined;
}

const everyName = new Set(Object.values(moduleNames).flatMap((names) => names ?? []));

function isModule(path: string): boolean {
  const [, first = ""] = path.split(".");
  return path === "aqueduct" || moduleNames[path] !== undefined || innerModules.has(first);
}

/** Where an import names a module of the package that is not there. */
export function noteMissingModule(path: string, site: Site, machine: Machine): void {
  if (path !== "aqueduct" && !path.startsWith("aqueduct.")) return;
  const parts = path.split(".");
  const missing = parts.map((_, index) => parts.slice(0, index + 1).join(".")).find((one) => !isModule(one));
  if (missing === undefined) return;
  const dot = missing.lastIndexOf(".");
  fail("ModuleNotFoundError", machine);
  note({ name: missing, owner: missing.slice(0, dot), asked: missing.slice(dot + 1) }, site, machine);
}

/** Where an attribute is asked for that a thing of the authoring API does not have. What else has it not is no matter of ours. */
export function noteMissingName(value: Value, asked: string, site: Site, machine: Machine): void {
  const owner = ownerOf(value);
  if (owner === undefined) return;
  const resource = value.kind === "resource" ? { resource: value.name } : {};
  note({ name: `${owner}.${asked}`, owner, asked, ...resource }, site, machine);
}

/** A method of a resource, which only resources of some kinds may have: the rule knows of which kind it is. */
export function noteResourceName(value: Value, asked: string, site: Site, machine: Machine): void {
  if (value.kind === "resource" && value.isCollection !== true && !hasName("Resource", asked))
    noteMissingName(value, asked, site, machine);
}

/** Where a call is refused that the authoring API has. `name`: in the table of `model/notThere.ts`. */
export function noteRefused(name: string, site: Site, machine: Machine): void {
  fail("Exception", machine);
  const [owner = "", asked = ""] = name.split(".");
  note({ name, owner, asked }, site, machine);
}

/** As {@link noteRefused}, for a method that is there, and may be one that is refused. */
export function noteIfRefused(handle: Handle, method: string, site: Site, machine: Machine): void {
  const name = `${handle}.${method}`;
  if (handleNames[handle].includes(method) && notThereText(name) !== undefined) noteRefused(name, site, machine);
}

/** Where an artifact is used as the value that it stands for. `method`: of Python's, by which a value is used so. */
export function noteUsedAsValue(value: Value, method: UseOfValue, site: Site, machine: Machine): void {
  const isArtifact =
    value.kind === "choice" ? value.options.every(({ kind }) => kind === "artifact") : value.kind === "artifact";
  // The file may have taught artifacts what they cannot do.
  if (!isArtifact || [...machine.patches.keys()].some((patched) => patched.startsWith("Artifact.__"))) return;
  fail("TypeError", machine);
  note({ name: `Artifact.${method}`, owner: "Artifact", asked: method }, site, machine);
}

type UseOfValue = "__iter__" | "__getitem__" | "__len__" | "__add__" | "__float__";

function ownerOf(value: Value): string | undefined {
  switch (value.kind) {
    case "aqueduct":
      return value.path;
    case "api":
      return value.name;
    case "client":
      return "Client";
    case "flow":
      return "Flow";
    case "resource":
      return "Resource";
    case "artifact":
      return "Artifact";
    case "operator":
      return "DecoratedFunction";
    case "choice":
      return value.options.every(({ kind }) => kind === "artifact") ? "Artifact" : undefined;
    default:
      return undefined;
  }
}

function note(
  what: {
    readonly name: string;
    readonly owner: string;
    readonly asked: string;
    readonly resource?: string | undefined;
  },
  site: Site,
  machine: Machine,
): void {
  if (isStale(site.frame)) return;
  machine.facts.notThere.push({ range: site.range, ...what, isCertain: machine.certainty.unknown === 0 });
}
