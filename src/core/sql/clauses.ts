import type { Token } from "./lexer.js";

/** In which part of a statement a token stands. `queries/clauses.py` tells the same. */
export interface Place {
  /** The word that began the part, `order by` for two. */
  readonly clause: string;
  /** The word before the bracket around it. */
  readonly opener: string;
  /** A table's name is expected here. */
  readonly table: boolean;
}

/** Tokens of a statement without its comments, as words and signs. */
export class Tokens {
  constructor(
    readonly text: string,
    readonly all: readonly Token[],
  ) {}

  at(number: number): Token | undefined {
    return this.all[number];
  }

  written(number: number): string {
    const token = this.all[number];
    return token === undefined ? "" : this.text.slice(token.start, token.end);
  }

  /** A word in small letters; empty for any other token, and where there is none. */
  word(number: number): string {
    return this.all[number]?.kind === "word" ? this.written(number).toLowerCase() : "";
  }

  /** A sign; empty for any other token, and where there is none. */
  sign(number: number): string {
    return this.all[number]?.kind === "sign" ? this.written(number) : "";
  }
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

const clauses = wordSet(
  "select where having limit offset union except intersect returning set values window fetch for on using",
);
const tables = wordSet("from join on using");
const notQueries = wordSet(
  "insert update delete merge replace create drop alter rename truncate grant revoke copy load begin commit rollback " +
    "optimize repair flush kill purge",
);
const partsOfAQuery = wordSet("insert update delete merge");
const givesRows = wordSet("select with values table explain show (");

interface Level {
  readonly opener: string;
  clause: string;
  reads: boolean;
}

/** The place of each token. */
export function placesOf(tokens: Tokens): readonly Place[] {
  const levels: Level[] = [];
  let level: Level = { opener: "", clause: "", reads: false };
  return tokens.all.map((_, number) => {
    const word = tokens.word(number);
    const sign = tokens.sign(number);
    const before = tokens.word(number - 1) || tokens.sign(number - 1);
    const table =
      ((before === "from" || before === "only") && level.clause === "from") ||
      ["join", "into", "table"].includes(before) ||
      (before === "," && tables.has(level.clause));
    const place = { clause: level.clause, opener: level.opener, table };
    if (sign === "(") {
      levels.push(level);
      level = { opener: before, clause: "", reads: false };
    } else if (sign === ")") level = levels.pop() ?? level;
    else if (word !== "") enter(level, word, before, tokens.word(number - 2));
    return place;
  });
}

function enter(level: Level, word: string, before: string, second: string): void {
  if (word === "from") {
    const distinct = before === "distinct" && (second === "is" || second === "not");
    if (level.reads && !distinct) level.clause = "from";
  } else if (word === "join") level.clause = "join";
  else if (word === "by") level.clause = `${before} by`;
  else if (clauses.has(word)) {
    level.clause = word;
    level.reads ||= word === "select";
  }
}

/** The word, in capitals, of a statement that is no query, or of the part of a WITH that is none; else empty. */
export function changesData(tokens: Tokens): string {
  let begins = 0;
  let depth = 0;
  for (const number of tokens.all.keys()) {
    const sign = tokens.sign(number);
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    const word = tokens.word(number);
    if (tokens.sign(number - 1) === ";") {
      begins = number;
      depth = 0;
    }
    if (number === begins && notQueries.has(word)) return word.toUpperCase();
    if ((word === "outfile" || word === "dumpfile") && tokens.word(number - 1) === "into")
      return `INTO ${word.toUpperCase()}`;
    if (!partsOfAQuery.has(word)) continue;
    const opened = tokens.sign(number - 1) === "(" && ["as", "materialized"].includes(tokens.word(number - 2));
    const behind = depth === 0 && tokens.word(begins) === "with" && tokens.sign(number - 1) === ")";
    if (opened || behind || (depth === 0 && isCarriedOut(tokens, begins, number))) return word.toUpperCase();
  }
  return "";
}

/** Whether what is explained is carried out, too, by the words before it, of which none is a query's. */
function isCarriedOut(tokens: Tokens, begins: number, number: number): boolean {
  if (!["explain", "analyze"].includes(tokens.word(begins))) return false;
  const before = tokens.all.slice(begins, number).map((_, place) => tokens.word(begins + place));
  return before.includes("analyze") && !before.includes("select");
}

/**
 * Where a statement begins behind one that gives rows itself; undefined: there is none. Drivers differ in whose rows they give.
 * One behind `SET …` or the like is for the database to judge.
 */
export function secondStatement(tokens: Tokens): number | undefined {
  let begins = 0;
  for (const [number, token] of tokens.all.entries()) {
    if (tokens.sign(number - 1) !== ";") continue;
    const first = tokens.word(begins) || tokens.sign(begins);
    const isEmpty = tokens.sign(number) === ";";
    if (givesRows.has(first) && !isEmpty) return token.start;
    if (first === ";" || !isEmpty) begins = number;
  }
  return undefined;
}

/** A name in small letters, without its quotes; empty for any other token. */
function bare(tokens: Tokens, number: number): string {
  const token = tokens.at(number);
  return token?.kind === "name" && token.inner !== undefined
    ? tokens.text.slice(token.inner.start, token.inner.end).toLowerCase()
    : tokens.word(number);
}

/** The names of the tables that a statement reads, in small letters; of `schema.table` none: it can mean no other. */
export function tablesOf(tokens: Tokens): readonly string[] {
  return placesOf(tokens).flatMap(({ table }, number) =>
    table && bare(tokens, number) !== "" && tokens.sign(number + 1) !== "." ? [bare(tokens, number)] : [],
  );
}

interface OwnNames {
  readonly recursive: boolean;
  readonly names: readonly { readonly name: string; readonly start: number }[];
}

/** Whether the WITH that a statement begins with is recursive, and the names that it gives. */
export function ownNames(tokens: Tokens): OwnNames {
  if (tokens.word(0) !== "with") return { recursive: false, names: [] };
  const recursive = tokens.word(1) === "recursive";
  const names = [];
  let depth = 0;
  let expected = recursive ? 2 : 1;
  for (const [number, { start }] of tokens.all.entries()) {
    const sign = tokens.sign(number);
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (number === expected && bare(tokens, number) !== "") names.push({ name: bare(tokens, number), start });
    if (depth === 0 && sign === ",") expected = number + 1;
    else if (depth === 0 && tokens.word(number) === "select") break;
  }
  return { recursive, names };
}
