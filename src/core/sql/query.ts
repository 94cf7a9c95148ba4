import type { ArtifactType } from "../model/workflow.js";
import { changesData, ownNames, type Place, placesOf, secondStatement, tablesOf, Tokens, wordSet } from "./clauses.js";
import { type Dialect, otherDialect } from "./dialect.js";
import { type Inner, placeholderPattern, type Token, tokensOf } from "./lexer.js";
import * as sentences from "./sentences.js";
import { typedLiteral } from "./typedLiteral.js";

type ValuePlace = "value" | "list" | "list item" | "literal" | "typed literal" | "name" | "table" | "quoted name";

/** One placeholder of a query, and where it stands. */
interface Placeholder {
  readonly written: string;
  readonly where: ValuePlace | "comment" | "unnamed" | "wrong";
  readonly start: number;
  /** The number of the input that it stands for, from 0; undefined: none. */
  readonly input?: number | "today";
  /** A value that is a column of the result, without a name of its own. */
  readonly selected?: true;
}

/** What cannot be, in one sentence. */
export interface QueryProblem {
  readonly start: number;
  readonly message: string;
}

export interface QueryReading {
  readonly placeholders: readonly Placeholder[];
  readonly problems: readonly QueryProblem[];
}

/** What a query can name: how many parameters are listed for `$1`, `$2` …, and the names that stand in braces. */
export interface Given {
  readonly listed: number;
  readonly tags: readonly string[];
  /** The query is the first of its chain: `$` stands for none before it. */
  readonly first: boolean;
  /** The queries before it, where it is the last of its chain. */
  readonly before?: readonly string[];
}

/** What one query of a chain can name, beside what all of it can. */
export function placeInChain(number: number, texts: readonly string[]): Pick<Given, "first" | "before"> {
  return { first: number === 0, before: number === texts.length - 1 ? texts.slice(0, number) : [] };
}

/** The names in braces outside of comments, each once, whatever the database. */
export function tagsOf(texts: readonly string[]): readonly string[] {
  const names = texts.flatMap((text) =>
    tokensOf(text, otherDialect)
      .filter(({ kind }) => kind !== "comment")
      .flatMap(({ start, end }) =>
        [...text.slice(start, end).matchAll(placeholderPattern)].flatMap(({ groups }) => groups?.["name"] ?? []),
      ),
  );
  return [...new Set(names)];
}

/** Where the placeholders of a query stand, and what cannot be. `queries/places.py` tells the same. */
export function readQuery(text: string, dialect: Dialect, given: Given): QueryReading {
  return new Reader(text, dialect, given).read();
}

/** Lists where none can be, and none where one is wanted, told from the types of the inputs. */
export function unfit(
  { placeholders }: QueryReading,
  types: readonly ArtifactType[],
  dialect: Dialect,
): readonly QueryProblem[] {
  return placeholders.flatMap(({ written, where, start, input }) => {
    const type = input === "today" ? "string" : input === undefined ? undefined : types[input];
    const message = type === undefined ? undefined : misfit(written, where, type, dialect);
    return message === undefined ? [] : [{ start, message }];
  });
}

/** Texts that are selected as they are, where a column's name may have been meant. */
export function doubtful(
  { placeholders }: QueryReading,
  types: readonly ArtifactType[],
  dialect: Dialect,
): readonly QueryProblem[] {
  return placeholders
    .filter(({ selected, input }) => selected === true && typeof input === "number" && types[input] === "string")
    .map(({ start, written }) => ({ start, message: sentences.selected(written, dialect) }));
}

/**
 * Parameters that are listed, and that no query of a chain names; undefined: none.
 *
 * @param byName the places, from 0, of those that stand in braces
 */
