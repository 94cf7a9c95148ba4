import type { OperatorCall } from "../../model/facts.js";
import type { KnownFile } from "../knowledge.js";
import { isSame } from "../place.js";
import { appending, type Edit, type Fixer } from "./fix.js";

/** Arguments that are missing and by whose names artifacts are known. */
export const missingArgument: Fixer = (file, problem) => {
  const call = file.known.facts.operatorCalls.find(({ range }) => isSame(range, problem));
  if (call === undefined || call.open || call.keywords.length > 0) return [];
  const missing = call.parameters
    .slice(call.positional)
    .filter(({ required }) => required)
    .map(({ name }) => name);
  if (missing.length === 0 || !missing.every((name) => call.atHand.includes(name))) return [];
  const names = missing.join(", ");
  return [{ title: `Pass ${names} to ${call.callee}`, edits: [appending(file, call.range, names)], isPreferred: true }];
};

/** Keywords of a call as positions, in the order of the function's parameters. */
export const keywordArgument: Fixer = (file, problem) => {
  const call = file.known.facts.operatorCalls.find(({ keywords }) =>
    keywords.some(({ range }) => isSame(range, problem)),
  );
  const edits = call && positionalEdits(file, call);
  return edits === undefined
    ? []
    : [
        {
          title:
            edits.length === 1 ? "Write the value alone" : "Write the values alone, in the order of the parameters",
          edits,
          isPreferred: true,
        },
      ];
};

/** Undefined where a parameter in between is left to its default. */
function positionalEdits(
  { lines }: KnownFile,
  { keywords, parameters, positional, open }: OperatorCall,
): Edit[] | undefined {
  const wanted = parameters
    .slice(positional, positional + keywords.length)
    .map(({ name }) => keywords.find((keyword) => keyword.name === name));
  if (open || wanted.length < keywords.length || wanted.includes(undefined)) return undefined;
  const inText = [...keywords].sort(
    ({ range: one }, { range: other }) => one.line - other.line || one.column - other.column,
  );
  return inText.map(({ range }, index) => ({ range, newText: valueOf(lines.slice(wanted[index]?.range ?? range)) }));
}

function valueOf(argument: string): string {
  return argument.replace(/^\w+\s*=\s*/, "");
}
