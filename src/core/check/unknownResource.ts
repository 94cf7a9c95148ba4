import type { Resource } from "../resources/resource.js";
import { problem, type Rule } from "./rule.js";

/** Two versions of Aqueduct called the demo database by two names. */
const otherNames: Readonly<Partial<Record<string, string>>> = { aqueduct_demo: "Demo" };

/** A resource of `aqueduct.json`, by its name or by the one that another version of Aqueduct gave it. */
export function resourceNamed(
  resources: ReadonlyMap<string, Resource> | undefined,
  name: string,
): Resource | undefined {
  return resources?.get(name) ?? resources?.get(otherNames[name] ?? name);
}

export const unknownResource: Rule = ({ facts, resources }) => {
  if (resources === undefined) return [];
  const isKnown = (name: string): boolean => resourceNamed(resources, name) !== undefined;
  return facts.resourceUses.flatMap(({ name, range }) => {
    if (name === undefined || isKnown(name)) return [];
    const known = [...resources.keys()].join(", ") || "none yet";
    return [
      problem(
        "unknown-resource",
        "error",
        `aqueduct.json names no resource "${name}" (known: ${known}). Add it there, then test it with \`aqueduct connect ${name}\`.`,
        range,
      ),
    ];
  });
};
