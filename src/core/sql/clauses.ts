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
  "insert update delete merge replace create drop alter truncate grant revoke copy load begin commit rollback",
);
const partsOfAQuery = wordSet("insert update delete merge");

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
  if (notQueries.has(tokens.word(0))) return tokens.word(0).toUpperCase();
  let depth = 0;
  for (const number of tokens.all.keys()) {
    const sign = tokens.sign(number);
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    const word = tokens.word(number);
    if (!partsOfAQuery.has(word)) continue;
    const opened = tokens.sign(number - 1) === "(" && ["as", "materialized"].includes(tokens.word(number - 2));
    const behind = depth === 0 && tokens.word(0) === "with" && tokens.sign(number - 1) === ")";
    if (opened || behind) return word.toUpperCase();
  }
  return "";
}
