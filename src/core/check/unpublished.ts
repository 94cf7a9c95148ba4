import { problem, type Rule } from "./rule.js";

/** In a file that publishes something: operators that are in no workflow. Parameters go with the operators that take them. */
export const unpublished: Rule = ({ graph }) => {
  if (!graph.workflows.some(({ name }) => name !== null)) return [];
  return graph.workflows
    .filter(({ name }) => name === null)
    .flatMap(({ operators }) => operators)
    .filter(
      ({ kind, outputs, stale }) => kind !== "parameter" && kind !== "save" && outputs.length > 0 && stale !== true,
    )
    .map(({ name, source }) =>
      problem(
        "unpublished",
        "information",
        `No publish_flow reaches "${name}", so no workflow runs it: add its artifact, or one that needs it, to artifacts=[…].`,
        source,
      ),
    );
};
