"""Tables out of and into a database, through SQLAlchemy; SQLite works without it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Union

from aqueduct.databases import DatabaseError, MissingTable, TableExists, open_database

__all__ = ["DatabaseError", "MissingTable", "Saved", "TableExists", "extract", "save"]

_PLACEHOLDER = re.compile(r"\$(\d+)|\{\{\s*([^{}]+?)\s*\}\}")
_PREVIOUS = re.compile(r"\$(?!\d)")


@dataclass(frozen=True)
class Saved:
    """What a save did: rows written, and the digest of docs/formats.md 7."""

    rows: int
    digest: str


def extract(url: str, query: Union[str, Sequence[str]], parameters: Mapping[str, object], order: Sequence[str]) -> Any:
    """The DataFrame of a query, or of a chain of queries in which `$` stands for the one before.

    `$1` and `{{ name }}` stand for the parameters, bound as values and never pasted as text; `order` gives the names
    that `$1`, `$2` … stand for. Raises MissingTable and DatabaseError.
    """
    text, bound = bind(chained([query] if isinstance(query, str) else list(query)), parameters, order)
    with closing(open_database(url, must_exist=True)) as database:
        return database.read(text, bound)


def save(url: str, table: Any, name: str, mode: str) -> Saved:
    """Writes a DataFrame into table `name` in one transaction: a failure leaves the table as it was.

    `mode` is replace, append or fail; the index is not written. Raises TableExists, DatabaseError, and ValueError or
    TypeError where a column has no type in the database.
    """
    with closing(open_database(url, must_exist=False)) as database, database.transaction():
        database.write(table, name, mode)
        rows = _appended(table) if mode == "append" else database.rows(name)
        return digest(rows)


def digest(rows: Iterable[Sequence[object]]) -> Saved:
    """Counts and digests rows as docs/formats.md 7 says."""
    total, summed = 0, hashlib.sha256()
    for row in rows:
        line = json.dumps(list(row), separators=(",", ":"), ensure_ascii=False, default=str) + "\n"
        summed.update(line.encode("utf-8", "surrogatepass"))
        total += 1
    return Saved(total, summed.hexdigest())


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


def _appended(table: Any) -> Iterable[Sequence[object]]:
    present = table.notna()
    for place in range(len(table)):
        row, there = table.iloc[place], present.iloc[place]
        yield [_plain(value) if known else None for value, known in zip(row.tolist(), there.tolist())]


def _plain(value: object) -> object:
    item = getattr(value, "item", None)
    return item() if item is not None else value
