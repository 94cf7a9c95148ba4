import type { Publication } from "../model/facts.js";
import { problem, type Rule } from "./rule.js";

/** What a `publish_flow` call says. */
export const publications: Rule = ({ facts }) => {
  const seen = new Map<string, Publication>();
  return facts.publications.flatMap((publication) => {
    const { name, range, publishesNothing, artifactsAsDescription, noTextAsDescription, isCertain } = publication;
    const former = seen.get(name);
    seen.set(name, publication);
    if (artifactsAsDescription)
      return [
        problem(
          "artifacts-as-description",
          "error",
          "The second argument of publish_flow() is the description: write artifacts=[…].",
          range,
        ),
      ];
    if (noTextAsDescription)
      return [
        problem(
          "description-not-text",
          isCertain ? "error" : "warning",
          "description= of publish_flow() takes a text: write what the workflow is for.",
          range,
        ),
      ];
    if (publishesNothing)
      return [
        problem(
          "nothing-published",
          "error",
          "publish_flow() needs at least one artifact: write artifacts=[…] with what the workflow makes.",
          range,
        ),
      ];
    if (former === undefined || name === "…") return [];
    const before = former.range.line;
    // One of two ways publishes here, and another one there: most often only one of them is taken.
    if (!former.isCertain || !isCertain)
      return [
        problem(
          "duplicate-workflow",
          "information",
          `Line ${before} publishes a workflow "${name}" too: where both lines run, this one replaces it.`,
          range,
        ),
      ];
    return [
      problem(
        "duplicate-workflow",
        "warning",
        `Line ${before} publishes a workflow "${name}" already, and this one replaces it: give one of them another name. \`aqueduct run\` takes the other with --line ${before}.`,
        range,
      ),
    ];
  });
};
