"""Tables out of and into a database, through SQLAlchemy; SQLite works without it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Callable

from aqueduct.databases import DatabaseError, MissingTable, NoRows, TableExists, open_database
from aqueduct.queries import Given, WrongQuery, dialect_of, statement_of
from aqueduct.queries.names import every_row

__all__ = [
    "DatabaseError",
    "MissingTable",
    "NoRows",
    "Saved",
    "TableExists",
    "WrongQuery",
    "every_row_of",
    "extract",
    "save",
]


@dataclass(frozen=True)
class Saved:
    """What a save did: rows written, and the digest of docs/formats.md 7."""

    rows: int
    digest: str


def extract(
    url: str, texts: Sequence[str], given: Given, values: Sequence[object], say: Callable[[str], None] = print
) -> Any:
    """The DataFrame of a query, or of a chain of queries in which `$` stands for the one before.

    `$1` and `{{ name }}` stand for `values`, as `given` counts and names them: bound, never pasted as text. `say` is
    told, in one line, of columns whose type keeps digits that pandas would lose. Raises WrongQuery, MissingTable, NoRows
    and DatabaseError.
    """
    statement = statement_of(texts, dialect_of(url), given, values)
    with closing(open_database(url, must_exist=True)) as database:
        found = database.read(statement)
    from aqueduct.databases.frames import frame_of

    table, kept = frame_of(found)
    if kept:
        say(f"Columns with a type of their own: {' '.join(kept)}")
    return table


def every_row_of(url: str, name: str) -> str:
    """The query for all rows of a table, which may be named with its schema."""
    with closing(open_database(url, must_exist=True)) as database:
        segments = [name] if name in database.tables() else name.split(".")
    return every_row(segments, dialect_of(url))


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


def _appended(table: Any) -> Iterable[Sequence[object]]:
    present = table.notna()
    for place in range(len(table)):
        row, there = table.iloc[place], present.iloc[place]
        yield [_plain(value) if known else None for value, known in zip(row.tolist(), there.tolist())]


def _plain(value: object) -> object:
    item = getattr(value, "item", None)
    return item() if item is not None else value
