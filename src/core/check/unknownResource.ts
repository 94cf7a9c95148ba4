import { problem, type Rule } from "./rule.js";

/** Two versions of Aqueduct called the demo database by two names. */
const otherNames: Readonly<Partial<Record<string, string>>> = { aqueduct_demo: "Demo" };

export const unknownResource: Rule = ({ facts, resources }) => {
  if (resources === undefined) return [];
  const isKnown = (name: string): boolean => resources.has(name) || resources.has(otherNames[name] ?? name);
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
