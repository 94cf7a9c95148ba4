import { problem, type Rule } from "./rule.js";

/** Calls that are lost, since a later one takes their place. The runtime says the same in `recording/replacing.py`. */
export const replacedCall: Rule = ({ facts }) =>
  facts.replacedCalls
    .filter(({ isOther }) => isOther)
    .map(({ kind, formerLine, range }) =>
      problem(
        "replaced-call",
        "information",
        kind === "save"
          ? `This save takes the place of that on line ${formerLine}, of the same artifact into the same table: only this one is made.`
          : `This ${kind} takes the place of that on line ${formerLine}, which has the same name and the same inputs: write name= to have both.`,
        range,
      ),
    );
