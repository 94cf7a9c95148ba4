import type { SettingsCallee } from "../model/facts.js";
import { notUsed } from "../model/authoringApi.js";
import { problem, type Rule } from "./rule.js";

/** Why an argument of Aqueduct 0.3 has no effect here, by what is said of its callee. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = notUsed;

/** Arguments that are taken, so that older files work, and do nothing. */
export const argumentNotUsed: Rule = ({ facts }) =>
  facts.settings.flatMap(({ callee, given, range }) =>
    given.flatMap((name) => {
      const shown = isDecorator(callee) ? `@${callee}` : callee;
      const reason = reasons[shown]?.[name];
      return reason === undefined
        ? []
        : [problem("argument-not-used", "information", `${shown}(${name}=…) is not used: ${reason}`, range)];
    }),
  );

function isDecorator(callee: SettingsCallee): boolean {
  return callee === "op" || callee === "metric" || callee === "check";
}