export function neverNamed(
  readings: readonly QueryReading[],
  listed: number,
  byName: readonly number[] = [],
): string | undefined {
  const named = new Set(readings.flatMap(({ placeholders }) => placeholders.map(({ input }) => input)).concat(byName));
  const numbers = Array.from({ length: listed }, (_, place) => place).filter((place) => !named.has(place));
  return numbers.length === 0 ? undefined : sentences.neverNamed(numbers.map((place) => place + 1));
}

const names: ReadonlySet<Placeholder["where"]> = new Set(["name", "table", "quoted name"]);
const quotedPlaces: ReadonlySet<Placeholder["where"]> = new Set(["literal", "typed literal"]);
const scalars: ReadonlySet<ArtifactType> = new Set(["string", "numeric", "boolean", "bytes"]);

function misfit(
  written: string,
  where: Placeholder["where"],
  type: ArtifactType,
  { name: dialect }: Dialect,
): string | undefined {
  if (where === "comment" || where === "unnamed" || where === "wrong") return undefined;
  const isList = type === "list" || type === "tuple";
  if ((isList || type === "dictionary") && names.has(where)) return sentences.noName(written);
  if (isList) {
    if (where === "list" || where === "list item") return undefined;
    if (where === "value")
      return dialect === "postgresql" || dialect === "other" ? undefined : sentences.listNotWanted(written);
    return sentences.noText(written, type);
  }
  if (scalars.has(type) && where === "list") return sentences.listWanted(written);
  if (type !== "dictionary") return undefined;
  return quotedPlaces.has(where) ? sentences.noText(written, "dict") : sentences.notBindable(written, "dict");
}

const sorting = wordSet("order group partition distribute cluster sort");
const endsASort = wordSet(
  "asc desc nulls limit offset fetch having union except intersect rows range window for collate order",
);
const casts = wordSet("cast try_cast safe_cast convert");
const typesBeforeValues = wordSet("date time timestamp timetz timestamptz datetime interval");

interface Named {
  readonly written: string;
  readonly start: number;
  readonly input: number | "today" | undefined;
}

function statementOf(text: string, all: readonly Token[]): Tokens {
  return new Tokens(
    text,
    all.filter(({ kind }) => kind !== "comment"),
  );
}

