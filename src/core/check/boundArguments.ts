import { problem, type Rule } from "./rule.js";
import { countOf } from "../model/words.js";

export const boundArguments: Rule = ({ facts }) =>
  facts.bounds.flatMap(({ comparisons, hasUnknown, numeric, ofNumber, range }) => {
    if (hasUnknown) return [];
    if (comparisons.length !== 1) {
      const given = comparisons.length === 0 ? "no limit" : countOf(comparisons.length, "limit");
      return [
        problem(
          "bound-arguments",
          "error",
          `bound() takes exactly one limit, here are ${given}: write one of upper=, lower=, equal=, notequal=, and a bound() for each further one.`,
          range,
        ),
      ];
    }
    if (!ofNumber)
      return [
        problem(
          "bound-arguments",
          "error",
          "bound() checks a number, and this is none: write each bound() on what gives the number.",
          range,
        ),
      ];
    return numeric
      ? []
      : [
          problem(
            "bound-arguments",
            "error",
            `A bound compares with a number: write bound(${comparisons[0] ?? "upper"}=0.5) with your limit.`,
            range,
          ),
        ];
  });
