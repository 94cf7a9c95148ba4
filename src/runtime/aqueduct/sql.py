"""Tables out of and into a database, through SQLAlchemy; SQLite works without it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Callable

from aqueduct.databases import CannotWrite, DatabaseError, MissingTable, NoRows, TableExists, open_database
from aqueduct.queries import Given, WrongQuery, dialect_of, not_tried, statement_of
from aqueduct.queries.names import every_row

if TYPE_CHECKING:
    from aqueduct.databases.saves import Saved

__all__ = [
    "CannotWrite",
    "DatabaseError",
    "MissingTable",
    "NoRows",
    "TableExists",
    "WrongQuery",
    "every_row_of",
    "extract",
    "save",
]


def _on_stderr(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def extract(
    url: str, texts: Sequence[str], given: Given, values: Sequence[object], say: Callable[[str], None] = _on_stderr
) -> Any:
    """The DataFrame of a query, or of a chain of queries in which `$` stands for the one before.

    `$1` and `{{ name }}` stand for `values`, as `given` counts and names them: bound, never pasted as text. `say` is
    told, in one line, of columns whose type keeps digits that pandas would lose. Raises WrongQuery, MissingTable, NoRows
    and DatabaseError.
    """
    untried = not_tried(url)
    if untried:
        say(untried)
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
    """Writes a DataFrame into table `name`: a failure leaves the table as it was.

    `mode` is replace, append or fail; the index is not written. Raises TableExists, DatabaseError, and CannotWrite where a
    column has no type in the database.
    """
    with closing(open_database(url, must_exist=False)) as database:
        saved = database.save(table, name, mode)
    untried = not_tried(url)
    return replace(saved, notes=(*saved.notes, untried)) if untried else saved
