import type { KnownFile } from "../knowledge.js";
import { isSame } from "../place.js";
import { appending, type Edit, type Fix, type Fixer } from "./fix.js";
import { nearest } from "../../model/nearest.js";

/** `artifacts=` before the list that stands where the description belongs. */
export const artifactsAsDescription: Fixer = (file, problem) => {
  const list = file.known.facts.publications.find(({ range }) => isSame(range, problem))?.written.values.description;
  if (list === undefined || !file.lines.slice(list).startsWith("[")) return [];
  const newText = `artifacts=${file.lines.slice(list)}`;
  return [{ title: "Write artifacts=[…]", edits: [{ range: list, newText }], isPreferred: true }];
};

/** An engine that `aqueduct.json` names. */
export const unknownEngine: Fixer = (file, problem) => {
  const found = file.known.facts.publications.find(({ range }) => isSame(range, problem));
  const written = found?.written.flowConfig?.engine ?? found?.written.values.engine;
  const servers = [...(file.known.resources?.values() ?? [])]
    .filter(({ kind }) => kind === "airflow")
    .map(({ name }) => name);
  return found?.engine == null || written === undefined ? [] : named(file, written, nearest(found.engine, servers));
};

/** A resource that `aqueduct.json` names. */
export const unknownResource: Fixer = (file, problem) => {
  const found = file.known.facts.resourceUses.find(({ range }) => isSame(range, problem));
  if (found?.name === undefined || found.written.name === undefined) return [];
  return named(file, found.written.name, nearest(found.name, [...(file.known.resources?.keys() ?? [])]));
};

/** Into the list of the only workflow that is published here. */
export const unpublished: Fixer = (file, problem) => {
  const [published, ...others] = file.known.facts.publications;
  const list = published?.written.values.artifacts;
  const [operator] = [...file.operators.values()].filter(
    ({ source, kind }) => isSame(source, problem) && kind !== "parameter",
  );
  const name = file.known.names.artifacts.find(
    ({ role, artifacts }) => role === "binds" && artifacts.some((id) => operator?.outputs.includes(id) === true),
  )?.name;
  if (list === undefined || others.length > 0 || name === undefined || !file.lines.slice(list).endsWith("]")) return [];
  return [
    {
      title: `Publish ${name} with “${published?.name ?? ""}”`,
      edits: [appending(file, list, name)],
      isPreferred: true,
    },
  ];
};

function named({ lines }: KnownFile, written: Edit["range"], names: readonly string[]): Fix[] {
  const quote = /^["']/.exec(lines.slice(written))?.[0];
  if (quote === undefined) return [];
  return names.map((name, index) => ({
    title: `Write ${quote}${name}${quote}`,
    edits: [{ range: written, newText: `${quote}${name}${quote}` }],
    isPreferred: index === 0 && names.length === 1,
  }));
}
