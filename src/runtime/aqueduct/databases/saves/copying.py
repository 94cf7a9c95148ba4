"""PostgreSQL's COPY, the quick way in, by either psycopg."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any, Callable

from aqueduct.databases.errors import CannotWrite
from aqueduct.databases.saves.columns import Column
from aqueduct.databases.saves.server_types import is_postgresql

_ROWS_AT_ONCE = 2_000
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v"})


def can_copy(dialect: Any) -> bool:
    """Whether the driver of a SQLAlchemy dialect is one of the two, and the server a PostgreSQL."""
    return is_postgresql(dialect) and dialect.driver in ("psycopg", "psycopg2")


def copy(connection: Any, schema: str, name: str, columns: Sequence[Column]) -> None:
    """Adds the rows within the open transaction of a SQLAlchemy connection. Raises CannotWrite and the driver's own errors."""
    for column in columns:
        _refuse_nul(column)
    place = f"{_quoted(schema)}.{_quoted(name)}" if schema else _quoted(name)
    statement = f"COPY {place} ({', '.join(_quoted(column.name) for column in columns)}) FROM STDIN"
    raw = connection.connection.driver_connection
    with raw.cursor() as cursor:
        if connection.dialect.driver == "psycopg2":
            cursor.copy_expert(statement, _Pieces(_pieces(columns)))
            return
        with cursor.copy(statement) as sink:
            for piece in _pieces(columns):
                sink.write(piece)


class _Pieces(io.RawIOBase):
    """A file whose text is made while it is read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = io.BytesIO()

    def read(self, size: int = -1) -> bytes:
        given = self._piece.read(size)
        if not given:
            self._piece = io.BytesIO(next(self._pieces, b""))
            given = self._piece.read(size)
        return given


def _pieces(columns: Sequence[Column]) -> Iterator[bytes]:
    for start in range(0, len(columns[0].values), _ROWS_AT_ONCE):
        texts = [_texts(column, column.values[start : start + _ROWS_AT_ONCE]) for column in columns]
        yield ("\n".join(map("\t".join, zip(*texts))) + "\n").encode()


def _texts(column: Column, values: Sequence[Any]) -> Sequence[str]:
    if column.kind in ("text", "json"):
        return _escaped(values)
    spell = _SPELLED.get(column.kind, str)
    if column.has_nulls:
        return ["\\N" if value is None else spell(value) for value in values]
    return list(map(spell, values))


def _refuse_nul(column: Column) -> None:
    """Before the driver reads: what is raised while it does, psycopg2 takes for a failure of its own."""
    if column.kind == "text" and any("\0" in value for value in column.values if value is not None):
        raise CannotWrite(
            f"its column {column.name} holds the character \\0, which PostgreSQL has no place for in a text",
            f"Take it out: `table[{column.name!r}].str.replace('\\0', '', regex=False)`.",
        )


def _escaped(values: Sequence[Any]) -> Sequence[str]:
    together = "".join([value for value in values if value is not None])
    if not together.isprintable() or "\\" in together:
        values = [None if value is None else value.translate(_ESCAPED) for value in values]
    return ["\\N" if value is None else value for value in values]


def _interval(value: Any) -> str:
    return f"{value.days} days {value.seconds} seconds {value.microseconds} microseconds"


_SPELLED: dict[str, Callable[[Any], str]] = {
    "bool": lambda value: "t" if value else "f",
    "int": int.__repr__,
    "float": float.__repr__,
    "bytes": lambda value: "\\\\x" + value.hex(),
    "duration": _interval,
}


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'
