import { problem, type Rule } from "./rule.js";

export const unterminatedString: Rule = ({ facts }) =>
  facts.faults.flatMap((fault) => {
    if (fault.kind !== "unterminatedString") return [];
    const { quote, content, range } = fault;
    const message =
      quote.length === 3
        ? `The string that begins here is never closed: write ${quote} where it ends.`
        : `This string has no closing quote: write ${quote}${meant(content)}${quote}.`;
    return [problem("unterminated-string", "error", message, range)];
  });

/** What was probably meant to stand in the quotes: brackets, commas and colons at the end of the line belong to the code around it. */
function meant(content: string): string {
  return content.replace(/[\s)\]},:]+$/, "");
}
