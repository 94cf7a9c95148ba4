import type { ArgumentOf } from "../../../model/signatures.js";
import { itemsOf } from "../iterating.js";
import { type Arguments, isStale, type Machine, type Site } from "../machine.js";
import { textOf } from "../python.js";

const name = "file_dependencies";

/** Notes the paths that a decorator lists; those that are made as the file runs are left to the trace. */
export function noteFileDependencies(
  given: Arguments,
  places: readonly ArgumentOf<"op" | "metric" | "check">[],
  { frame }: Site,
  { facts }: Machine,
): void {
  const listed = given.keywords.get(name) ?? given.positional[places.indexOf(name)];
  if (listed === undefined || isStale(frame)) return;
  const { range, value } = listed;
  if (value.kind === "none") return;
  const isList = value.kind === "list" || value.kind === "tuple";
  const items = isList ? itemsOf(value).items : value.kind === "string" ? [value] : [];
  const paths = items.flatMap((item) => textOf(item) ?? []);
  facts.fileDependencies.push({ range, isText: value.kind === "string", paths });
}
