import { problem, type Rule } from "./rule.js";

/** Two artifacts of a workflow that the user gave one name. The runtime says the same in `recording/artifact_names.py`. */
export const equalNames: Rule = ({ facts }) =>
  facts.equalNames.map(({ workflow, name, first, second, areParameters }) =>
    problem(
      "equal-names",
      "error",
      `Two ${areParameters ? "parameters" : "artifacts"} of the workflow "${workflow}" are called "${name}", this one and that of line ${first.line}: give one of them another name, as set_name() does.`,
      second,
    ),
  );
