import { isSame } from "../place.js";
import { appending, type Fixer } from "./fix.js";

/** Arguments that are missing and by whose names artifacts are known. */
export const missingArgument: Fixer = (file, problem) => {
  const call = file.known.facts.operatorCalls.find(({ range }) => isSame(range, problem));
  if (call === undefined || call.open || call.keywords.length > 0) return [];
  const missing = call.parameters.filter(({ required, byPlace }) => required && !byPlace).map(({ name }) => name);
  if (missing.length === 0 || !missing.every((name) => call.atHand.includes(name))) return [];
  const names = missing.join(", ");
  return [{ title: `Pass ${names} to ${call.callee}`, edits: [appending(file, call.range, names)], isPreferred: true }];
};
