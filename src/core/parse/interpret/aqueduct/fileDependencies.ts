import { itemsOf } from "../iterating.js";
import { type Arguments, isStale, type Machine, type Site } from "../machine.js";
import { textOf } from "../python.js";

/** Notes the paths that a decorator lists; those that are made as the file runs are left to the trace. */
export function noteFileDependencies(
  given: Arguments,
  signature: readonly string[],
  { frame }: Site,
  { facts }: Machine,
): void {
  const listed = given.keywords.get("file_dependencies") ?? given.positional[signature.indexOf("file_dependencies")];
  if (listed === undefined || isStale(frame)) return;
  const { range, value } = listed;
  if (value.kind === "none") return;
  const isList = value.kind === "list" || value.kind === "tuple";
  const items = isList ? itemsOf(value).items : value.kind === "string" ? [value] : [];
  const paths = items.flatMap((item) => textOf(item) ?? []);
  facts.fileDependencies.push({ range, isText: value.kind === "string", paths });
}
