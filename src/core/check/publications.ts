import { problem, type Rule } from "./rule.js";

/** What a `publish_flow` call says. */
export const publications: Rule = ({ facts }) => {
  const seen = new Map<string, number>();
  return facts.publications.flatMap(({ name, range, publishesNothing, artifactsAsDescription }) => {
    const before = seen.get(name);
    seen.set(name, range.line);
    if (artifactsAsDescription)
      return [
        problem(
          "artifacts-as-description",
          "error",
          "The second argument of publish_flow() is the description: write artifacts=[…].",
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
    if (before === undefined || name === "…") return [];
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