class Reader {
  readonly #placeholders: Placeholder[] = [];
  readonly #problems: QueryProblem[] = [];
  readonly #all: readonly Token[];
  readonly #tokens: Tokens;
  readonly #places: readonly Place[];

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
    private readonly given: Given,
  ) {
    this.#all = tokensOf(text, dialect);
    this.#tokens = statementOf(text, this.#all);
    this.#places = placesOf(this.#tokens);
  }

  read(): QueryReading {
    const changes = changesData(this.#tokens);
    if (changes !== "") this.#problem(0, sentences.noQuery(changes));
    const second = secondStatement(this.#tokens);
    if (second !== undefined && changes === "") this.#problem(second, sentences.secondStatement());
    this.#hidden();
    for (const { start, end } of this.#all.filter(({ kind }) => kind === "comment"))
      for (const { written, start: at } of this.#within(start, end))
        this.#placeholders.push({ written, where: "comment", start: at });
    for (let number = 0; number < this.#tokens.all.length; number++) {
      const token = this.#tokens.at(number);
      if (token?.inner !== undefined) this.#quoted(number, token, token.inner);
      else if (token?.kind === "placeholder") number = this.#plain(number);
      else if (token?.kind === "previous" && this.given.first) this.#problem(token.start, sentences.noQueryBefore());
    }
    return { placeholders: this.#placeholders, problems: this.#problems };
  }

  /** The WITH of a chain's last query joins the one of the chain, where some databases read forwards, too. */
  #hidden(): void {
    const { before = [] } = this.given;
    const { recursive, names: own } = ownNames(this.#tokens);
    if (!recursive && this.dialect.name !== "sqlite") return;
    const read = before.flatMap((text) => {
      const tokens = statementOf(text, tokensOf(text, this.dialect));
      const inner = new Set(ownNames(tokens).names.map(({ name }) => name));
      return tablesOf(tokens).filter((name) => !inner.has(name));
    });
    for (const { name, start } of own) if (read.includes(name)) this.#problem(start, sentences.hides(name));
  }

  #within(start: number, end: number): readonly Named[] {
    return [...this.text.slice(start, end).matchAll(placeholderPattern)].map(({ 0: written, index, groups }) => ({
      written,
      start: start + index,
      input: this.#inputOf(groups?.["number"], groups?.["name"]),
    }));
  }

  #inputOf(number: string | undefined, name: string | undefined): number | "today" | undefined {
    const { listed, tags } = this.given;
    if (number !== undefined) return Number(number) > 0 && Number(number) <= listed ? Number(number) - 1 : undefined;
    const place = tags.indexOf(name ?? "");
    if (place >= 0) return listed + place;
    return name === "today" ? "today" : undefined;
  }

  #quoted(number: number, token: Token, inner: Inner): void {
    const found = this.#within(inner.start, inner.end);
    const named = found.filter(({ input }) => input !== undefined);
    for (const one of found)
      if (one.input === undefined) this.#placeholders.push({ ...withoutInput(one), where: "unnamed" });
    const [first] = named;
    if (first === undefined) return;
    const { where, message } = this.#inQuotes(number, token, inner, first.written);
    const unclosed = inner.closed ? message : sentences.unclosed(first.written, inner.quote);
    this.#place(named, where, token.executed === true ? sentences.executed(first.written) : unclosed);
  }

  #inQuotes(number: number, token: Token, { prefix }: Inner, written: string): { where: ValuePlace; message?: string } {
    if (token.kind === "name" || this.#tokens.word(number - 1) === "as") return { where: "quoted name" };
    if (["B", "X", "U&"].includes(prefix)) return { where: "literal", message: sentences.prefixed(written, prefix) };
    if (this.#tokens.at(number - 1)?.kind === "text" || this.#tokens.at(number + 1)?.kind === "text")
      return { where: "literal", message: sentences.beside(written) };
    const typed = typedLiteral(this.#tokens, number, this.dialect);
    if (typed === undefined) return { where: "literal" };
    if (typed.castable) return { where: "typed literal" };
    return { where: "typed literal", message: sentences.typed(written, typed.written, this.dialect) };
  }

  /** Takes a placeholder outside of quotes, with all that it touches; gives the number of the last token of that. */
  #plain(number: number): number {
    let first = number;
    let last = number;
    while (this.#touches(first - 1, first)) first--;
    while (this.#touches(last, last + 1)) last++;
    const found = this.#tokens.all
      .slice(first, last + 1)
      .filter(({ kind }) => kind === "placeholder")
      .flatMap(({ start, end }) => this.#within(start, end));
    const nameless = found.filter(({ input }) => input === undefined);
    for (const one of nameless) {
      this.#placeholders.push({ ...withoutInput(one), where: "unnamed" });
      this.#problem(one.start, sentences.namesNothing(one.written, this.given.listed));
    }
    const [value] = found;
    if (nameless.length > 0 || value === undefined) {
      for (const one of found)
        if (one.input !== undefined) this.#placeholders.push({ ...withoutInput(one), where: "wrong" });
      return last;
    }
    const { where, message } = this.#outsideOfQuotes(first, last, value.written);
    this.#place(found, where, message, where === "value" && this.#isSelected(first, last) ? { selected: true } : {});
    return last;
  }

  /** Whether two neighbours make one name together. */
  #touches(left: number, right: number): boolean {
    const [one, other] = [this.#tokens.at(left), this.#tokens.at(right)];
    if (one === undefined || other === undefined || one.end !== other.start) return false;
    return [one, other].every(({ kind }) => kind === "placeholder" || kind === "word" || kind === "number");
  }

  #outsideOfQuotes(first: number, last: number, written: string): { where: ValuePlace; message?: string } {
    const tokens = this.#tokens;
    const place = this.#places[first];
    const before = tokens.word(first - 1);
    const opener = place?.opener ?? "";
    if (tokens.at(first)?.executed === true) return { where: "value", message: sentences.executed(written) };
    if (this.#isBeside(first, last, ({ kind }) => kind === "text"))
      return { where: "value", message: sentences.touchesText(written) };
    if (tokens.sign(first - 1) === "::" || (before === "as" && casts.has(opener)))
      return { where: "value", message: sentences.typeWanted(written) };
    const dotted = this.#isBeside(
      first,
      last,
      ({ kind, start, end }) => kind === "sign" && this.text.slice(start, end) === ".",
    );
    if (place?.table === true && first === last && !dotted) return { where: "table" };
    if (first < last || dotted || place?.table === true || before === "as" || before === "with" || opener === "using")
      return { where: "name" };
    if (this.#isSortedBy(first, last, place?.clause ?? ""))
      return { where: "value", message: sentences.sorts(written, place?.clause ?? "", this.dialect) };
    if (before === "in" && opener !== "position") return { where: "list" };
    if (this.#isItem(first, last)) return { where: "list item" };
    const typed = typesBeforeValues.has(before) ? typedLiteral(tokens, first, this.dialect) : undefined;
    if (typed === undefined) return { where: "value" };
    if (typed.castable) return { where: "typed literal" };
    return { where: "typed literal", message: sentences.typed(written, typed.written, this.dialect) };
  }

  /** Whether a value is an item of `IN (…)`, with or without brackets of its own. */
  #isItem(first: number, last: number): boolean {
    const [before, behind] = [this.#tokens.sign(first - 1), this.#tokens.sign(last + 1)];
    const { opener, clause } = this.#places[first] ?? {};
    if (before === "(" && behind === ")" && (opener === "(" || opener === ","))
      return this.#isItem(first - 1, last + 1);
    return opener === "in" && clause === "" && ["(", ","].includes(before) && [")", ","].includes(behind);
  }

  #isBeside(first: number, last: number, wanted: (token: Token) => boolean): boolean {
    const [left, right] = [this.#tokens.at(first - 1), this.#tokens.at(last + 1)];
    return (
      (left !== undefined && wanted(left) && left.end === this.#tokens.at(first)?.start) ||
      (right !== undefined && wanted(right) && right.start === this.#tokens.at(last)?.end)
    );
  }

  #isSortedBy(first: number, last: number, clause: string): boolean {
    const [kind = "", by] = clause.split(" ");
    if (by !== "by" || !sorting.has(kind)) return false;
    if (this.#tokens.word(first - 1) !== "by" && this.#tokens.sign(first - 1) !== ",") return false;
    return (
      this.#tokens.at(last + 1) === undefined ||
      [",", ")", ";"].includes(this.#tokens.sign(last + 1)) ||
      endsASort.has(this.#tokens.word(last + 1))
    );
  }

  #isSelected(first: number, last: number): boolean {
    const begins =
      ["select", "distinct"].includes(this.#tokens.word(first - 1)) || this.#tokens.sign(first - 1) === ",";
    const ends = this.#tokens.sign(last + 1) === "," || this.#tokens.word(last + 1) === "from";
    return this.#places[first]?.clause === "select" && begins && ends;
  }

  #place(
    found: readonly Named[],
    where: ValuePlace,
    message: string | undefined,
    selected: { readonly selected?: true } = {},
  ): void {
    for (const { written, start, input } of found)
      this.#placeholders.push({
        written,
        start,
        where: message === undefined ? where : "wrong",
        ...(input === undefined ? {} : { input }),
        ...selected,
      });
    const [first] = found;
    if (message !== undefined && first !== undefined) this.#problem(first.start, message);
  }

  #problem(start: number, message: string): void {
    this.#problems.push({ start, message });
  }
}

function withoutInput({ written, start }: Named): { readonly written: string; readonly start: number } {
  return { written, start };
}
