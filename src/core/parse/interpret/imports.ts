import type { Import, ImportFrom } from "../syntax/syntax.js";
import { exportedBy, noteMissingModule } from "./aqueduct/notThere.js";
import { attributeOf } from "./attributes.js";
import { fail, type Frame, type Machine, mayFail, type Site, siteOf } from "./machine.js";
import { isStandard } from "./standardModules.js";
import type { Origin } from "./scope.js";
import { object, type Value } from "./values.js";

/** `import a.b as c`, `import a.b`. */
export function bindImport(statement: Import, frame: Frame, machine: Machine): void {
  for (const { path, alias } of statement.modules) {
    if (isMissing(path, machine)) fail("ModuleNotFoundError", machine);
    noteMissingModule(path, siteOf({ kind: "name", id: path, span: statement.span }, frame, machine), machine);
    const imported = moduleAt(path, machine);
    machine.imports.imported(path, frame);
    if (alias !== undefined) frame.scope.bind(alias, imported);
    else {
      const [first = path] = path.split(".");
      frame.scope.bind(first, first === path ? imported : moduleAt(first, machine));
    }
  }
}

/** `from .a import b as c`, `from a import *`. */
export function bindImportFrom(
  { level, path, names, span: statementSpan }: ImportFrom,
  frame: Frame,
  machine: Machine,
): void {
  const absolute = absolutePath(level, path, frame.origin);
  if (isMissing(absolute, machine)) fail("ModuleNotFoundError", machine);
  const site = siteOf({ kind: "name", id: absolute, span: statementSpan }, frame, machine);
  noteMissingModule(absolute, site, machine);
  const from = moduleAt(absolute, machine);
  machine.imports.imported(absolute, frame);
  if (names === "all") {
    for (const name of bindAll(from, frame)) noteName(name, absolute, frame, machine);
    return;
  }
  for (const { name, alias } of names) {
    const at = siteOf({ kind: "name", id: name, span: statementSpan }, frame, machine);
    const value = memberOf(from, absolute, name, at, machine);
    frame.scope.bind(alias ?? name, value);
    if (value.kind === "module") machine.imports.imported(value.path, frame);
    noteName(alias ?? name, absolute, frame, machine);
  }
}

/**
 * Whether a module is certainly not there.
 *
 * Packages are not looked for: where something handles their absence, both ways are taken.
 */
function isMissing(path: string, machine: Machine): boolean {
  const [first = path] = path.split(".");
  if (first === "aqueduct" || first === "" || isStandard(first) || machine.isModule(first)) return false;
  if (machine.isModule(path)) return false;
  mayFail(machine);
  return false;
}

/** A folder without `__init__.py` is known by the modules in it alone. */
function memberOf(from: Value, path: string, name: string, site: Site, machine: Machine): Value {
  const inner = `${path}.${name}`;
  return from.kind === "object" && machine.isModule(inner)
    ? machine.module(inner)
    : attributeOf(from, name, site, machine);
}

function noteName(name: string, path: string, frame: Frame, machine: Machine): void {
  machine.environment.imported(name, frame);
  machine.imports.named(name, path, frame);
}

/** The module of a dotted name, as importing it gives it. */
export function moduleAt(path: string, machine: Pick<Machine, "module">): Value {
  return path === "aqueduct" || path.startsWith("aqueduct.")
    ? { kind: "aqueduct", path }
    : path === ""
      ? object
      : machine.module(path);
}

function absolutePath(level: number, path: string, origin: Origin): string {
  if (level === 0) return path;
  return relativePath(level, path, origin.module.split(".").slice(0, origin.isPackage ? undefined : -1));
}

/** The dotted name behind so many dots, seen from a package. */
export function relativePath(level: number, path: string, around: readonly string[]): string {
  const base = around.slice(0, around.length - (level - 1));
  return [...base, ...(path === "" ? [] : [path])].join(".");
}

/** The names that were bound. */
function bindAll(from: Value, frame: Frame): readonly string[] {
  if (from.kind === "aqueduct") for (const name of exportedBy(from.path)) frame.scope.bind(name, { kind: "api", name });
  if (from.kind !== "module") return [];
  const listed = from.scope.names.get("__all__");
  const wanted =
    listed?.kind === "list" || listed?.kind === "tuple"
      ? listed.items.flatMap((item) => (item.kind === "string" ? [item.value] : []))
      : undefined;
  const given = [...from.scope.names].filter(([name]) =>
    wanted === undefined ? !name.startsWith("_") : wanted.includes(name),
  );
  for (const [name, value] of given) frame.scope.bind(name, value);
  return given.map(([name]) => name);
}
