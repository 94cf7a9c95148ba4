"""How the kinds of databases differ in what their SQL looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Dialect:
    """What counts for reading a query, and how names are written into one."""

    name: str
    nested_comments: bool = False
    hash_comments: bool = False
    return_ends_comments: bool = False
    """A carriage return without a line feed ends a `--` comment."""
    executed_comments: bool = False
    """What stands in `/*! … */` and `/*M! … */` is carried out."""
    dashes_need_blank: bool = False
    """`--` begins a comment only before a blank."""
    backslashes: bool = False
    """A backslash in a literal escapes what follows."""
    double_quoted_text: bool = False
    """`"…"` is a literal; else it is a name."""
    backticks: bool = False
    brackets: bool = False
    dollar_quotes: bool = False
    escape_text: bool = False
    """`E'…'` is a literal with backslashes."""
    name_quote: str = '"'
    """What a name is written in; empty: names are written as they are."""
    lower_names: bool = False
    """A name without quotes means the one in small letters."""


SQLITE = Dialect("sqlite", backticks=True, brackets=True, name_quote="`")
POSTGRESQL = Dialect(
    "postgresql",
    nested_comments=True,
    return_ends_comments=True,
    dollar_quotes=True,
    escape_text=True,
    lower_names=True,
)
MYSQL = Dialect(
    "mysql",
    hash_comments=True,
    executed_comments=True,
    dashes_need_blank=True,
    backslashes=True,
    double_quoted_text=True,
    backticks=True,
    name_quote="`",
)
MSSQL = Dialect("mssql", nested_comments=True, return_ends_comments=True, brackets=True, name_quote="[")
OTHER = Dialect(
    "other",
    nested_comments=True,
    return_ends_comments=True,
    executed_comments=True,
    dollar_quotes=True,
    escape_text=True,
    backticks=True,
    name_quote="",
)

_NAMED = {dialect.name: dialect for dialect in (SQLITE, POSTGRESQL, MYSQL, MSSQL, OTHER)}
_SCHEMES = {
    "sqlite": SQLITE,
    "aqueduct": SQLITE,  # aqueduct:demo, the demo database
    "postgresql": POSTGRESQL,
    "postgres": POSTGRESQL,
    "redshift": POSTGRESQL,
    "cockroachdb": POSTGRESQL,
    "mysql": MYSQL,
    "mariadb": MYSQL,
    "mssql": MSSQL,
}


_TRIED = frozenset({"sqlite", "aqueduct", "postgresql", "postgres", "mysql", "mariadb"})


def not_tried(url: str) -> str:
    """A sentence where the database is of a kind that Aqueduct has not been tried with; else empty."""
    scheme = re.match(r"[A-Za-z0-9_]+", url)
    if scheme is None or scheme.group().lower() in _TRIED:
        return ""
    return f"Aqueduct has not been tried with databases of the kind {scheme.group()}: look at what is read and saved."


def dialect_named(name: str) -> Dialect:
    """The dialect of a name; `OTHER` where nothing is known of it."""
    return _NAMED.get(name, OTHER)


def dialect_of(url: str) -> Dialect:
    """The dialect of the database at an SQLAlchemy URL."""
    scheme = re.match(r"[A-Za-z0-9_]+", url)
    return OTHER if scheme is None else _SCHEMES.get(scheme.group().lower(), OTHER)
