import type { OperatorCall } from "../model/facts.js";
import { countOf } from "../model/words.js";
import { listed, problem, type Rule } from "./rule.js";

/** Operators take the arguments of their function, by place or by name. */
export const callArguments: Rule = ({ facts }) =>
  facts.operatorCalls.flatMap((call) => [
    ...byName(call),
    ...tooMany(call),
    ...setsOfArtifacts(call),
    ...keysOfArtifacts(call),
  ]);

function byName(call: OperatorCall): ReturnType<Rule> {
  const names = call.parameters.filter((parameter) => parameter.byName).map(({ name }) => `\`${name}\``);
  return call.keywords.flatMap(({ name, range }) => {
    const known = call.parameters.find((parameter) => parameter.byName && parameter.name === name);
    if (known?.byPlace === true)
      return [problem("argument-twice", "error", `\`${call.callee}\` is given its argument \`${name}\` twice.`, range)];
    if (known !== undefined || call.takesAnyName) return [];
    const has = names.length === 0 ? "it takes none by name" : `it has ${listed(names)}`;
    return [problem("unknown-argument", "error", `\`${call.callee}\` has no argument \`${name}\`: ${has}.`, range)];
  });
}

function tooMany(call: OperatorCall): ReturnType<Rule> {
  if (call.takesAnyPlace || call.positional <= call.parameters.length) return [];
  const takes = call.parameters.length === 0 ? "no argument" : listed(call.parameters.map(({ name }) => `\`${name}\``));
  return [
    problem(
      "too-many-arguments",
      "error",
      `\`${call.callee}\` takes ${takes}, but is given ${countOf(call.positional, "argument")}: take the others out, or add them to the function.`,
      call.range,
    ),
  ];
}

/** The runtime says the same in `arguments.py`. */
function keysOfArtifacts({ name, wrongKeys }: OperatorCall): ReturnType<Rule> {
  return wrongKeys.map(({ shown, range }) =>
    problem(
      "key-of-artifact",
      "error",
      `\`${name}\` is given a dictionary with artifacts under ${shown === undefined ? "a key of another kind" : `the key ${shown}`}: use texts or whole numbers as keys`,
      range,
    ),
  );
}

function setsOfArtifacts({ callee, sets }: OperatorCall): ReturnType<Rule> {
  return sets.map((range) =>
    problem(
      "artifacts-in-set",
      "error",
      `\`${callee}\` is given artifacts in a set, which has no order: give it a list or a tuple of them.`,
      range,
    ),
  );
}
