/** What counts for reading a query, where the kinds of databases differ. `queries/dialects.py` says the same. */
export interface Dialect {
  readonly name: "sqlite" | "postgresql" | "mysql" | "mssql" | "other";
  readonly nestedComments: boolean;
  readonly hashComments: boolean;
  /** A carriage return without a line feed ends a `--` comment. */
  readonly returnEndsComments: boolean;
  /** What stands in `/*! …` and `/*M! …` is carried out. */
  readonly executedComments: boolean;
  /** `--` begins a comment only before a blank. */
  readonly dashesNeedBlank: boolean;
  /** A backslash in a literal escapes what follows. */
  readonly backslashes: boolean;
  /** `"…"` is a literal; else it is a name. */
  readonly doubleQuotedText: boolean;
  readonly backticks: boolean;
  readonly brackets: boolean;
  readonly dollarQuotes: boolean;
  /** `E'…'` is a literal with backslashes. */
  readonly escapeText: boolean;
}

const plain: Omit<Dialect, "name"> = {
  nestedComments: false,
  hashComments: false,
  returnEndsComments: false,
  executedComments: false,
  dashesNeedBlank: false,
  backslashes: false,
  doubleQuotedText: false,
  backticks: false,
  brackets: false,
  dollarQuotes: false,
  escapeText: false,
};

const sqlite: Dialect = { ...plain, name: "sqlite", backticks: true, brackets: true };
const postgresql: Dialect = {
  ...plain,
  name: "postgresql",
  nestedComments: true,
  returnEndsComments: true,
  dollarQuotes: true,
  escapeText: true,
};
const mysql: Dialect = {
  ...plain,
  name: "mysql",
  hashComments: true,
  executedComments: true,
  dashesNeedBlank: true,
  backslashes: true,
  doubleQuotedText: true,
  backticks: true,
};

const mssql: Dialect = { ...plain, name: "mssql", nestedComments: true, returnEndsComments: true, brackets: true };

/** Of a database of which nothing is known. */
export const otherDialect: Dialect = { ...postgresql, name: "other", executedComments: true, backticks: true };

const schemes: ReadonlyMap<string, Dialect> = new Map([
  ["sqlite", sqlite],
  ["aqueduct", sqlite], // aqueduct:demo, the demo database
  ["postgresql", postgresql],
  ["postgres", postgresql],
  ["redshift", postgresql],
  ["cockroachdb", postgresql],
  ["mysql", mysql],
  ["mariadb", mysql],
  ["mssql", mssql],
]);

/** The dialect of the database at an SQLAlchemy URL. */
export function dialectOf(url: string): Dialect {
  const scheme = /^\w+/.exec(url)?.[0].toLowerCase();
  return (scheme === undefined ? undefined : schemes.get(scheme)) ?? otherDialect;
}
