"""Saves by SQLAlchemy: which way each kind of server takes to leave no less than there was.

PostgreSQL, SQL Server and their like make tables within a transaction. Where that is not so, a new table is written beside
the old one and takes its name: `mysql`, and `swapping` for every other server.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Optional

import sqlalchemy
from sqlalchemy import exc

from aqueduct.databases.errors import CannotWrite, DatabaseError, TableExists
from aqueduct.databases.saves import fitting, mysql, server_types, swapping
from aqueduct.databases.saves.appending import appended
from aqueduct.databases.saves.columns import Column, columns_of
from aqueduct.databases.saves.fitting import Target
from aqueduct.databases.saves.names import lost_digits, made_anew, refuse_same_names, schema_and_name, unknown_column
from aqueduct.databases.saves.place import Place, create, insert
from aqueduct.databases.saves.saved import Saved, saved

_TELLS_CAPITALS = ("postgresql", "cockroachdb", "oracle", "snowflake")
"""In names of columns, as they are written here: in quotes."""
_MAKES_TABLES_IN_TRANSACTIONS = ("postgresql", "mssql", "redshift", "cockroachdb", "duckdb", "db2", "sybase")


def save(connection: Any, table: Any, name: str, mode: str) -> Saved:
    """Writes a DataFrame. Raises TableExists, CannotWrite, DatabaseError and SQLAlchemy's and the driver's own errors."""
    place = Place(connection, *schema_and_name(name), name)
    columns = columns_of(table)
    _check_names(place, columns)
    is_mysql = place.dialect.name in server_types.MYSQL
    if is_mysql:
        mysql.remove_leftovers(place)
    with connection.begin():
        targets = _targets(place)
    if targets is not None and mode == "fail":
        raise TableExists(name)
    if targets is not None and mode == "append":
        written, notes = _appended(place, columns, targets)
        if is_mysql:
            mysql.append(place, written)
        else:
            with connection.begin():
                insert(place, place.name, written)
        return saved(columns, notes)
    kept, why = (None, "") if targets is None else fitting.agreeing(columns, targets)
    notes = _notes(columns, place)
    if kept is None and targets is not None:
        notes.append(made_anew(name, why))
    if is_mysql:
        mysql.replace(place, columns, kept, is_there=targets is not None)
    elif place.dialect.name in _MAKES_TABLES_IN_TRANSACTIONS:
        with connection.begin():
            _replace(place, columns, kept, is_there=targets is not None)
    else:
        swapping.replace(place, columns, kept, is_there=targets is not None)
    return saved(columns, notes)


def _replace(place: Place, columns: Sequence[Column], kept: Optional[Sequence[Column]], is_there: bool) -> None:
    if kept is not None:
        place.connection.exec_driver_sql(f"{_emptying(place)} {place.quoted()}")
        insert(place, place.name, kept)
        return
    if is_there:
        place.connection.exec_driver_sql(f"DROP TABLE {place.quoted()}")
    insert(place, place.name, create(place, place.name, columns))


def _emptying(place: Place) -> str:
    """TRUNCATE is quick, and refuses where rows of other tables stand on these; elsewhere it would end the transaction."""
    return "TRUNCATE TABLE" if server_types.is_postgresql(place.dialect) else "DELETE FROM"


def _targets(place: Place) -> Optional[list[Target]]:
    """The columns of the table; None: it is not there."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", exc.SAWarning)  # of a type that SQLAlchemy does not know: the database does
        inspector = sqlalchemy.inspect(place.connection)
        if not inspector.has_table(place.name, place.schema or None):
            return None
        there = inspector.get_columns(place.name, place.schema or None)
    checked = mysql.json_columns(place) if getattr(place.dialect, "is_mariadb", False) else frozenset()
    targets = [server_types.target(column, place.dialect) for column in there]
    return [replace(target, holds_json=True) if target.name in checked else target for target in targets]


def _appended(place: Place, columns: Sequence[Column], targets: Sequence[Target]) -> tuple[list[Column], list[str]]:
    there = {target.name: target for target in targets}
    if place.dialect.name in server_types.MYSQL:
        there = {name.lower(): target for name, target in there.items()}
    written, notes = [], _notes(columns, place)
    for column in columns:
        name = column.name.lower() if place.dialect.name in server_types.MYSQL else column.name
        if name not in there:
            raise DatabaseError(unknown_column(place.full_name, column.name, [target.name for target in targets]))
        fitted, note = appended(place.full_name, column, there[name])
        written.append(fitted)
        notes += [] if note is None else [note]
    return written, notes


def _notes(columns: Sequence[Column], place: Place) -> list[str]:
    told = lost_digits(columns)
    if place.dialect.name in server_types.MYSQL:
        told += [
            f"The column {column.name} stands in {place.full_name} in UTC: MySQL and MariaDB hold no time zone."
            for column in columns
            if column.kind == "moment"
        ]
    return told


def _check_names(place: Place, columns: Sequence[Column]) -> None:
    is_mysql = place.dialect.name in server_types.MYSQL
    if place.dialect.name not in _TELLS_CAPITALS:
        refuse_same_names(columns, str.lower, "MySQL and MariaDB" if is_mysql else "the database")
    most = 64 if is_mysql else place.dialect.max_identifier_length  # of MySQL SQLAlchemy says what an alias may have
    for column in columns:
        length = len(column.name.encode()) if place.dialect.name == "postgresql" else len(column.name)
        if length > most:
            raise CannotWrite(
                f"its column {column.name} has a name of {length} characters, and the database takes {most}",
                f"Rename it: `table.rename(columns={{{column.name!r}: '...'}})`.",
            )
