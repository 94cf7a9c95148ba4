import type { Dialect } from "./dialect.js";

/** What cannot be in a query, in one sentence each; `queries/sentences.py` says the same words. */

export function noQuery(word: string): string {
  return `An extract reads, and ${word} does not: save tables with db.save(…), and run other statements outside of the workflow.`;
}

export function secondStatement(): string {
  return "A query is one statement, and another one begins here: take it out, or give sql() a list of queries.";
}

export function hides(name: string): string {
  return `WITH names ${name}, which a query before reads as a table: in one statement that table would be hidden. Choose another name.`;
}

export function namesNothing(written: string, listed: number): string {
  if (!written.startsWith("$")) {
    const name = written.slice(2, -2).trim();
    return `The query names {{ ${name} }}, but there is no parameter '${name}': make it before with client.create_param('${name}', default=…).`;
  }
  const there = listed === 0 ? "no parameter is listed" : `the list ends with $${listed}`;
  return `The query names ${written}, but ${there}: list the parameters in the order of $1, $2, … with sql(parameters=[…]).`;
}

export function neverNamed(numbers: readonly number[]): string {
  const others = numbers.slice(0, -1).map((number) => `$${number}`);
  const last = `$${numbers.at(-1) ?? 1}`;
  const [written, them] = others.length === 0 ? [last, "it"] : [`${others.join(", ")} and ${last}`, "them"];
  return `The query never names ${written} of parameters=[…]: name ${them} in the query, or take ${them} out of the list.`;
}

export function noQueryBefore(): string {
  return "$ stands for the query before, and there is none: give sql() a list of queries, or name a parameter as $1.";
}

export function unclosed(written: string, quote: string): string {
  return `${written} stands behind a ${quote} that is never closed: close it.`;
}

export function prefixed(written: string, prefix: string): string {
  return `${written} stands in a literal that begins with ${prefix}', which no value can be put into: write it without quotes and give it a value of that type.`;
}

export function beside(written: string): string {
  return `${written} stands in one of two texts side by side: write them as one text.`;
}

export function typed(written: string, type: string, { name }: Dialect): string {
  if (name === "sqlite")
    return `${written} stands in a literal of the type ${type}, which SQLite does not have: leave ${type} out.`;
  if (type.toLowerCase() === "interval" && name !== "mysql")
    return `${written} stands in an INTERVAL whose unit is behind the quotes: write the unit in them, as in '${written} day'.`;
  return `${written} stands in a literal of the type ${type}, which no value can be put into: write CAST('${written}' AS …).`;
}

export function touchesText(written: string): string {
  return `${written} touches a text in quotes: write it within the quotes, or leave a blank.`;
}

export function executed(written: string): string {
  return `${written} stands in a comment that MySQL carries out, /*! … */: write it outside of the comment.`;
}

export function typeWanted(written: string): string {
  return `${written} stands where a type is named, which no value can: write the type in the query.`;
}

export function sorts(written: string, clause: string, { name }: Dialect): string {
  const quote = name === "mysql" ? "`" : '"';
  const words = clause.toUpperCase();
  return `${written} stands behind ${words} as a value, which is the same for every row: write ${words} ${quote}${written}${quote} where it is the name of a column.`;
}

export function selected(written: string, { name }: Dialect): string {
  const quote = name === "mysql" ? "`" : '"';
  return `${written} is selected as a value, the same in every row: write ${quote}${written}${quote} where it is the name of a column, or ${written} AS … where it is not.`;
}

export function listWanted(written: string): string {
  return `IN ${written} takes a list, and its value is none: give it a list, or write IN (${written}).`;
}

export function listNotWanted(written: string): string {
  return `The value of ${written} is a list, which only IN takes: write IN ${written}.`;
}

export function noText(written: string, kind: string): string {
  return `The value of ${written} is a ${kind}, which cannot stand in quotes: give it a text or a number.`;
}

export function noName(written: string): string {
  return `The value of ${written} stands for a name and is none: give it letters, digits and _ alone, or write "${written}" in quotes in the query.`;
}

export function notBindable(written: string, kind: string): string {
  return `The value of ${written} is a ${kind}, which no query takes: give it as text, such as json.dumps(…).`;
}
