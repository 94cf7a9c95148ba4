import { countOf } from "../model/words.js";
import type { StoreCheck } from "./storeCheck.js";

/** What was looked at. */
export function lookedAtWords({ store, checked: { blobs, builds, values, records } }: StoreCheck): string {
  const looked = [
    countOf(blobs, "blob"),
    countOf(builds, "build"),
    countOf(values, "value"),
    countOf(records, "record"),
  ];
  return `${store}: ${looked.slice(0, -1).join(", ")} and ${looked.at(-1) ?? ""} were looked at.`;
}

/** What was found, and what was done about it. */
export function foundWords({ findings }: StoreCheck): string {
  if (findings.length === 0) return "All of it is what was put there, and nothing is missing.";
  const count = (problem: string): number => findings.filter((finding) => finding.problem === problem).length;
  const done = (repaired: string): number => findings.filter((finding) => finding.repaired === repaired).length;
  const counts = (names: readonly string[], of: (name: string) => number): string =>
    names.flatMap((name) => (of(name) === 0 ? [] : [`${of(name)} ${name}`])).join(", ");
  const repaired = counts(["replaced", "put", "deleted"], done);
  return `${counts(["wrong", "missing", "unreadable"], count)}${repaired === "" ? "" : `; ${repaired}`}.`;
}
