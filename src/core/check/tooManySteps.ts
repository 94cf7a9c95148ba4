import { problem, type Rule } from "./rule.js";

/** Statements of which the graph shows the beginning alone. */
export const tooManySteps: Rule = ({ facts }) =>
  facts.cutShort.map(({ range, isRest }) =>
    problem(
      "too-many-steps",
      "information",
      isRest
        ? "The file takes more steps than are followed while it is typed: the graph does not show what comes from this line on. A run shows all of it."
        : "This takes more steps than are followed while it is typed: the graph may show less than it does. A run shows all of it.",
      range,
    ),
  );
