import { problem, type Rule } from "./rule.js";

/** An operator cannot give a generator, which lives in one process. The runtime says the same in `decorator.py`. */
export const generatorAsList: Rule = ({ facts }) =>
  facts.operatorCalls
    .filter(({ yields }) => yields)
    .map(({ name, range }) =>
      problem(
        "generator-as-list",
        "information",
        `\`${name}\` yields, so what it gives is the list of all that it yields.`,
        range,
      ),
    );
