import type { ProcessStateSet } from "../model/facts.js";
import { listed, problem, type Rule } from "./rule.js";

/** State of the process that the top level sets: it is not there in the processes of operators. Editors show hints in no list, and this can change a value. */
export const processState: Rule = ({ facts }) =>
  facts.processStates.map((state) => problem("process-state", "information", messageOf(state), state.range));

function messageOf({ written, how }: ProcessStateSet): string {
  const isOne = written.length === 1;
  const verb = {
    called: isOne ? "has an effect" : "have an effect",
    set: isOne ? "is set" : "are set",
    removed: isOne ? "is removed" : "are removed",
  }[how];
  const what = { called: "Call", set: "Set", removed: "Remove" }[how];
  const it = isOne ? "it" : "them";
  const names = listed(written.map((one) => `\`${one}\``));
  return `${names} ${verb} here only: operators run in processes of their own and do not see ${it}. ${what} ${it} inside the operators that need ${it}.`;
}
