import { problem, type Rule } from "./rule.js";

/** Statements of which the graph shows the beginning alone. */
export const tooManySteps: Rule = ({ facts }) =>
  facts.cutShort.map(({ range, isRest, isTooLong }) =>
    problem(
      "too-many-steps",
      "information",
      isTooLong === true
        ? "This file is longer than 400,000 characters: it is not read while it is typed, and the graph stays empty. A run shows all of it."
        : isRest
          ? "The file takes more steps than are followed while it is typed: the graph does not show what comes from this line on. A run shows all of it."
          : "This takes more steps than are followed while it is typed: the graph may show less than it does. A run shows all of it.",
      range,
    ),
  );
