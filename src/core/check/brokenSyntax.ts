import { problem, type Rule } from "./rule.js";

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

export const brokenSyntax: Rule = ({ facts }) =>
  facts.faults.flatMap((fault) => {
    switch (fault.kind) {
      case "unclosedBracket":
        return [
          problem(
            "unclosed-bracket",
            "error",
            `This ${fault.bracket} is never closed: write ${closing[fault.bracket] ?? "its counterpart"} where it ends.`,
            fault.range,
          ),
        ];
      case "missing":
        return [problem("broken-syntax", "error", `Something is missing here: write ${fault.token}.`, fault.range)];
      case "unreadable":
        return [
          problem(
            "broken-syntax",
            "error",
            `Python cannot read this statement${fault.found === "" ? "" : ` from ${quoted(fault.found)} on`}: complete it, or take it out.`,
            fault.range,
          ),
        ];
      case "unterminatedString":
        return [];
    }
  });

function quoted(text: string): string {
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
}
