import type { OperatorCall } from "../model/facts.js";
import { listed, problem, type Rule } from "./rule.js";

export const missingArgument: Rule = ({ facts }) =>
  facts.operatorCalls.flatMap((call) => (call.open ? [] : inCall(call)));

function inCall(call: OperatorCall): ReturnType<Rule> {
  const given = new Set(call.keywords.map(({ name }) => name));
  const missing = call.parameters
    .filter(({ name, required, byName, byPlace }) => required && !byPlace && !(byName && given.has(name)))
    .map(({ name }) => name);
  if (missing.length > 0) {
    const what =
      missing.length === 1
        ? `its argument \`${missing[0] ?? ""}\``
        : `its arguments ${listed(missing.map((name) => `\`${name}\``))}`;
    return [
      problem(
        "missing-argument",
        "error",
        `\`${call.callee}\` is called without ${what}: ${advice(call, missing)}`,
        call.range,
      ),
    ];
  }
  if ((call.kind === "metric" || call.kind === "check") && call.positional + call.keywords.length === 0) {
    return [
      problem(
        "missing-argument",
        "error",
        `The ${call.kind} \`${call.callee}\` needs at least one argument: pass it the artifact that it looks at.`,
        call.range,
      ),
    ];
  }
  return [];
}

function advice(call: OperatorCall, missing: readonly string[]): string {
  const atHand = missing.every((name) => call.atHand.includes(name));
  if (atHand && call.positional === 0) return `write ${call.callee}(${missing.join(", ")}).`;
  return atHand
    ? `add ${listed(missing.map((name) => `\`${name}\``))} to the call.`
    : "pass it an artifact or a value.";
}
