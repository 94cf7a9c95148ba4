import { otherDemoName } from "../resources/demo.js";
import { unknownResourceText } from "../resources/unknown.js";
import { problem, type Rule } from "./rule.js";

export const unknownResource: Rule = ({ facts, resources }) => {
  if (resources === undefined) return [];
  return facts.resourceUses.flatMap(({ name, range }) =>
    name === undefined || resources.has(name) || resources.has(otherDemoName(name))
      ? []
      : [problem("unknown-resource", "error", unknownResourceText(name, resources), range)],
  );
};
