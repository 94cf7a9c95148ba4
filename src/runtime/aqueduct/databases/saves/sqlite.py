"""Saves into SQLite, the same with SQLAlchemy and without: in one transaction, in which tables are made too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from aqueduct.databases.errors import CannotWrite, DatabaseError, TableExists
from aqueduct.databases.saves import fitting, objects
from aqueduct.databases.saves.columns import Column, columns_of
from aqueduct.databases.saves.fitting import Target
from aqueduct.databases.saves.names import lost_digits, made_anew, refuse_same_names, schema_and_name, unknown_column
from aqueduct.databases.saves.saved import Saved, saved

_LARGEST = 2**63 - 1


def save(connection: Any, table: Any, name: str, mode: str) -> Saved:
    """Writes within the open transaction of a `sqlite3` connection. Raises TableExists, CannotWrite and sqlite3.Error."""
    columns = [_natural(column) for column in columns_of(table)]
    refuse_same_names(columns, _in_small_letters, "SQLite")
    schema, bare = schema_and_name(name)
    place = f"{_quoted(schema)}.{_quoted(bare)}" if schema else _quoted(bare)
    targets = _targets(connection, schema, bare)
    notes = lost_digits(columns)
    if targets and mode == "fail":
        raise TableExists(name)
    kept, why = fitting.agreeing(columns, targets) if targets and mode == "replace" else (None, "")
    if targets and mode == "append":
        written = _appended(name, columns, targets)
    elif kept is not None:
        written = kept
        connection.execute(f"DELETE FROM {place}")
    else:
        if targets:
            notes.append(made_anew(name, why))
            connection.execute(f"DROP TABLE {place}")
        written = [fitting.as_text(column) if column.kind == "mixed" else column for column in columns]
        made = ", ".join(f"{_quoted(column.name)} {_TYPES[column.kind]}" for column in written)
        connection.execute(f"CREATE TABLE {place} ({made})")
    names = ", ".join(_quoted(column.name) for column in written)
    marks = ", ".join("?" * len(written))
    rows = zip(*(_bound(column) for column in written))
    connection.executemany(f"INSERT INTO {place} ({names}) VALUES ({marks})", rows)
    return saved(columns, notes)


def _appended(name: str, columns: Sequence[Column], targets: Sequence[Target]) -> list[Column]:
    there = {target.name.lower(): target for target in targets}
    written = []
    for column in columns:
        target = there.get(column.name.lower())
        if target is None:
            raise DatabaseError(unknown_column(name, column.name, [target.name for target in targets]))
        exact = fitting.held(column, target)
        if exact is None and target.family == "text" and column.kind == "float":
            exact = fitting.as_text(column)  # SQLite would cut off all but fifteen digits
        written.append(column if exact is None else exact)  # SQLite itself keeps what a type does not fit
    return written


def _natural(column: Column) -> Column:
    """Refuses what SQLite has no way to hold."""
    value: Any = None
    if column.kind in ("decimal", "uuid", "json"):
        value = next((each for each in column.values if each is not None), None)
    elif column.kind == "int":
        value = next(
            (each for each in column.values if each is not None and not -_LARGEST - 1 <= each <= _LARGEST), None
        )
        if value is not None:
            raise CannotWrite(
                f"its column {column.name} holds {value}, and SQLite's integers end at {_LARGEST}",
                objects.tip(column.name, value),
            )
    if value is None:
        return column
    raise objects.refused(column.name, fitting.original(column, value))


_TYPES = {
    "bool": "BOOLEAN",
    "int": "BIGINT",
    "float": "FLOAT",
    "text": "TEXT",
    "bytes": "BLOB",
    "date": "DATE",
    "time": "TIME",
    "datetime": "DATETIME",
    "moment": "TIMESTAMP",
    "duration": "BIGINT",
}


def _bound(column: Column) -> Sequence[Any]:
    """As the driver takes it; times as text, in the spelling of SQLAlchemy."""
    spelled = {
        "date": lambda value: value.isoformat(),
        "time": lambda value: value.isoformat("microseconds"),
        "datetime": lambda value: value.isoformat(" ", "microseconds"),
        "moment": lambda value: value.isoformat(" ", "microseconds"),
        "duration": fitting.nanoseconds,
    }.get(column.kind)
    if spelled is None:
        return column.values
    return [None if value is None else spelled(value) for value in column.values]


def _targets(connection: Any, schema: str, bare: str) -> list[Target]:
    """The columns of a table that is there; none: it is not."""
    place = f"{_quoted(schema)}." if schema else ""
    rows = connection.execute(f"PRAGMA {place}table_xinfo({_quoted(bare)})").fetchall()
    return [_target(str(row[1]), str(row[2]), is_computed=row[6] in (2, 3)) for row in rows]


def _target(name: str, declared: str, is_computed: bool) -> Target:
    """By SQLite's rules of affinity, in their order."""
    upper = declared.upper()
    family = next((family for words, family in _AFFINITIES if re.search(words, upper)), "unknown")
    return Target(
        name,
        declared or "of no type",
        family,
        low=-_LARGEST - 1,
        high=_LARGEST,
        numbers_for_bools=True,
        text_for_times=True,
        is_computed=is_computed,
    )


_AFFINITIES = (
    ("INT", "int"),
    ("CHAR|CLOB|TEXT", "text"),
    ("BLOB", "bytes"),
    ("REAL|FLOA|DOUB", "float"),
    ("BOOL", "bool"),
    ("TIMESTAMP", "moment"),
    ("DATETIME", "datetime"),
    ("DATE", "date"),
    ("TIME", "time"),
    ("NUMERIC|DECIMAL", "float"),
    ("^$", "any"),
)


def _in_small_letters(name: str) -> str:
    """SQLite knows the letters of ASCII alone."""
    return re.sub("[A-Z]+", lambda found: found.group().lower(), name)


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'
