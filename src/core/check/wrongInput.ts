import { problem, type Rule } from "./rule.js";

/** What may feed what: a metric feeds metrics and checks, a check nothing. */
export const wrongInput: Rule = ({ facts }) =>
  facts.operatorCalls.flatMap((call) =>
    call.given.flatMap(({ from, range }) => {
      if (from === "check")
        return [
          problem(
            "check-as-input",
            "error",
            `The result of a check goes to no operator: give \`${call.callee}\` the artifact that the check looks at.`,
            range,
          ),
        ];
      if (from === "metric" && call.kind === "function")
        return [
          problem(
            "metric-as-input",
            "error",
            `A metric goes to metrics and checks only: make \`${call.callee}\` a @metric or a @check, or have it compute the number itself.`,
            range,
          ),
        ];
      return [];
    }),
  );
