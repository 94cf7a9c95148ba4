import { listed, problem, type Rule } from "./rule.js";
import { countOf } from "../model/words.js";

/** Operators take their arguments by position, as many as the function has. */
export const callArguments: Rule = ({ facts }) =>
  facts.operatorCalls.flatMap((call) => {
    const keywords = call.keywords.map(({ name, range }) =>
      problem(
        "keyword-argument",
        "error",
        `\`${call.callee}\` takes its arguments by position: write the value alone, without ${name}=.`,
        range,
      ),
    );
    if (call.variadic || call.positional <= call.parameters.length) return keywords;
    const takes =
      call.parameters.length === 0 ? "no argument" : listed(call.parameters.map(({ name }) => `\`${name}\``));
    return [
      ...keywords,
      problem(
        "too-many-arguments",
        "error",
        `\`${call.callee}\` takes ${takes}, but is given ${countOf(call.positional, "argument")}: take the others out, or add them to the function.`,
        call.range,
      ),
    ];
  });
