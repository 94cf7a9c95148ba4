import { enumerations, handles, innerModules as inner, modules } from "./authoringApi.js";

/** What stands for a thing of the authoring API in a workflow file. `EngineResource` and the like: a handle, by the type of its resource. */
export type Handle = keyof typeof handles;

type Names = Readonly<Partial<Record<string, readonly string[]>>>;

/** What handles have; `Resource`: what only one of a kind that the text does not tell has for certain. */
export const handleNames = apart(handles) as Readonly<Record<Handle, readonly string[]>>;

export function isHandleName(name: string): name is Handle {
  return Object.hasOwn(handleNames, name);
}

/** What the modules of the package define that workflow files import from. Each gives names of the others too. */
export const moduleNames: Names = apart(modules);

/** The names that `from aqueduct import *` binds. */
export const exportedNames = moduleNames["aqueduct"] ?? [];

/** Folders and files of the package that no workflow file has a reason to import: nothing is said of what is in them. */
export const innerModules: ReadonlySet<string> = new Set(names(inner));

/** The members of enumerations. */
export const memberNames: Names = Object.fromEntries(
  Object.entries(enumerations).map(([name, members]) => [name, Object.keys(members)]),
);

function apart(table: Readonly<Record<string, readonly string[]>>): Names {
  return Object.fromEntries(Object.entries(table).map(([name, lines]) => [name, names(lines)]));
}

function names(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(" "));
}
