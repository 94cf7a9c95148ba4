"""Tables out of and into a database, through SQLAlchemy; SQLite works without it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, Union

from aqueduct.databases import CannotWrite, DatabaseError, MissingTable, TableExists, open_database

if TYPE_CHECKING:
    from aqueduct.databases.saves import Saved

__all__ = ["CannotWrite", "DatabaseError", "MissingTable", "TableExists", "extract", "save"]

_PLACEHOLDER = re.compile(r"\$(\d+)|\{\{\s*([^{}]+?)\s*\}\}")
_PREVIOUS = re.compile(r"\$(?!\d)")


def extract(url: str, query: Union[str, Sequence[str]], parameters: Mapping[str, object], order: Sequence[str]) -> Any:
    """The DataFrame of a query, or of a chain of queries in which `$` stands for the one before.

    `$1` and `{{ name }}` stand for the parameters, bound as values and never pasted as text; `order` gives the names
    that `$1`, `$2` … stand for. Raises MissingTable and DatabaseError.
    """
    text, bound = bind(chained([query] if isinstance(query, str) else list(query)), parameters, order)
    with closing(open_database(url, must_exist=True)) as database:
        return database.read(text, bound)


def save(url: str, table: Any, name: str, mode: str) -> Saved:
    """Writes a DataFrame into table `name`: a failure leaves the table as it was.

    `mode` is replace, append or fail; the index is not written. Raises TableExists, DatabaseError, and CannotWrite where a
    column has no type in the database.
    """
    with closing(open_database(url, must_exist=False)) as database:
        return database.save(table, name, mode)


def chained(queries: Sequence[str]) -> str:
    """One statement out of a chain: each query but the last becomes a named part of a WITH."""
    plain = [query.strip().rstrip(";").rstrip() for query in queries]
    if len(plain) == 1:
        return plain[0]
    parts = []
    for number, query in enumerate(plain):
        previous = f"aqueduct_query_{number - 1}"
        parts.append(query if number == 0 else _PREVIOUS.sub(previous, query))
    named = ", ".join(f"aqueduct_query_{number} AS ({query})" for number, query in enumerate(parts[:-1]))
    return f"WITH {named} {parts[-1]}"


def bind(text: str, parameters: Mapping[str, object], order: Sequence[str]) -> tuple[str, dict[str, object]]:
    """The query with `:p1`, `:p2` … for its placeholders, and their values; other text stays as it is.

    A placeholder that names no parameter is left alone: it may be text of the query's own.
    """
    bound: dict[str, object] = {}

    def replace(found: re.Match[str]) -> str:
        number, name = found.groups()
        key = name if name is not None else order[int(number) - 1] if 0 < int(number) <= len(order) else None
        if key is None or key not in parameters:
            return found.group()
        slot = f"aqueduct_p{list(parameters).index(key) + 1}"
        bound[slot] = parameters[key]
        return f":{slot}"

    return _PLACEHOLDER.sub(replace, text), bound
