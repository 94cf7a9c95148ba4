import { type Tokens, wordSet } from "./clauses.js";
import type { Dialect } from "./dialect.js";

const mayStandBeforeText = wordSet(
  "select distinct all any some where and or xor not in like ilike rlike regexp glob match similar to between is " +
    "then else when case on having by limit offset values set returning escape from union except intersect using " +
    "div mod separator sounds against collate as only with within filter over for binary first last " +
    "leading trailing both",
);
const units = wordSet("year month day hour minute second week quarter microsecond");
const mysqlTypes = wordSet("date time timestamp");
const otherTypes = wordSet("date time timestamp interval");
const zoned = wordSet("time timestamp");

/** `DATE '…'`: its type as written, and whether a cast can stand for it. */
interface TypedLiteral {
  readonly written: string;
  readonly castable: boolean;
}

/** The type that words before a value give to it; undefined: a value without one. */
export function typedLiteral(tokens: Tokens, number: number, dialect: Dialect): TypedLiteral | undefined {
  const first = typeStart(tokens, number);
  if (first === undefined) return undefined;
  const written = tokens.text.slice(tokens.at(first)?.start, tokens.at(number - 1)?.end);
  const word = tokens.word(first);
  const unit = word === "interval" && units.has(tokens.word(number + 1));
  switch (dialect.name) {
    case "mysql":
      return unit ? undefined : { written, castable: mysqlTypes.has(word) };
    case "postgresql":
      return { written, castable: !unit };
    case "sqlite":
    case "mssql":
      return { written, castable: false };
    case "other":
      return { written, castable: !unit && otherTypes.has(written.toLowerCase()) };
  }
}

/** The number of the first token of the type before a value. */
function typeStart(tokens: Tokens, number: number): number | undefined {
  const last = tokens.word(number - 1);
  const second = tokens.word(number - 2);
  if (last === "zone" && second === "time") {
    const isType = ["with", "without"].includes(tokens.word(number - 3)) && zoned.has(tokens.word(number - 4));
    return isType ? number - 4 : undefined;
  }
  if (last === "precision" && second === "double") return number - 2;
  if (tokens.sign(number - 1) === ")") {
    const isShort = tokens.sign(number - 3) === "(" && tokens.at(number - 2)?.kind === "number";
    const type = tokens.word(number - 4);
    return isShort && (zoned.has(type) || type === "interval") ? number - 4 : undefined;
  }
  return last === "" || mayStandBeforeText.has(last) ? undefined : number - 1;
}
