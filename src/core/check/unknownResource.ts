import { otherDemoName } from "../resources/demo.js";
import type { Resource } from "../resources/resource.js";
import { unknownResourceText } from "../resources/unknown.js";
import { lostText, problem, type Rule } from "./rule.js";

/** A resource by its name, or by the one that another version of Aqueduct gave it. */
export function resourceNamed(
  resources: ReadonlyMap<string, Resource> | undefined,
  name: string,
): Resource | undefined {
  return resources?.get(name) ?? resources?.get(otherDemoName(name));
}

export const unknownResource: Rule = ({ facts, resources, lost }) => {
  if (resources === undefined) return [];
  return facts.resourceUses.flatMap(({ name, range }) =>
    name === undefined || resourceNamed(resources, name) !== undefined
      ? []
      : [problem("unknown-resource", "error", lostText(name, lost) ?? unknownResourceText(name, resources), range)],
  );
};
