"""Where a save goes, and how rows get there by SQLAlchemy."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import sqlalchemy
from sqlalchemy import exc

from aqueduct.databases.saves import copying, server_types
from aqueduct.databases.saves.columns import Column

_ROWS_PER_STATEMENT = 1000


@dataclass(frozen=True)
class Place:
    """Where a save goes, by an open connection that is in no transaction."""

    connection: Any
    schema: str
    name: str
    full_name: str

    @property
    def dialect(self) -> Any:
        return self.connection.dialect

    def quoted(self, name: Optional[str] = None) -> str:
        """This table, or another of its schema, for a statement without values to bind."""
        prepare = self.dialect.identifier_preparer
        bare = prepare.quote(self.name if name is None else name)
        return f"{prepare.quote_schema(self.schema)}.{bare}" if self.schema else str(bare)


def create(place: Place, name: str, columns: Sequence[Column], comment: Optional[str] = None) -> list[Column]:
    """Makes a table for the columns; gives them as it takes them."""
    made = [server_types.made(column, place.dialect) for column in columns]
    for column, kind in made:
        try:
            kind.compile(dialect=place.dialect)
        except (exc.CompileError, exc.ArgumentError):  # such as a time of day in Oracle
            server_types.refuse(column, column.values)
            raise
    table = sqlalchemy.Table(
        name,
        sqlalchemy.MetaData(),
        *(sqlalchemy.Column(column.name, kind) for column, kind in made),
        schema=place.schema or None,
        comment=comment,
    )
    table.create(place.connection)
    return [column for column, _ in made]


def insert(place: Place, name: str, columns: Sequence[Column]) -> None:
    """Adds rows in the open transaction: by COPY where the driver has it, else many at a time."""
    if not columns[0].values:
        return
    if copying.can_copy(place.dialect):
        copying.copy(place.connection, place.schema, name, columns)
        return
    if place.dialect.name in server_types.MYSQL:
        _insert_in_mysql(place, name, columns)
        return
    there = sqlalchemy.table(
        name,
        *(sqlalchemy.column(column.name, server_types.made(column, place.dialect)[1]) for column in columns),
        schema=place.schema or None,
    )
    names = [column.name for column in columns]
    for start in range(0, len(columns[0].values), _ROWS_PER_STATEMENT):
        rows = zip(*(column.values[start : start + _ROWS_PER_STATEMENT] for column in columns))
        place.connection.execute(there.insert(), [dict(zip(names, row)) for row in rows])


def _insert_in_mysql(place: Place, name: str, columns: Sequence[Column]) -> None:
    """Adds rows to a table of MySQL: its drivers join what they are given at once into long statements."""
    mark = "?" if place.dialect.paramstyle == "qmark" else "%s"
    names = ", ".join(place.dialect.identifier_preparer.quote(column.name) for column in columns)
    statement = f"INSERT INTO {place.quoted(name)} ({names}) VALUES ({', '.join([mark] * len(columns))})"
    given = [_for_mysql(column) for column in columns]
    for start in range(0, len(columns[0].values), _ROWS_PER_STATEMENT):
        rows = list(zip(*(values[start : start + _ROWS_PER_STATEMENT] for values in given)))
        place.connection.exec_driver_sql(statement, rows)


def _for_mysql(column: Column) -> Sequence[Any]:
    if column.kind == "duration":
        return [None if value is None else _time(value) for value in column.values]
    if column.kind == "uuid":
        return [None if value is None else str(value) for value in column.values]
    return column.values


def _time(value: Any) -> str:
    """PyMySQL spells negative ones wrongly."""
    sign, rest = ("-", -value) if value.days < 0 else ("", value)
    hours, seconds = divmod(rest.days * 86400 + rest.seconds, 3600)
    return f"{sign}{hours:02d}:{seconds // 60:02d}:{seconds % 60:02d}.{rest.microseconds:06d}"


def drop(place: Place, name: str) -> None:
    """Removes a table of ours, where the connection still works."""
    with (
        contextlib.suppress(exc.SQLAlchemyError),
        place.connection.begin(),
    ):  # the connection may be lost: the next save does it
        place.connection.exec_driver_sql(f"DROP TABLE {place.quoted(name)}")
