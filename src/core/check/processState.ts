import type { ProcessStateSet } from "../model/facts.js";
import { problem, type Rule } from "./rule.js";

/** State of the process that the top level sets: it is not there in the processes of operators. */
export const processState: Rule = ({ facts }) =>
  facts.processStates.map((state) => problem("process-state", "hint", messageOf(state), state.range));

function messageOf({ written, how }: ProcessStateSet): string {
  const verb = { called: "has an effect", set: "is set", removed: "is removed" }[how];
  const what = { called: "Call", set: "Set", removed: "Remove" }[how];
  return `\`${written}\` ${verb} here only: operators run in processes of their own and do not see it. ${what} it inside the operators that need it.`;
}
